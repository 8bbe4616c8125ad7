/** The shape of each file of a pack. Every error text says what is allowed; unknown keys are never let through. */
import { z } from 'zod';
import { comparators, indicatorKinds, indicatorNatures, unitKinds } from '../domain/plan.js';
import { defaultPolicy, type EnforcementRung, type Policy, type TermKind } from '../domain/policy.js';
import type { Said } from './said.js';
import {
  atLeastOne,
  date,
  id,
  isText,
  isWhole,
  leaf,
  list,
  map,
  oneOf,
  prose,
  text,
  time,
  wanted,
  whole,
} from './shape-parts.js';

const number = whole(1, 999);
const itemNumbers: Said = { zh: '事项序号', en: 'item numbers' };
const lines = atLeastOne(whole(1), {
  zh: '原文行号（从 1 起）',
  en: 'line numbers of the source, from 1',
});

const note = map({ about: z.exactOptional(text), lines, text: prose });
const notes = z.exactOptional(list(note, { zh: '注记', en: 'notes' }));

const section = map({
  number,
  title: text,
  short: text,
  gloss: text,
  lines,
  items: atLeastOne(number, itemNumbers),
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
    leaf<string>(
      { zh: '规划包文件夹内一个文件的名称', en: 'the name of a file in the folder of the pack' },
      (value) => isText(value, 100, /[\p{Cc}\p{Cs}/\\]|^\.|\.ya?ml$/iu),
    ),
  ),
  sections: atLeastOne(section, { zh: '板块', en: 'sections' }),
  notes,
});

const post = { id, title: text };
export const unitsShape = map({
  office: id,
  leaders: atLeastOne(map({ ...post, rank: oneOf(['deputy', 'director']) }), {
    zh: '领导岗位',
    en: 'posts of leaders',
  }),
  caseOfficers: atLeastOne(map(post), { zh: '督办员岗位', en: 'posts of case officers' }),
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
    { zh: '单位', en: 'units' },
  ),
});

const measureId = leaf<string>(
  { zh: "加引号的编号 事项序号.N，例如 '19.1'", en: "a quoted id ITEM.N, such as '19.1'" },
  (value) => typeof value === 'string' && /^[1-9]\d{0,2}\.[1-9]\d{0,2}$/.test(value),
);
const milestone = map({
  id: leaf<string>(
    { zh: 'M1、M2、M3 …', en: 'M1, M2, M3 …' },
    (value) => typeof value === 'string' && /^M[1-9]\d{0,2}$/.test(value),
  ),
  title: text,
  due: date,
  basis: oneOf(['plan', 'proposed']),
  evidence: text,
  weight: whole(0, 100),
  measures: list(measureId, { zh: '措施编号', en: 'ids of measures' }),
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
  coUnits: list(id, { zh: '单位编号', en: 'ids of units' }),
  indicators: list(number, { zh: '指标序号', en: 'indicator numbers' }),
  measures: atLeastOne(map({ id: measureId, text }), { zh: '措施', en: 'measures' }),
  milestones: atLeastOne(milestone, { zh: '里程碑', en: 'milestones' }),
  notes,
});

export const indicatorsShape = list(
  map({
    number,
    name: text,
    printed: map({ value: text, nature: text }),
    value: leaf<number>(
      { zh: '不小于零的数', en: 'a number, not negative' },
      (value) => typeof value === 'number' && value >= 0 && value < 1e12,
    ),
    unit: text,
    comparator: oneOf(comparators),
    nature: oneOf(indicatorNatures),
    kind: oneOf(indicatorKinds),
    due: date,
    items: atLeastOne(number, itemNumbers),
    lines,
    note: z.exactOptional(prose),
  }),
  { zh: '指标', en: 'indicators' },
);

const days = z.exactOptional(whole(1, 3650));
const keyed = <K extends string>(keys: readonly K[]): Record<K, typeof days> =>
  Object.fromEntries(keys.map((key) => [key, days])) as Record<K, typeof days>;

/** A row of the table of first reminders: [span up to days, or null for any longer one; days before due]. */
const rowForm: Said = {
  zh: '[跨度天数或 null, 到期前天数]',
  en: '[span in days or null, days before due]',
};
const reminderRow = leaf<readonly [number | null, number]>(
  rowForm,
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    (value[0] === null || isWhole(value[0], 1, 36_500)) &&
    isWhole(value[1], 0, 3650),
);

export const policyShape = map({
  version: z.exactOptional(whole(1)),
  morning: z.exactOptional(time),
  firstReminder: z.exactOptional(
    atLeastOne(reminderRow, { zh: `形如 ${rowForm.zh} 的行`, en: `rows ${rowForm.en}` }),
  ),
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
    z.tuple(
      [time, time],
      wanted({
        zh: "两个加引号的时刻，格式为 ['HH:MM', 'HH:MM']",
        en: "two quoted times of day, ['HH:MM', 'HH:MM']",
      }),
    ),
  ),
  digestAtMost: z.exactOptional(whole(1, 1000)),
} satisfies Record<keyof Policy, z.ZodType>);

const dates: Said = { zh: '日期', en: 'dates' };
export const calendarShape = list(
  map({
    year: whole(2000, 2079),
    notice: text,
    off: list(date, dates),
    on: list(date, dates),
  }),
  { zh: '年份', en: 'years' },
);

export type PlanFile = z.infer<typeof planShape>;
export type UnitsFile = z.infer<typeof unitsShape>;
export type ItemFile = z.infer<typeof itemShape>;
export type IndicatorsFile = z.infer<typeof indicatorsShape>;
export type PolicyFile = z.infer<typeof policyShape>;
export type CalendarFile = z.infer<typeof calendarShape>;
