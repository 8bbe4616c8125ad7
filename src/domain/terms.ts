/** When what a case asks for is owed, and when its further steps fall. */
import { workingDayAfter, workingDaysIn, type Calendar } from './calendar.js';
import type { Case, CaseKind } from './cases.js';
import { firstFreeInstant, markAt, type Clock, type Hold } from './clock.js';
import { dateOf, endOf, type Instant, type IsoDate } from './instants.js';
import type { ItemState } from './item.js';
import { mornings, type Rules } from './ladder.js';
import { quarterEndingAfter } from './quarters.js';

export const suspensions = (state: ItemState): readonly Hold[] =>
  state.holds.filter((hold) => hold.cause === 'suspended');

/** A report asked for at 24:00 of a quarter's last day counts from that day; one handed on later, from then. */
const openedOn = (kind: CaseKind, since: Instant): IsoDate =>
  dateOf(kind === 'report' && quarterEndingAfter(since - 1).end === since ? since - 1 : since);

/** The term's date: n working days after the opening, suspended days not counted. */
export const termOf = (
  kind: CaseKind,
  since: Instant,
  days: number,
  holds: readonly Hold[],
  calendar: Calendar,
): IsoDate => {
  let until = workingDayAfter(calendar, openedOn(kind, since), days);
  for (const { from, to } of holds) {
    if (to === null || to <= since || dateOf(from) > until) continue;
    const lost = workingDaysIn(calendar, dateOf(Math.max(from, since)), dateOf(to));
    if (lost > 0) until = workingDayAfter(calendar, until, lost);
  }
  return until;
};

/** The clock of an overdue case's further steps. */
export const stepClock = (state: ItemState, open: Case, overAt: Instant): Clock => ({
  startedAt: overAt,
  // A suspension does not stop the clock of the one who owes its end.
  holds: open.kind === 'suspension' ? [] : suspensions(state),
  counted: open.counted,
});

/** When a case is over: 24:00 of its term, or when the suspension that covers it ends; null while it lasts. */
export const overAt = (state: ItemState, open: Case): Instant | null =>
  firstFreeInstant(endOf(open.until), open.kind === 'suspension' ? [] : suspensions(state));

/** When the next step up the chain is taken; null while a suspension holds it. */
export const stepAt = (state: ItemState, open: Case, overAt: Instant, rules: Rules): Instant | null => {
  const { nextStep, receiptNextStep, repeatEvery } = rules.policy;
  const first = open.kind === 'receipt' ? receiptNextStep : nextStep;
  return markAt(stepClock(state, open, overAt), first + open.steps * repeatEvery, mornings(rules));
};

/** Clock of the listing's standing reports. */
export const standingClock = (state: ItemState, listing: NonNullable<ItemState['listing']>): Clock => ({
  startedAt: listing.startedAt,
  holds: suspensions(state),
  counted: listing.counted,
});
