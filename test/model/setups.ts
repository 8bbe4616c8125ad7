/** Items as they are registered, and the plans around them: few milestones, any dates, small numbers in the policy. */
import fc from 'fast-check';
import type { CalendarYear } from '../../src/domain/calendar.js';
import { addDays, dayMs, dateOfDay, minuteMs, startOfDay, dayNumber } from '../../src/domain/instants.js';
import type { MilestoneSeed } from '../../src/domain/item.js';
import { defaultPolicy, withOverrides, type Policy, type PolicyOverrides } from '../../src/domain/policy.js';
import { milestone, publishedYears } from '../domain/support/story.js';
import type { Setup } from './simple/world.js';

const overrides: readonly PolicyOverrides[] = [
  {},
  { rungs: { letter: 2, listing1: 4, listing2: 6, interview: 7, listing3: 9 }, standingEvery: 2 },
  {
    rungs: { urge1: 1, urge2: 1, letter: 1, listing1: 1, listing2: 2, interview: 2, listing3: 3 },
    repeatEvery: 2,
  },
  { nextStep: 2, receiptNextStep: 1, repeatEvery: 3, terms: { receipt: 1, evidence_review: 2, report: 1 } },
  { standingEvery: 1, terms: { rectification: 1, listing_signature: 2, interview: 3 } },
  { extensionAsked: 3, extensionSpanFraction: 40, extensionsAtMost: 1, terms: { extension: 2, change: 1 } },
  {
    firstReminder: [
      [20, 5],
      [null, 12],
    ],
    lastReminder: 1,
    terms: { closing_request: 2, countersignature: 1 },
  },
  {
    lastReminder: 8,
    terms: { handing_out: 1, decomposition: 2, closing_verification: 3, closing_signature: 1 },
  },
];
/** Numbered from 1; any of them may be adopted later. */
export const policies: readonly Policy[] = overrides.map((one, index) =>
  withOverrides(defaultPolicy, { ...one, version: index + 1 }),
);

const weekend = (day: number) => (day + 4) % 7 === 0 || (day + 4) % 7 === 6;

/** A year whose days off and make-up days nobody expects. */
const oddYear = (year: number): fc.Arbitrary<CalendarYear> =>
  fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 14 }).map((days) => {
    const all = days.map((day) => dayNumber(`${year}-01-01`) + day);
    return {
      year,
      off: all.filter((day) => !weekend(day)).map(dateOfDay),
      on: all.filter(weekend).map(dateOfDay),
    };
  });

/** The same few for all lives, since the core makes a table of each. */
const oddCalendars: Setup['calendars'] = fc.sample(fc.tuple(oddYear(2021), oddYear(2022)), {
  seed: 1,
  numRuns: 12,
});
const publishedTo = [2020, 2021, 2026].map((last) => publishedYears.filter(({ year }) => year <= last));
const calendars: fc.Arbitrary<Setup['calendars']> = fc.tuple(
  fc.constantFrom(...publishedTo, ...oddCalendars),
  fc.constantFrom(publishedYears),
  fc.constantFrom(...oddCalendars),
);

interface Draft {
  readonly days: number;
  readonly printed: boolean;
  readonly done: boolean;
  readonly carries: number;
}
const drafts: fc.Arbitrary<readonly Draft[]> = fc.array(
  fc.record({
    days: fc.integer({ min: -25, max: 100 }),
    printed: fc.boolean(),
    done: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 9),
    carries: fc.integer({ min: 0, max: 7 }),
  }),
  { maxLength: 3 },
);

/** Every measure is carried: the first milestone carries what no other does. */
const seedsOf = (
  from: readonly Draft[],
  bornOn: string,
  measures: readonly string[],
): readonly MilestoneSeed[] => {
  const carried = from.map(({ carries }) => measures.filter((_, index) => (carries >> index) % 2 === 1));
  const left = measures.filter((id) => !carried.some((ids) => ids.includes(id)));
  return from.map(({ days, printed, done }, index) =>
    milestone(`M${index + 1}`, addDays(bornOn, days), {
      basis: printed ? 'plan' : 'proposed',
      measures: [...(carried[index] ?? []), ...(index === 0 ? left : [])],
      ...(done ? { doneBy: 'annual report' } : {}),
    }),
  );
};

export const setups: fc.Arbitrary<Setup> = fc
  .record({
    day: fc.integer({ min: 0, max: 400 }),
    minute: fc.constantFrom(0, 510, 600, 1439),
    drafts,
    measures: fc.constantFrom<readonly string[]>([], ['a'], ['a', 'b']),
    coUnits: fc.constantFrom<readonly string[]>([], ['U2'], ['U2', 'U3']),
    binding: fc.boolean(),
    policy: fc.constantFrom(...policies),
    calendars,
  })
  .map(({ day, minute, drafts: from, measures, ...rest }) => {
    const bornOn = dayNumber('2021-01-01') + day;
    return {
      ...rest,
      bornAt: startOfDay(bornOn) + minute * minuteMs,
      milestones: seedsOf(from, dateOfDay(bornOn), measures),
      measures: from.length === 0 ? [] : measures,
    };
  });

export const yearMs = 365 * dayMs;
