/** What a plan brings to its running items: another policy, another calendar, an outage of the system. */
import { workingDayAfter, type Calendar } from '../calendar.js';
import { countedBy } from '../clock.js';
import type { OutageSpan } from '../commands.js';
import type { Counts, Fact } from '../events.js';
import { dateOf, dayOf, endOf, startOfDay, type Instant } from '../instants.js';
import { dateOverAt, isOpen, lifecycles, type ItemState, type Milestone } from '../item.js';
import { enforcementClock, mornings, type Rules } from '../ladder.js';
import { refuse } from '../refusals.js';
import { standingClock, stepClock, suspensions, termOf } from '../terms.js';
import type { CommandRules, Moment } from './rules.js';

/** Mornings counted so far stay counted, whatever policy or calendar comes next. */
export const countsSoFar = (state: ItemState, { at, ...rules }: Moment): Counts => {
  const counts: Record<string, ReturnType<typeof countedBy>> = {};
  for (const m of state.milestones)
    if (isOpen(m) && m.overdueAt !== null)
      counts[m.id] = countedBy(enforcementClock(state, m, m.overdueAt), at, mornings(rules));
  for (const open of state.cases)
    if (open.overAt !== null)
      counts[open.id] = countedBy(stepClock(state, open, open.overAt), at, mornings(rules));
  if (state.listing) counts['listing'] = countedBy(standingClock(state, state.listing), at, mornings(rules));
  return counts;
};

/** Terms under another calendar, never to before the end of today: of the day the clocks stand on. */
const recomputedTerms = (
  state: ItemState,
  { at }: Moment,
  { calendar }: Pick<Rules, 'calendar'>,
): readonly Fact[] =>
  state.cases.flatMap((open): readonly Fact[] => {
    if (open.overAt !== null || open.days === null) return [];
    const term = termOf(open.kind, open.since, open.days, suspensions(state), calendar);
    const today = dateOf(state.suspendedSince ?? at);
    const until = term < today ? today : term;
    return until === open.until ? [] : [{ type: 'caseTermMoved', case: open.id, until }];
  });

const meets = ({ from, to }: OutageSpan, over: Instant): boolean =>
  from < over && to > startOfDay(dayOf(over - 1));

/** The outage meets the last day on which the milestone's work can be, or could have been, handed in. */
const isTouched = (milestone: Milestone, span: OutageSpan): boolean => {
  const { inForceSince } = milestone;
  const over = dateOverAt(milestone);
  // What was over before it was handed out was nobody's last day.
  return inForceSince !== null && inForceSince < over && meets(span, over);
};

/** At 24:00 of the working day after the outage; on from there while another one touches that day. */
const movedBy = (span: OutageSpan, others: readonly OutageSpan[], calendar: Calendar): Instant => {
  const over = endOf(workingDayAfter(calendar, dateOf(span.to - 1), 1));
  const next = others.find((other) => other.to > span.to && meets(other, over));
  return next ? movedBy(next, others, calendar) : over;
};

const wasLate = ({ status, onTime, handedInAt }: Milestone, dueOverAt: Instant): boolean =>
  status === 'accepted' && onTime === false && handedInAt !== null && handedInAt < dueOverAt;

export const adopting: CommandRules<'adoptPolicy' | 'adoptCalendar' | 'adoptOutage'> = {
  adoptPolicy: {
    states: ['registered', 'dispatched', 'in_progress', 'closing_review'],
    whileSuspended: true,
    decide: (state, { policy }, moment) => [
      { type: 'policyAdopted', policy, counted: countsSoFar(state, moment) },
    ],
  },
  adoptCalendar: {
    states: lifecycles,
    whileSuspended: true,
    decide: (state, { version }, moment) => {
      const calendar = moment.context.calendars.get(version);
      if (!calendar) return refuse('invalid', `calendar ${version}`);
      return [
        { type: 'calendarAdopted', calendarVersion: version, counted: countsSoFar(state, moment) },
        ...recomputedTerms(state, moment, { calendar }),
      ];
    },
  },
  adoptOutage: {
    states: lifecycles,
    whileSuspended: true,
    decide: (state, { outage, from, to, others }, { at, calendar }) => {
      if (from >= to || to > at) return refuse('invalid', `outage ${outage}`);
      const dueOverAt = movedBy({ from, to }, others, calendar);
      const touched = state.milestones.filter((m) => isTouched(m, { from, to }) && dateOverAt(m) < dueOverAt);
      const milestones = touched.filter(isOpen).map(({ id }) => id);
      const onTime = touched.filter((m) => wasLate(m, dueOverAt)).map(({ id }) => id);
      return milestones.length + onTime.length === 0
        ? []
        : [{ type: 'outageAdopted', outage, from, to, milestones, onTime, dueOverAt }];
    },
  },
};
