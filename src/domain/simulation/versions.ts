/** The versions of policy and calendar that a scenario's plan has had, as the rules of an item see them. */
import { createCalendar, withYear, type CalendarYear } from '../calendar.js';
import type { Context } from '../context.js';
import type { Policy, PolicyOverrides } from '../policy.js';
import { withOverrides } from '../policy.js';
import type { Scenario } from './scenario.js';

/** Years known at the start. */
export const publishedAtStart = <Y extends CalendarYear>(
  { publishedYears }: Scenario,
  years: readonly Y[],
): readonly Y[] => years.filter(({ year }) => publishedYears?.includes(year) ?? true);

/** Before anything is changed. `base` and `years` are the pack's. */
export const firstContext = (scenario: Scenario, base: Policy, years: readonly CalendarYear[]): Context => ({
  calendars: new Map([[1, createCalendar(publishedAtStart(scenario, years))]]),
  calendarVersion: 1,
  policy: withOverrides(base, scenario.policy),
  recordedAt: (due) => scenario.downtime.find(({ from, until }) => from <= due && due < until)?.until ?? due,
});

/** What a scenario writes of a policy is said against the pack's, not against the one before. */
export const nextPolicy = (base: Policy, overrides: PolicyOverrides, present: Policy): Policy => ({
  ...withOverrides(base, overrides),
  version: present.version + 1,
});

export const withPolicy = (context: Context, policy: Policy): Context => ({ ...context, policy });

export const withCalendarYear = (context: Context, year: CalendarYear): Context => {
  const present = context.calendars.get(context.calendarVersion);
  if (!present) throw new Error(`calendar version ${context.calendarVersion} is not in the book`);
  const calendarVersion = context.calendarVersion + 1;
  const calendars = new Map([...context.calendars, [calendarVersion, withYear(present, year)]]);
  return { ...context, calendars, calendarVersion };
};
