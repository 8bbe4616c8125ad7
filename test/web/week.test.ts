import { describe, expect, it } from 'vitest';
import { weekOf } from '../../web/src/pages/desk/week';
import { mondayOf } from '../../web/src/parts/dates';

const notice = (day: string, urgency: 'reminder' | 'urgent' | 'formal', message: string) => ({
  class: urgency,
  deliverAt: `${day}T08:30:00.000+08:00`,
  message,
});

describe('a week', () => {
  it.each([
    ['2023-02-27', '2023-02-27'],
    ['2023-03-03', '2023-02-27'],
    ['2023-03-05', '2023-02-27'],
    ['2023-03-06', '2023-03-06'],
    ['2023-01-01', '2022-12-26'],
  ])('%s is of the week that begins on %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('counts what came at once and what came in digests, nothing of the week before', () => {
    const notices = [
      notice('2023-03-03', 'formal', 'a'),
      notice('2023-03-02', 'reminder', 'b'),
      notice('2023-03-02', 'reminder', 'b'),
      notice('2023-03-01', 'reminder', 'c'),
      notice('2023-02-27', 'urgent', 'd'),
      notice('2023-02-26', 'urgent', 'e'),
    ];
    expect(weekOf(notices, '2023-03-03')).toEqual({ total: 5, atOnce: 2, inDigests: 3, digests: 2 });
  });
});
