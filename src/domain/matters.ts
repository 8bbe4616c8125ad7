/** What was asked in an item and what became of it: every piece of evidence, request, obstacle and proposal with its answer. */
import { closingKinds, type CaseKind } from './cases.js';
import type { FactType, ItemEvent } from './events.js';
import type { ItemState } from './item.js';

interface Pairing {
  readonly asks: FactType;
  readonly answers: readonly FactType[];
  /** Cases that are open while the answer is owed; none = nothing is owed. */
  readonly cases: readonly CaseKind[];
}

const pairings = {
  evidence: {
    asks: 'evidenceSubmitted',
    answers: ['evidenceAccepted', 'evidenceReturned', 'evidenceWithdrawn'],
    cases: ['evidence_review'],
  },
  extension: {
    asks: 'extensionRequested',
    answers: ['extensionGranted', 'extensionRefused'],
    cases: ['extension'],
  },
  change: { asks: 'changeRequested', answers: ['changeGranted', 'changeRefused'], cases: ['change'] },
  suspension: { asks: 'suspended', answers: ['resumed'], cases: ['suspension'] },
  obstacle: {
    asks: 'obstacleRaised',
    answers: ['obstacleAnswered', 'obstacleWithdrawn'],
    cases: ['obstacle'],
  },
  consultation: {
    asks: 'consultationCalled',
    answers: ['consultationRecorded'],
    cases: ['consultation_record'],
  },
  report: { asks: 'progressReported', answers: [], cases: [] },
  decomposition: {
    asks: 'milestonesProposed',
    answers: ['milestonesApproved', 'milestonesReturned'],
    cases: ['decomposition_review'],
  },
  strike_off: {
    asks: 'strikeOffProposed',
    answers: ['struckOff', 'strikeOffDeclined'],
    cases: ['strike_off_signature'],
  },
  rectification: {
    asks: 'rectificationPlanSubmitted',
    answers: ['rectificationPlanAccepted', 'rectificationPlanReturned'],
    cases: ['rectification_review'],
  },
  interview: { asks: 'interviewCalled', answers: ['interviewRecorded'], cases: ['interview'] },
  listing: {
    asks: 'listingProposed',
    answers: ['listed', 'listingDeclined', 'proposalSuperseded', 'proposalWithdrawn'],
    cases: ['listing_signature'],
  },
  delisting: {
    asks: 'delistingProposed',
    answers: ['delisted', 'delistingDeclined', 'delistingWithdrawn'],
    cases: ['delisting_signature'],
  },
  instruction: { asks: 'instructed', answers: [], cases: [] },
  reassignment: { asks: 'reassigned', answers: [], cases: [] },
  waiver: { asks: 'measureWaived', answers: [], cases: [] },
  reopening: { asks: 'reopened', answers: [], cases: [] },
  termination: { asks: 'terminated', answers: [], cases: [] },
  closing: {
    asks: 'closingRequested',
    answers: ['closingApproved', 'closingReturned'],
    cases: closingKinds,
  },
} as const satisfies Readonly<Record<string, Pairing>>;

export type MatterKind = keyof typeof pairings;
export const matterKinds = Object.keys(pairings) as readonly MatterKind[] as readonly [
  MatterKind,
  ...MatterKind[],
];

/** Facts that ask for something or answer it. */
export const matterFacts: readonly FactType[] = Object.values(pairings).flatMap(({ asks, answers }) => [
  asks,
  ...answers,
]);

export interface Matter {
  readonly kind: MatterKind;
  readonly milestone: string | null;
  readonly asked: ItemEvent;
  /** Null = not answered, or overtaken by something else. */
  readonly answered: ItemEvent | null;
  /** The answer is still owed. */
  readonly open: boolean;
}

/** What tells one question from another of its kind: a milestone or an obstacle. */
const subjectOf = (event: ItemEvent): string | null => {
  if ('obstacle' in event) return event.obstacle;
  return 'milestone' in event && typeof event.milestone === 'string' ? event.milestone : null;
};

/** Listings carry the milestone as their cause: the answer to a proposal need not name the same. */
const bySubject: readonly MatterKind[] = ['evidence', 'extension', 'obstacle'];

const answers = (kind: MatterKind, asked: ItemEvent, event: ItemEvent): boolean =>
  pairings[kind].answers.some((type) => type === event.type) &&
  (!bySubject.includes(kind) || subjectOf(event) === subjectOf(asked));

const isOwed = (kind: MatterKind, asked: ItemEvent, state: ItemState): boolean => {
  const { cases } = pairings[kind];
  const subject = subjectOf(asked);
  return state.cases.some(
    (open) =>
      cases.some((one) => one === open.kind) &&
      open.since >= asked.at &&
      (!bySubject.includes(kind) || open.subject === subject || open.id === subject),
  );
};

const kindOf = ({ type }: ItemEvent): MatterKind | null =>
  matterKinds.find((kind) => pairings[kind].asks === type) ?? null;

const milestoneOf = (event: ItemEvent): string | null =>
  'milestone' in event && typeof event.milestone === 'string' ? event.milestone : null;

/** `log`: the item's events of the types `matterFacts`, in order; as they were asked, the latest last. */
export const mattersOf = (log: readonly ItemEvent[], state: ItemState): readonly Matter[] =>
  log.flatMap((asked, index) => {
    const kind = kindOf(asked);
    if (kind === null) return [];
    const again = (event: ItemEvent) => event.type === asked.type && subjectOf(event) === subjectOf(asked);
    const later = log.slice(index + 1);
    const next = later.findIndex(again);
    const own = next < 0 ? later : later.slice(0, next);
    const answered = own.find((event) => answers(kind, asked, event)) ?? null;
    const open = answered === null && next < 0 && isOwed(kind, asked, state);
    return [{ kind, milestone: milestoneOf(asked), asked, answered, open }];
  });
