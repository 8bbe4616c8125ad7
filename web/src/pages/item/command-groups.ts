/**
 * The commands of an item in the order a person needs them: first what they owe themselves, then everything else by
 * what it is about. Whether one may be given is the API's word, never decided here.
 */
import type { AvailableCommand, Item, ItemCommandType, NextStep } from '../../data/contract';
import { isCommand } from '../../commands/forms';
import { givenOf } from '../../commands/given-of';
import { nearAndFar } from './near-steps';

export type GroupName = 'work' | 'ask' | 'review' | 'enforce' | 'list' | 'course' | 'end' | 'note';

const groups: Readonly<Record<GroupName, readonly ItemCommandType[]>> = {
  work: [
    'acknowledge',
    'declineDispatch',
    'proposeMilestones',
    'submitEvidence',
    'withdrawEvidence',
    'reportProgress',
    'submitRectificationPlan',
  ],
  ask: [
    'requestExtension',
    'requestChange',
    'raiseObstacle',
    'withdrawObstacle',
    'answerObstacle',
    'callConsultation',
    'recordConsultation',
  ],
  review: [
    'acceptEvidence',
    'returnEvidence',
    'approveMilestones',
    'returnMilestones',
    'grantExtension',
    'refuseExtension',
    'grantChange',
    'refuseChange',
    'acceptRectificationPlan',
    'returnRectificationPlan',
  ],
  enforce: [
    'urge',
    'issueLetter',
    'proposeListing',
    'signListing',
    'declineListing',
    'callInterview',
    'recordInterview',
    'instruct',
    'proposeDelisting',
    'delist',
    'declineDelisting',
  ],
  list: ['proposeStrikeOff', 'strikeOff', 'declineStrikeOff', 'waiveMeasure'],
  course: ['dispatch', 'reassign', 'suspend', 'resume', 'adoptPolicy'],
  end: [
    'requestClosing',
    'countersign',
    'verifyClosing',
    'approveClosing',
    'returnClosing',
    'reopen',
    'terminate',
  ],
  note: ['comment'],
};

/** A command with what it is about. */
export interface Offer {
  readonly command: ItemCommandType;
  readonly given: Readonly<Record<string, string>>;
  /** The step it takes; null = nobody waits for it. */
  readonly step: NextStep | null;
}

export interface Grouped {
  readonly group: GroupName;
  readonly offers: readonly Offer[];
}

export interface Forbidden {
  readonly command: ItemCommandType;
  readonly title: string;
  readonly reason: NonNullable<AvailableCommand['reason']>;
}

export interface Arranged {
  /** What the person owes, most dangerous first. */
  readonly mine: readonly Offer[];
  readonly others: readonly Grouped[];
  /** Worth knowing why. */
  readonly forbidden: readonly Forbidden[];
  /** Not for this stage of the item, or nothing is there to decide. */
  readonly later: readonly Forbidden[];
}

export const byReason = (
  entries: readonly Forbidden[],
): readonly { readonly reason: string; readonly titles: readonly string[] }[] =>
  [...new Set(entries.map(({ reason }) => reason.detail))].map((reason) => ({
    reason,
    titles: entries.filter((one) => one.reason.detail === reason).map(({ title }) => title),
  }));

const offStage = ['wrong_state', 'no_such_case'];

const givenBy = (item: Item, { milestone, case: id }: NextStep): Offer['given'] => {
  const open = item.owing.find((one) => one.case === id);
  return givenOf({
    kind: milestone === null ? 'case' : 'milestone',
    id: milestone ?? id ?? '',
    case: open?.kind ?? null,
    subject: open?.subject ?? null,
  });
};

/** What the same form settles is one thing to do. */
const once = (offers: readonly Offer[]): readonly Offer[] => {
  const byForm = new Map<string, Offer>();
  for (const offer of offers) {
    const form = JSON.stringify([offer.command, offer.given]);
    if (!byForm.has(form)) byForm.set(form, offer);
  }
  return [...byForm.values()];
};

/** `me`: whose post is used. */
export const arrange = (item: Item, me: string): Arranged => {
  const known = item.available.flatMap((entry) =>
    isCommand(entry.command) ? [{ ...entry, command: entry.command }] : [],
  );
  const allowed = new Set(known.filter((entry) => entry.allowed).map(({ command }) => command));
  const mine = nearAndFar(item.steps)
    .near.filter(({ holders }) => holders.some(({ id }) => id === me))
    .flatMap((step) =>
      step.commands
        .filter(isCommand)
        .filter((command) => allowed.has(command))
        .map((command): Offer => ({ command, given: givenBy(item, step), step })),
    );
  const taken = new Set(mine.map(({ command }) => command));
  const others = Object.entries(groups)
    .map(([group, commands]) => ({
      group: group as GroupName,
      offers: commands
        .filter((command) => allowed.has(command) && !taken.has(command))
        .map((command): Offer => ({ command, given: {}, step: null })),
    }))
    .filter(({ offers }) => offers.length > 0);
  const refused = known.flatMap(({ command, title, reason }) => (reason ? [{ command, title, reason }] : []));
  return {
    mine: once(mine),
    others,
    forbidden: refused.filter(({ reason }) => !offStage.includes(reason.code)),
    later: refused.filter(({ reason }) => offStage.includes(reason.code)),
  };
};
