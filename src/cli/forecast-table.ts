/** A forecast as a table for people, in Chinese or English. */
import type { z } from 'zod';
import type { itemForecast, planForecast } from '../api/contract/forecast.js';
import type { Words } from '../api/words/index.js';

type Moments = z.output<typeof itemForecast>['entries'];
export type PlanCourse = Pick<z.output<typeof planForecast>, 'entries' | 'truncated' | 'load'>;
type Moment = Moments[number] & { readonly item?: PlanCourse['entries'][number]['item'] };

/** To the minute: what the system does by itself it does on full minutes. */
export const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

const indent = ' '.repeat(18);

const momentLines = ({ at, happens, light, level, item }: Moment, words: Words): readonly string[] => {
  const { ahead, documents, posts, lights, levels } = words;
  const facts = happens
    .filter(({ key, told }) => key !== null || told.length > 0)
    .map(({ text, told, document }) =>
      [
        text,
        ...(told.length > 0 ? [ahead.told(told.map((post) => posts[post]))] : []),
        ...(document === null ? [] : [documents[document]]),
      ].join(' | '),
    );
  const turns = [
    ...(light ? [ahead.light(lights[light.from], lights[light.to])] : []),
    ...(level ? [ahead.level(levels[level.from], levels[level.to])] : []),
  ];
  const number = item === undefined ? '' : `#${item.number} `.padStart(5);
  return [...facts, ...turns].map((line, index) =>
    index === 0 ? `${minuteOf(at)}  ${number}${line}` : `${indent}${' '.repeat(number.length)}${line}`,
  );
};

export const momentsTable = (moments: readonly Moment[], words: Words): readonly string[] => {
  const lines = moments.flatMap((moment) => momentLines(moment, words));
  return lines.length > 0 ? lines : [words.ahead.nothing];
};

type Load = PlanCourse['load'];

const unitLines = (units: Load['units'], { ahead }: Words): readonly string[] =>
  units.flatMap(({ unit, weeks }) => [
    `  ${unit.name}`,
    ...weeks.map(({ week, notices, documents }) => `    ${ahead.unitWeek(week, notices, documents)}`),
  ]);

const officerLines = (officers: Load['officers'], { ahead }: Words): readonly string[] =>
  officers.flatMap(({ officer, open, over, weeks }) => [
    `  ${ahead.officer(officer?.name ?? ahead.nobody, open, over)}`,
    ...weeks.map(({ week, falling }) => `    ${ahead.officerWeek(week, falling)}`),
  ]);

const under = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

export const courseTable = ({ entries, truncated, load }: PlanCourse, words: Words): readonly string[] => [
  ...momentsTable(entries, words),
  ...(truncated > 0 ? [words.ahead.truncated(truncated)] : []),
  ...under(words.ahead.units, unitLines(load.units, words)),
  ...under(words.ahead.officers, officerLines(load.officers, words)),
];
