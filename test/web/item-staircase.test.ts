/** The drawing of the staircase: what lies where, and nothing on anything else. */
import { describe, expect, it } from 'vitest';
import { draw, isToCome, textWidth, width, type Staircase } from '../../web/src/pages/item/stair-drawing';
import { addDays } from '../../web/src/parts/dates';

const said = {
  month: (date: string) => `${Number(date.slice(5, 7))} 月`,
  rest: (title: string | null, days: number) => `${title ?? ''}休 ${days} 日`,
  makeUp: '调休',
};

type Rung = Staircase['rungs'][number];
const rung = (name: Rung['rung'], on: string, state: Rung['state'], mark: number): Rung => ({
  rung: name,
  title: name,
  mark,
  at: `${on}T08:30:00.000+08:00`,
  state,
  decidedAt: null,
  provisional: false,
  document: null,
});

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());

/** From 2023-01-01, every weekday counted. */
const days = (count: number): Staircase['days'] => {
  let mark = 0;
  return Array.from({ length: count }, (_, index) => addDays('2023-01-01', index)).map((date) =>
    isWeekend(date)
      ? { date, kind: 'weekend', hold: null, mark: null }
      : { date, kind: 'working', hold: null, mark: (mark += 1) },
  );
};

const staircase = (more: Partial<Staircase> = {}): Staircase => ({
  milestone: 'M1',
  overdue: true,
  days: days(60),
  leftOut: [],
  breaks: [],
  tally: null,
  rungs: [
    rung('overdue', '2023-01-01', 'done', 0),
    rung('urge1', '2023-01-02', 'done', 1),
    rung('letter', '2023-01-06', 'done', 5),
    rung('listing1', '2023-01-13', 'done', 10),
    rung('listing2', '2023-01-27', 'awaiting_signature', 20),
    rung('interview', '2023-02-10', 'ahead', 30),
  ],
  ...more,
});

describe('the staircase', () => {
  it('climbs from left to right and from below to above', () => {
    const { steps } = draw(staircase(), 22, '2023-01-31', said);
    const xs = steps.map(({ x }) => x);
    const ys = steps.map(({ y }) => y);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(ys).toEqual(ys.toSorted((a, b) => b - a));
  });

  it('a listing is red, what waits for its signature is a proposal, what comes is ahead', () => {
    const { steps } = draw(staircase(), 22, '2023-01-31', said);
    expect(steps.map(({ look }) => look)).toEqual(['taken', 'taken', 'taken', 'listed', 'proposed', 'ahead']);
  });

  it('days are filled as far as mornings were counted', () => {
    const { days: drawn } = draw(staircase(), 22, '2023-01-31', said);
    expect(drawn.filter(({ look }) => look === 'counted')).toHaveLength(22);
    expect(drawn.find(({ date }) => date === '2023-02-01')?.look).toBe('coming');
  });

  it('this morning is not counted before it has come', () => {
    const { days: drawn } = draw(staircase(), 21, '2023-01-31', said);
    expect(drawn.find(({ date }) => date === '2023-01-31')?.look).toBe('coming');
  });

  it('the area under a listing reaches to today', () => {
    const { listedArea, todayX } = draw(staircase(), 22, '2023-01-31', said);
    expect(listedArea).toContain(`H${todayX}`);
    expect(draw(staircase({ rungs: [] }), 22, '2023-01-31', said).listedArea).toBeNull();
  });

  it('today outside of the days shown is not drawn', () => {
    expect(draw(staircase(), 22, '2024-01-31', said).todayX).toBeNull();
  });

  it('days left out take a gap, and everything still ends within the width', () => {
    const all = days(60);
    const cut = [...all.slice(0, 20), ...all.slice(40)];
    const drawn = draw(
      staircase({ days: cut, leftOut: [{ after: all[19]?.date ?? '', days: 20 }] }),
      40,
      '2023-02-20',
      said,
    );
    expect(drawn.gaps).toEqual([{ x: expect.any(Number) as number, days: 20 }]);
    expect((drawn.days.at(-1)?.x ?? 0) + drawn.dayWidth).toBeCloseTo(width, 0);
  });

  it('no two labels lie on each other', () => {
    const breaks = [
      { from: '2023-01-01', days: 3, title: '元旦' },
      { from: '2023-01-21', days: 7, title: '春节' },
      { from: '2023-01-30', days: 4, title: '某节' },
    ];
    const { labels } = draw(staircase({ breaks }), 22, '2023-01-31', said);
    for (const row of [0, 1] as const) {
      const inRow = labels.filter((label) => label.row === row).toSorted((a, b) => a.x - b.x);
      inRow.forEach((label, index) => {
        const next = inRow[index + 1];
        if (next) expect(label.x + textWidth(label.text)).toBeLessThanOrEqual(next.x);
      });
    }
    expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['1 月', '2 月', '春节休 7 日']));
  });
});

it('a morning that will count is to come until its hour', () => {
  const staircase = { days: days(5) } as unknown as Staircase;
  const last = staircase.days.at(-1);
  expect(isToCome(staircase, (last?.mark ?? 0) - 1, last?.date ?? '')).toBe(true);
  expect(isToCome(staircase, last?.mark ?? 0, last?.date ?? '')).toBe(false);
  expect(isToCome(staircase, 0, '2023-01-01')).toBe(false);
});
