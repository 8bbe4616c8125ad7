import { describe, expect, it } from 'vitest';
import { planDay } from '../../web/src/pages/cockpit/plan-day';
import { changedItems } from '../../web/src/pages/cockpit/changed-items';
import { bareName } from '../../web/src/parts/bare-name';
import { percent } from '../../web/src/parts/number';

describe('the day of the plan', () => {
  const period = { from: '2021-01-01', to: '2025-12-31' };
  it.each([
    ['2021-01-01', { year: 1, day: 1 }],
    ['2023-03-03', { year: 3, day: 62 }],
    ['2024-12-31', { year: 4, day: 366 }],
    ['2020-12-31', null],
    ['2026-01-01', null],
  ])('%s', (date, day) => {
    expect(planDay(period, date)).toEqual(day);
  });

  it('counts a first year that begins late from its beginning', () => {
    expect(planDay({ from: '2026-03-01', to: '2026-05-31' }, '2026-03-02')).toEqual({ year: 1, day: 2 });
  });
});

describe('what has changed on the wall', () => {
  const before = new Map([
    ['a', 'green'],
    ['b', 'green'],
  ]);
  it('is what looks otherwise than before', () => {
    expect(changedItems(before, new Map([...before, ['b', 'red']]))).toEqual(new Set(['b']));
  });

  it('is not what was not there before', () => {
    expect(changedItems(before, new Map([...before, ['c', 'red']]))).toEqual(new Set());
  });
});

describe('names where there is little room', () => {
  it.each([
    ['法治督察处（市委依法治市办秘书科）', '法治督察处'],
    ['Legal aid (city)', 'Legal aid'],
    ['办公室', '办公室'],
    ['（筹）', '（筹）'],
  ])('%s', (name, bare) => {
    expect(bareName(name)).toBe(bare);
  });
});

describe('a percentage', () => {
  it('of nothing is none', () => {
    expect(percent(0, 0)).toBeNull();
    expect(percent(2, 3)).toBe(67);
  });
});
