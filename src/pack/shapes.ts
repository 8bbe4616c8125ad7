/** The shape of each file of a pack. Every error text says what is allowed; unknown keys are never let through. */
import { z } from 'zod';
import { isDate, timeMs, dayMs, type IsoDate } from '../domain/instants.js';
import { comparators, indicatorKinds, indicatorNatures, unitKinds } from '../domain/plan.js';
import { defaultPolicy, type EnforcementRung, type Policy, type TermKind } from '../domain/policy.js';

const leaf = <T>(allowed: string, fits: (value: unknown) => boolean): z.ZodCustom<T, T> =>
  z.custom<T>(fits, { error: allowed });

// Lone surrogates and control characters survive neither a database nor a printed letter.
const clean = (value: string, unwanted: RegExp): boolean => value.trim() === value && !unwanted.test(value);
const isText = (value: unknown, max: number, unwanted: RegExp): boolean =>
  typeof value === 'string' && value !== '' && value.length <= max && clean(value, unwanted);

const text = leaf<string>(
  'text of one line, at most 500 characters, no space around it, no control characters (quote what looks like a number)',
  (value) => isText(value, 500, /[\p{Cc}\p{Cs}\u2028\u2029]/u),
);
const prose = leaf<string>(
  'text of at most 5000 characters, no space around it, no control characters',
  (value) => isText(value, 5000, /[\p{Cs}\u2028\u2029]|(?!\n)\p{Cc}/u),
);
const id = leaf<string>(
  'an id of small letters, digits and single hyphens, at most 60',
  (value) => typeof value === 'string' && value.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
);
const date = leaf<IsoDate>(
  'a date that exists, YYYY-MM-DD',
  (value) => typeof value === 'string' && isDate(value),
);
const time = leaf<string>(
  "a quoted time of day, 'HH:MM'",
  (value) => typeof value === 'string' && /^\d{2}:[0-5]\d$/.test(value) && timeMs(value) < dayMs,
);
const whole = (from: number, to = 100_000): z.ZodCustom<number, number> =>
  leaf<number>(`a whole number from ${from} to ${to}`, (value) => isWhole(value, from, to));
const isWhole = (value: unknown, from: number, to: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
const oneOf = <const T extends readonly string[]>(values: T): z.ZodCustom<T[number], T[number]> =>
  leaf<T[number]>(`one of ${values.join(', ')}`, (value) => values.some((allowed) => allowed === value));
const list = <S extends z.ZodType>(element: S, of: string): z.ZodArray<S> =>
  z.array(element, { error: `a list of ${of}` });
const atLeastOne = <S extends z.ZodType>(element: S, of: string): z.ZodArray<S> =>
  list(element, of).min(1, { error: `a list of ${of}, at least one` });
const map = <S extends z.ZodRawShape>(shape: S): ReturnType<typeof z.strictObject<S>> =>
  z.strictObject(shape, { error: `a map with the keys ${Object.keys(shape).join(', ')}` });

const numbers = (of: string): z.ZodArray<typeof number> => list(number, of);
const number = whole(1, 999);
const lines = atLeastOne(whole(1), 'line numbers of the source, from 1');

const note = map({ about: z.exactOptional(text), lines, text: prose });

const section = map({
  number,
  title: text,
  short: text,
  gloss: text,
  lines,
  items: atLeastOne(number, 'item numbers'),
});

export const planShape = map({
  id,
  title: text,
  short: text,
  gloss: text,
  issuer: text,
  period: map({ from: date, to: date }),
  signedOn: date,
  publishedOn: date,
  source: z.exactOptional(
    leaf<string>('the name of a file in the folder of the pack', (value) =>
      isText(value, 100, /[\p{Cc}\p{Cs}/\\]|^\.|\.ya?ml$/iu),
    ),
  ),
  sections: atLeastOne(section, 'sections'),
  notes: z.exactOptional(list(note, 'notes')),
});

const post = { id, title: text };
export const unitsShape = map({
  office: id,
  leaders: atLeastOne(map({ ...post, rank: oneOf(['deputy', 'director']) }), 'posts of leaders'),
  caseOfficers: atLeastOne(map(post), 'posts of case officers'),
  units: atLeastOne(
    map({
      id,
      name: text,
      gloss: text,
      kind: oneOf(unitKinds),
      leaderInCharge: id,
      caseOfficer: id,
      basis: oneOf(['plan', 'proposed']),
    }),
    'units',
  ),
});

const measureId = leaf<string>(
  "a quoted id ITEM.N, such as '19.1'",
  (value) => typeof value === 'string' && /^[1-9]\d{0,2}\.[1-9]\d{0,2}$/.test(value),
);
const milestone = map({
  id: leaf<string>('M1, M2, M3 …', (value) => typeof value === 'string' && /^M[1-9]\d{0,2}$/.test(value)),
  title: text,
  due: date,
  basis: oneOf(['plan', 'proposed']),
  evidence: text,
  weight: whole(0, 100),
  measures: list(measureId, 'ids of measures'),
  doneBy: z.exactOptional(text),
});

export const itemShape = map({
  number,
  title: text,
  tile: text,
  gloss: text,
  section: number,
  lines,
  lead: id,
  coUnits: list(id, 'ids of units'),
  indicators: numbers('indicator numbers'),
  measures: atLeastOne(map({ id: measureId, text }), 'measures'),
  milestones: atLeastOne(milestone, 'milestones'),
  notes: z.exactOptional(list(note, 'notes')),
});

export const indicatorsShape = list(
  map({
    number,
    name: text,
    printed: map({ value: text, nature: text }),
    value: leaf<number>(
      'a number, not negative',
      (value) => typeof value === 'number' && value >= 0 && value < 1e12,
    ),
    unit: text,
    comparator: oneOf(comparators),
    nature: oneOf(indicatorNatures),
    kind: oneOf(indicatorKinds),
    due: date,
    items: atLeastOne(number, 'item numbers'),
    lines,
    note: z.exactOptional(prose),
  }),
  'indicators',
);

const days = z.exactOptional(whole(1, 3650));
const keyed = <K extends string>(keys: readonly K[]): Record<K, typeof days> =>
  Object.fromEntries(keys.map((key) => [key, days])) as Record<K, typeof days>;

/** A row of the table of first reminders: [span up to days, or null for any longer one; days before due]. */
const reminderRow = leaf<readonly [number | null, number]>(
  '[span in days or null, days before due]',
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    (value[0] === null || isWhole(value[0], 1, 36_500)) &&
    isWhole(value[1], 0, 3650),
);

export const policyShape = map({
  version: z.exactOptional(whole(1)),
  morning: z.exactOptional(time),
  firstReminder: z.exactOptional(atLeastOne(reminderRow, 'rows [span in days or null, days before due]')),
  lastReminder: days,
  rungs: z.exactOptional(map(keyed(Object.keys(defaultPolicy.rungs) as EnforcementRung[]))),
  standingEvery: days,
  nextStep: days,
  receiptNextStep: days,
  repeatEvery: days,
  terms: z.exactOptional(map(keyed(Object.keys(defaultPolicy.terms) as TermKind[]))),
  extensionAsked: days,
  extensionSpanFraction: days,
  extensionsAtMost: z.exactOptional(whole(0, 99)),
  workingHours: z.exactOptional(
    z.tuple([time, time], { error: "two quoted times of day, ['HH:MM', 'HH:MM']" }),
  ),
  digestAtMost: z.exactOptional(whole(1, 1000)),
} satisfies Record<keyof Policy, z.ZodType>);

export const calendarShape = list(
  map({
    year: whole(2000, 2079),
    notice: text,
    off: list(date, 'dates'),
    on: list(date, 'dates'),
  }),
  'years',
);

export type PlanFile = z.infer<typeof planShape>;
export type UnitsFile = z.infer<typeof unitsShape>;
export type ItemFile = z.infer<typeof itemShape>;
export type IndicatorsFile = z.infer<typeof indicatorsShape>;
export type PolicyFile = z.infer<typeof policyShape>;
export type CalendarFile = z.infer<typeof calendarShape>;
