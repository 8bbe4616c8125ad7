/** What happens next by itself if an owed step is not taken: the same alarm, and the same fact, the clock would bring. */
import { nextAlarm, onAlarm, type Alarm } from './alarms.js';
import type { Fact } from './events.js';
import type { Instant } from './instants.js';
import { isOverdue, type ItemState, type Milestone } from './item.js';
import { rungsDue, type RungDue, type Rules } from './ladder.js';
import type { PostRole } from './people.js';
import { rungs } from './policy.js';
import { rungKey } from './rung-keys.js';
import { toldOf } from './told.js';

export interface Otherwise {
  /** Key of the alarm. */
  readonly key: string;
  readonly at: Instant;
  readonly fact: Fact;
  /** Posts that will be told; none when the step joins one already taken. */
  readonly told: readonly PostRole[];
}

/** What asks for a step: a case or milestone by its id, or the standing listing. */
export type Subject = { readonly case: string } | { readonly milestone: string } | { readonly listing: true };

const comesFirst = (a: RungDue, b: RungDue): number =>
  a.at - b.at || rungs.indexOf(a.rung) - rungs.indexOf(b.rung);

/** The milestone's next rung; a reminder that will be skipped is nothing that happens. */
const rungAlarm = (state: ItemState, milestone: Milestone, rules: Rules): Alarm | null => {
  if (state.suspendedSince !== null) return null;
  const [due] = rungsDue(state, milestone, rules)
    .filter(({ skip }) => skip === null)
    .sort(comesFirst);
  return due ? { kind: 'rung', key: rungKey(milestone, due.rung), at: due.at, milestone, due } : null;
};

/** The next alarm of these clocks, whatever else of the item is due before. */
const alarmOf = (
  state: ItemState,
  clocks: Pick<ItemState, 'cases' | 'listing'>,
  rules: Rules,
): Alarm | null => nextAlarm({ ...state, milestones: [], unsummarised: null, ...clocks }, rules);

/** Once the ladder of a listed item is climbed, its standing is reported for as long as nobody acts. */
const standingAlarm = (state: ItemState, milestone: Milestone, rules: Rules): Alarm | null =>
  isOverdue(milestone) && milestone.status === 'open'
    ? alarmOf(state, { cases: [], listing: state.listing }, rules)
    : null;

const alarmFor = (state: ItemState, subject: Subject, rules: Rules): Alarm | null => {
  if ('listing' in subject) return alarmOf(state, { cases: [], listing: state.listing }, rules);
  if ('case' in subject) {
    const cases = state.cases.filter(({ id }) => id === subject.case);
    return cases.length === 0 ? null : alarmOf(state, { cases, listing: null }, rules);
  }
  const milestone = state.milestones.find(({ id }) => id === subject.milestone);
  return milestone ? (rungAlarm(state, milestone, rules) ?? standingAlarm(state, milestone, rules)) : null;
};

/** Null while nothing comes by itself: it is suspended or held, or all that could happen has happened. */
export const otherwise = (state: ItemState, subject: Subject, rules: Rules): Otherwise | null =>
  broughtBy(alarmFor(state, subject, rules), state, rules);

/** Whatever comes next to an item if nobody acts. */
export const comesNext = (state: ItemState, rules: Rules): Otherwise | null =>
  broughtBy(nextAlarm(state, rules), state, rules);

const broughtBy = (alarm: Alarm | null, state: ItemState, rules: Rules): Otherwise | null => {
  if (alarm === null) return null;
  const { key, at } = alarm;
  const facts = onAlarm(state, alarm, at, rules);
  const fact = facts.find((one) => 'key' in one && one.key === key);
  return fact ? { key, at, fact, told: toldOf(fact).to } : null;
};
