/** The rungs of a milestone's staircase: when each fell and what became of it, when the next ones fall if nobody acts. */
import { isProvisional, type Calendar } from './calendar.js';
import { markAt, type Clock } from './clock.js';
import type { FactType, ItemEvent } from './events.js';
import { dateOf, type Instant } from './instants.js';
import type { Milestone } from './item.js';
import { mornings, remindersOf, type Rules } from './ladder.js';
import { enforcementRungs, type EnforcementRung, type Rung } from './policy.js';
import { rungKey } from './rung-keys.js';

export const rungStates = [
  'ahead',
  'done',
  'joined',
  'skipped',
  'awaiting_signature',
  'signed',
  'declined',
  'withdrawn',
] as const;
export type RungState = (typeof rungStates)[number];

export interface StairRung {
  readonly rung: Rung;
  /** Counted mornings after the date was over; null = a reminder, which comes before. */
  readonly mark: number | null;
  readonly at: Instant;
  readonly state: RungState;
  /** The event with which it took effect; null = none has. */
  readonly seq: number | null;
  /** When a proposal was signed, declined or withdrawn. */
  readonly decidedAt: Instant | null;
  readonly provisional: boolean;
}

/** Facts that tell what became of a rung. */
export const stairFacts: readonly FactType[] = [
  'reminded',
  'reminderSkipped',
  'becameOverdue',
  'urged',
  'letterIssued',
  'listed',
  'listingProposed',
  'listingDeclined',
  'proposalSuperseded',
  'proposalWithdrawn',
  'interviewCalled',
  'rungJoined',
];

type Fate = Pick<StairRung, 'state' | 'seq' | 'decidedAt'>;

const endsOfProposal: readonly FactType[] = [
  'listed',
  'listingDeclined',
  'proposalWithdrawn',
  'proposalSuperseded',
];

/** A proposal is signed, declined, overtaken, or waits. */
const fateOfProposal = (proposal: ItemEvent, later: readonly ItemEvent[]): Fate => {
  const end = later.find(({ type }) => endsOfProposal.includes(type));
  if (!end) return { state: 'awaiting_signature', seq: proposal.seq, decidedAt: null };
  const decided = { seq: end.seq, decidedAt: end.at };
  if (end.type === 'listed') return { state: 'signed', ...decided };
  return { state: end.type === 'listingDeclined' ? 'declined' : 'withdrawn', ...decided };
};

/** What a rung's own fact and those after it say of it. */
const fateOf = (event: ItemEvent, later: readonly ItemEvent[]): Fate => {
  if (event.type === 'listingProposed') return fateOfProposal(event, later);
  const own = { seq: event.seq, decidedAt: null };
  if (event.type === 'rungJoined') return { state: 'joined', ...own };
  return { state: event.type === 'reminderSkipped' ? 'skipped' : 'done', ...own };
};

const happenedRung = (
  milestone: Milestone,
  rung: Rung,
  mark: number | null,
  log: readonly ItemEvent[],
): StairRung | null => {
  const key = rungKey(milestone, rung);
  const index = log.findIndex((event) => 'key' in event && event.key === key);
  const event = log[index];
  return event
    ? { rung, mark, at: event.at, provisional: false, ...fateOf(event, log.slice(index + 1)) }
    : null;
};

const ahead = (rung: Rung, mark: number | null, at: Instant | null, calendar: Calendar): StairRung | null =>
  at === null
    ? null
    : {
        ...{ rung, mark, at, state: 'ahead', seq: null, decidedAt: null },
        provisional: isProvisional(calendar, dateOf(at)),
      };

const reminderRungs = (
  milestone: Milestone,
  log: readonly ItemEvent[],
  rules: Rules,
): (StairRung | null)[] => {
  if (milestone.overdueAt !== null || milestone.inForceSince === null) return [];
  const { first, last } = remindersOf(milestone, milestone.inForceSince, rules);
  const due = (rung: Rung, at: Instant | null) =>
    milestone.fired.includes(rung)
      ? happenedRung(milestone, rung, null, log)
      : ahead(rung, null, at, rules.calendar);
  return [due('reminder1', first), due('reminder2', last)];
};

/** `clock`: of the enforcement rungs; null while a hold keeps the milestone from becoming overdue. */
export const stairRungs = (
  milestone: Milestone,
  clock: Clock | null,
  log: readonly ItemEvent[],
  rules: Rules,
): readonly StairRung[] => {
  const { calendar, policy } = rules;
  const stillTo = (rung: EnforcementRung): Instant | null =>
    clock && markAt(clock, policy.rungs[rung], mornings(rules));
  const overdue =
    milestone.overdueAt === null
      ? ahead('overdue', 0, clock?.startedAt ?? null, calendar)
      : happenedRung(milestone, 'overdue', 0, log);
  const enforcement = enforcementRungs.map((rung) =>
    milestone.fired.includes(rung)
      ? happenedRung(milestone, rung, policy.rungs[rung], log)
      : ahead(rung, policy.rungs[rung], stillTo(rung), calendar),
  );
  const all = [...reminderRungs(milestone, log, rules), overdue, ...enforcement];
  return all.filter((rung) => rung !== null);
};
