/** Where everything of the staircase is drawn: one column a day, one step a rung, labels that never lie on each other. */
import type { Item } from '../../data/contract';

export type Staircase = NonNullable<Item['staircase']>;
export type StairRung = Staircase['rungs'][number];
export type StairDay = Staircase['days'][number];

export const width = 927;
const stepHeight = 15.5;
const headroom = 22;
const gapWidth = 54;
const leastSteps = 4;
/** What the words of a step take at most. */
const longestWords = 140;

export type DayLook = 'counted' | 'make_up' | 'held' | 'off' | 'coming' | 'before';

export interface DrawnDay {
  readonly date: string;
  readonly x: number;
  readonly look: DayLook;
}

export type StepLook = 'taken' | 'listed' | 'proposed' | 'ahead';

export interface DrawnStep {
  readonly rung: StairRung;
  readonly look: StepLook;
  readonly path: string;
  readonly x: number;
  readonly y: number;
  /** There is no room for its words at its right. */
  readonly wordsBefore: boolean;
}

interface Label {
  readonly x: number;
  readonly text: string;
  readonly strong: boolean;
}

export interface DrawnLabel extends Label {
  /** 0 right under the days, 1 beneath. */
  readonly row: 0 | 1;
}

export interface Drawing {
  readonly height: number;
  /** Where the days stand. */
  readonly ground: number;
  readonly dayWidth: number;
  readonly days: readonly DrawnDay[];
  readonly steps: readonly DrawnStep[];
  /** Under the steps of a listing; null = none stands. */
  readonly listedArea: string | null;
  /** Right edge of today; null = it lies outside the days shown. */
  readonly todayX: number | null;
  readonly labels: readonly DrawnLabel[];
  readonly gaps: readonly { readonly x: number; readonly days: number }[];
}

export interface Said {
  readonly month: (date: string) => string;
  readonly rest: (title: string | null, days: number) => string;
  readonly makeUp: string;
}

/** Before 08:30 a morning that will count has not counted yet. */
export const isToCome = ({ days }: Staircase, marks: number, today: string): boolean =>
  days.some(({ date, mark }) => date === today && mark !== null && mark > marks);

const lookOf = (day: StairDay, marks: number, today: string): DayLook => {
  if (day.kind === 'weekend' || day.kind === 'holiday') return 'off';
  if (day.hold !== null && day.date <= today) return 'held';
  if (day.mark === null) return day.date <= today ? 'before' : 'coming';
  if (day.mark > marks) return 'coming';
  return day.kind === 'make_up' ? 'make_up' : 'counted';
};

/** Left edges of the days; days left out take one gap together. */
const columns = ({ days, leftOut }: Staircase) => {
  const dayWidth = (width - leftOut.length * gapWidth) / Math.max(1, days.length);
  const gone = new Set(leftOut.map(({ after }) => after));
  let x = 0;
  const edges = days.map(({ date }) => {
    const own = x;
    x += dayWidth + (gone.has(date) ? gapWidth : 0);
    return own;
  });
  return { dayWidth, edges };
};

const isListing = ({ rung }: StairRung): boolean => rung.startsWith('listing') || rung === 'interview';

const stepLook = (rung: StairRung): StepLook => {
  if (rung.state === 'ahead') return 'ahead';
  if (rung.state === 'awaiting_signature') return 'proposed';
  const stands = rung.state === 'done' || rung.state === 'signed';
  return stands && isListing(rung) ? 'listed' : 'taken';
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** About what a text of 12 px takes. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 12 : 8), 0);

const between = 8;

/** In order of importance; what would lie on another goes a row down, and is left out where that is taken too. */
const placed = (wanted: readonly Label[]): readonly DrawnLabel[] =>
  wanted.reduce<readonly DrawnLabel[]>((kept, label) => {
    const from = round(Math.min(label.x, width - textWidth(label.text)));
    const to = from + textWidth(label.text) + between;
    const isFree = (row: 0 | 1) =>
      kept.every((one) => one.row !== row || to <= one.x || from >= one.x + textWidth(one.text) + between);
    const row = ([0, 1] as const).find(isFree);
    return row === undefined ? kept : [...kept, { ...label, x: from, row }];
  }, []);

const labelsOf = (staircase: Staircase, xOf: (date: string) => number | null, said: Said) => {
  const label = (date: string, text: string, strong: boolean): readonly Label[] => {
    const x = xOf(date);
    return x === null ? [] : [{ x, text, strong }];
  };
  const { days, breaks } = staircase;
  const months = days.filter(({ date }, index) => index === 0 || date.endsWith('-01'));
  return placed([
    ...months.flatMap(({ date }) => label(date, said.month(date), true)),
    ...breaks
      .filter((one) => one.days > 2)
      .flatMap(({ from, days: length, title }) => label(from, said.rest(title, length), false)),
    ...days.filter(({ kind }) => kind === 'make_up').flatMap(({ date }) => label(date, said.makeUp, false)),
  ]);
};

/** `marks`: mornings counted so far. */
export const draw = (staircase: Staircase, marks: number, today: string, said: Said): Drawing => {
  const { days, rungs, leftOut } = staircase;
  const { dayWidth, edges } = columns(staircase);
  const xOf = (date: string): number | null => edges[days.findIndex((day) => day.date === date)] ?? null;
  const shown = rungs.flatMap((rung) => {
    const x = xOf(rung.at.slice(0, 10));
    return x === null ? [] : [{ rung, x }];
  });
  const ground = headroom + Math.max(leastSteps, shown.length) * stepHeight + 2;
  const left = xOf(today);
  const todayX = left === null ? null : left + dayWidth;
  const steps = shown.map(({ rung, x }, index): DrawnStep => {
    const y = ground - (index + 1) * stepHeight;
    const next = shown[index + 1]?.x;
    const look = stepLook(rung);
    const end = next ?? (look === 'ahead' || todayX === null ? width : Math.max(todayX, x));
    const path = `M${round(x)} ${round(y + stepHeight)}V${round(y)}H${round(end)}`;
    // The edge, or the line of today, would go through the words.
    const isCut = todayX !== null && x < todayX && todayX - x < longestWords;
    const wordsBefore = x > longestWords && (isCut || x > width - longestWords);
    return { rung, look, path, x: round(x), y: round(y), wordsBefore };
  });
  const labels = labelsOf(staircase, xOf, said);
  const rows = labels.some(({ row }) => row === 1) ? 2 : 1;
  return {
    ...{ height: ground + 20 + rows * 16, ground, dayWidth: round(dayWidth), steps },
    days: days.map((day, index) => ({
      date: day.date,
      x: round(edges[index] ?? 0),
      look: lookOf(day, marks, today),
    })),
    listedArea: listedArea(steps, ground, todayX),
    todayX: todayX === null ? null : round(todayX),
    labels,
    gaps: leftOut.flatMap(({ after, days: length }) => {
      const x = xOf(after);
      return x === null ? [] : [{ x: round(x + dayWidth), days: length }];
    }),
  };
};

const listedArea = (steps: readonly DrawnStep[], ground: number, todayX: number | null): string | null => {
  const first = steps.findIndex(({ look }) => look === 'listed');
  const over = steps.slice(first).filter(({ look }) => look !== 'ahead');
  const [start] = over;
  if (first < 0 || !start || todayX === null) return null;
  const tops = over.map(({ y }, index) => `V${y}H${over[index + 1]?.x ?? round(todayX)}`);
  return `M${start.x} ${round(ground)}${tops.join('')}V${round(ground)}Z`;
};
