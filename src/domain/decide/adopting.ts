/** What a plan brings to its running items: another policy, another calendar, an outage of the system. */
import { workingDayAfter } from '../calendar.js';
import { countedBy } from '../clock.js';
import type { Counts, Fact } from '../events.js';
import { dateOf, dayOf, endOf, startOfDay, type Instant } from '../instants.js';
import { dateOverAt, isOpen, lifecycles, type ItemState, type Milestone } from '../item.js';
import { enforcementClock, mornings, type Rules } from '../ladder.js';
import { refuse } from '../refusals.js';
import { standingClock, stepClock, suspensions, termOf } from '../terms.js';
import type { CommandRules, Moment } from './rules.js';

/** Mornings counted so far stay counted, whatever policy or calendar comes next. */
const countsSoFar = (state: ItemState, { at, ...rules }: Moment): Counts => {
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

/** Terms under another calendar, never to before the end of today. */
const recomputedTerms = (
  state: ItemState,
  { at }: Moment,
  { calendar }: Pick<Rules, 'calendar'>,
): readonly Fact[] =>
  state.cases.flatMap((open): readonly Fact[] => {
    if (open.overAt !== null || open.days === null) return [];
    const term = termOf(open.kind, open.since, open.days, suspensions(state), calendar);
    const until = term < dateOf(at) ? dateOf(at) : term;
    return until === open.until ? [] : [{ type: 'caseTermMoved', case: open.id, until }];
  });

/** The outage meets the last day on which the milestone's work can be handed in. */
const isTouched = (milestone: Milestone, from: Instant, to: Instant): boolean => {
  const over = dateOverAt(milestone);
  return (
    isOpen(milestone) && milestone.inForceSince !== null && from < over && to > startOfDay(dayOf(over - 1))
  );
};

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
    decide: (state, { outage, from, to }, { at, calendar }) => {
      if (from >= to || to > at) return refuse('invalid', `outage ${outage}`);
      // Over at 24:00 of the working day after the outage (01, "Outage").
      const dueOverAt = endOf(workingDayAfter(calendar, dateOf(to - 1), 1));
      const milestones = state.milestones
        .filter((m) => isTouched(m, from, to) && dateOverAt(m) < dueOverAt)
        .map(({ id }) => id);
      return milestones.length === 0
        ? []
        : [{ type: 'outageAdopted', outage, from, to, milestones, dueOverAt }];
    },
  },
};
