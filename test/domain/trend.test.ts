import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/domain/instants.js';
import { runningCounts, type DayChange } from '../../src/domain/trend.js';

const change = (date: string, more: Partial<DayChange> = {}): DayChange => ({
  ...{ day: dayNumber(date), items: 0, red: 0, yellow: 0, listed: 0, closed: 0 },
  ...more,
});

describe('counts day by day', () => {
  it('add up what each day changed', () => {
    const changes = [
      change('2023-03-01', { items: 3, yellow: 1 }),
      change('2023-03-06', { red: 1, yellow: -1 }),
      change('2023-03-20', { red: -1, closed: 1 }),
    ];
    expect(runningCounts(changes)).toEqual([
      { date: '2023-03-01', items: 3, red: 0, yellow: 1, listed: 0, closed: 0 },
      { date: '2023-03-06', items: 3, red: 1, yellow: 0, listed: 0, closed: 0 },
      { date: '2023-03-20', items: 3, red: 0, yellow: 0, listed: 0, closed: 1 },
    ]);
  });

  it('leave out days that ended as they had begun', () => {
    const changes = [
      change('2023-03-01', { items: 1 }),
      change('2023-03-02'),
      change('2023-03-03', { red: 1 }),
    ];
    expect(runningCounts(changes).map(({ date }) => date)).toEqual(['2023-03-01', '2023-03-03']);
  });
});
