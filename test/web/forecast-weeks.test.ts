import { describe, expect, it } from 'vitest';
import { weekOf as engineWeekOf } from '../../src/domain/weeks.js';
import { weekOf, weeksBetween } from '../../web/src/pages/forecast/weeks';
import { addDays } from '../../web/src/parts/dates';

describe('weeks of a forecast', () => {
  it('are named as the engine names them, on every day of five years', () => {
    for (let date = '2021-01-01'; date <= '2026-01-10'; date = addDays(date, 1))
      expect(weekOf(date).id).toBe(engineWeekOf(date));
  });

  it('begin on Mondays', () => {
    expect(weekOf('2023-03-05').monday).toBe('2023-02-27');
    expect(weekOf('2023-03-06').monday).toBe('2023-03-06');
  });

  it('cover both ends of a span, over the end of a year', () => {
    expect(weeksBetween('2020-12-30', '2021-01-05').map(({ id }) => id)).toEqual(['2020-W53', '2021-W01']);
    expect(weeksBetween('2023-03-06', '2023-03-06')).toHaveLength(1);
  });
});
