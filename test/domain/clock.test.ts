import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countedBy,
  firstFreeInstant,
  markAt,
  marksBy,
  type Clock,
  type Counted,
  type Hold,
} from '../../src/domain/clock.js';
import { dayOf, formatInstant, startOfDay, timeMs, type Instant } from '../../src/domain/instants.js';
import { at, calendar } from './support/story.js';

const mornings = { calendar, morning: '08:30' };
const hold = (from: string, to: string | null): Hold => ({
  cause: 'under_review',
  from: at(from),
  to: to === null ? null : at(to),
});
const clock = (startedAt: string, holds: readonly Hold[] = [], counted: Counted | null = null): Clock => ({
  startedAt: at(startedAt),
  holds,
  counted,
});
const mark = (of: Clock, n: number): string | null => {
  const found = markAt(of, n, mornings);
  return found === null ? null : formatInstant(found);
};
const marks = (of: Clock, now: string): number => marksBy(of, at(now), mornings);

/** Counts morning by morning, as one does with a finger on the calendar. */
const countedWithAFinger = (of: Clock, now: Instant): number => {
  let count = 0;
  for (let day = dayOf(of.startedAt); startOfDay(day) + timeMs('08:30') <= now; day += 1) {
    const [from, to] = [startOfDay(day), startOfDay(day) + timeMs('08:30')];
    const held = of.holds.some((h) => h.from < to && (h.to === null || h.to > from) && h.from !== h.to);
    if (calendar.isWorkingDay(day) && from >= of.startedAt && !held) count += 1;
  }
  return count;
};

const span = { min: at('2021-01-01'), max: at('2024-12-31') };
const quarterHour = 15 * 60_000;
/** Instants at quarters of an hour, so that edges (00:00, 08:30) are met often. */
const instants = fc
  .integer({ min: Math.ceil(span.min / quarterHour), max: Math.floor(span.max / quarterHour) })
  .map((n) => n * quarterHour);
const lengths = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 200 }).map((n) => n * quarterHour),
  fc.integer({ min: 1, max: 60 }).map((n) => n * 86_400_000),
);
const closedHolds = fc
  .tuple(instants, lengths)
  .map(([from, length]): Hold => ({ cause: 'suspended', from, to: from + length }));
const openHolds = instants.map((from): Hold => ({ cause: 'suspended', from, to: null }));
const nearby = (holds: fc.Arbitrary<Hold[]>) =>
  fc.tuple(instants, holds).map(([startedAt, list]): Clock => ({ startedAt, holds: list, counted: null }));
const clocks = nearby(fc.array(closedHolds, { maxLength: 6 }));
const heldClocks = nearby(fc.array(fc.oneof(closedHolds, openHolds), { maxLength: 6 }));
const marksWanted = fc.integer({ min: 1, max: 60 });
const later = fc.integer({ min: 0, max: 500 * 96 }).map((n) => n * quarterHour);

describe('the first instant outside every hold', () => {
  const end = at('2021-10-30');
  const free = (...holds: Hold[]) => {
    const found = firstFreeInstant(end, holds);
    return found === null ? null : formatInstant(found);
  };

  it('is the end itself when nothing holds', () => {
    expect(free()).toBe('2021-10-30T00:00');
    expect(free(hold('2021-10-01', '2021-10-29'), hold('2021-11-01', null))).toBe('2021-10-30T00:00');
  });

  it('is the end of a hold that began before', () => {
    expect(free(hold('2021-10-29T23:59', '2021-11-05T15:00'))).toBe('2021-11-05T15:00');
  });

  it('is null while such a hold is open', () => {
    expect(free(hold('2021-10-29T23:59', null))).toBeNull();
  });

  it('is not put off by a hold beginning exactly at the end', () => {
    expect(free(hold('2021-10-30', '2021-11-05'))).toBe('2021-10-30T00:00');
    expect(free(hold('2021-10-30', null))).toBe('2021-10-30T00:00');
  });

  it('is not put off by a hold ending exactly at the end', () => {
    expect(free(hold('2021-10-20', '2021-10-30'))).toBe('2021-10-30T00:00');
  });

  it('goes from hold to hold that touch or overlap, in whatever order they are kept', () => {
    expect(
      free(
        hold('2021-11-03', '2021-11-09T10:00'),
        hold('2021-10-28', '2021-11-01'),
        hold('2021-11-01', '2021-11-04'),
      ),
    ).toBe('2021-11-09T10:00');
  });

  it('is never before the end and never inside a hold that began before it', () => {
    fc.assert(
      fc.property(instants, fc.array(fc.oneof(closedHolds, openHolds), { maxLength: 6 }), (from, holds) => {
        const found = firstFreeInstant(from, holds);
        if (found === null) return;
        expect(found).toBeGreaterThanOrEqual(from);
        const inside = holds.filter((h) => h.from < found && (h.to === null || h.to > found));
        expect(inside).toEqual([]);
      }),
    );
  });
});

describe('a working morning counts', () => {
  it('when its 00:00 is not before the start', () => {
    expect(mark(clock('2021-10-30T00:00'), 1)).toBe('2021-11-01T08:30');
    expect(mark(clock('2021-11-01T00:00'), 1)).toBe('2021-11-01T08:30');
    expect(mark(clock('2021-11-01T00:00:00.001'), 1)).toBe('2021-11-02T08:30');
    expect(mark(clock('2021-11-19T15:00'), 1)).toBe('2021-11-22T08:30');
  });

  it('on make-up days, and never on days off', () => {
    expect([1, 2, 3].map((n) => mark(clock('2021-10-01'), n))).toEqual([
      '2021-10-08T08:30',
      '2021-10-09T08:30',
      '2021-10-11T08:30',
    ]);
  });

  it('across the edge of a year', () => {
    expect([1, 2].map((n) => mark(clock('2021-12-31'), n))).toEqual(['2021-12-31T08:30', '2022-01-04T08:30']);
  });

  it('from 08:30 on and not a millisecond earlier', () => {
    expect(marks(clock('2021-11-01'), '2021-11-01T08:29:59.999')).toBe(0);
    expect(marks(clock('2021-11-01'), '2021-11-01T08:30')).toBe(1);
    expect(marks(clock('2021-11-01'), '2021-11-01T23:59')).toBe(1);
  });

  it('not when a hold meets [00:00, 08:30) of it: the day it comes back does not count', () => {
    const held = clock('2021-11-01', [hold('2021-11-02T10:00', '2021-11-04T00:00:00.001')]);
    expect([1, 2, 3].map((n) => mark(held, n))).toEqual([
      '2021-11-01T08:30',
      '2021-11-02T08:30',
      '2021-11-05T08:30',
    ]);
  });

  it('when a hold begins at its 08:30 or ended at its 00:00', () => {
    const held = clock('2021-11-01', [hold('2021-11-02T08:30', '2021-11-04T00:00')]);
    expect([1, 2, 3].map((n) => mark(held, n))).toEqual([
      '2021-11-01T08:30',
      '2021-11-02T08:30',
      '2021-11-04T08:30',
    ]);
  });

  it('when the hold lies within the working day, which costs nothing', () => {
    const held = clock('2021-11-01', [hold('2021-11-02T09:00', '2021-11-02T17:00')]);
    expect(mark(held, 2)).toBe('2021-11-02T08:30');
  });

  it('not again when two holds overlap: a day is lost once', () => {
    const held = clock('2021-11-01', [
      hold('2021-11-02T07:00', '2021-11-03T12:00'),
      hold('2021-11-02T08:00', '2021-11-03T07:00'),
    ]);
    expect(mark(held, 2)).toBe('2021-11-04T08:30');
  });

  it('never while a hold is open', () => {
    const held = clock('2021-11-01', [hold('2021-11-03T10:00', null)]);
    expect([1, 2, 3, 4].map((n) => mark(held, n))).toEqual([
      '2021-11-01T08:30',
      '2021-11-02T08:30',
      '2021-11-03T08:30',
      null,
    ]);
    expect(marks(held, '2022-11-03T12:00')).toBe(3);
  });
});

describe('marks', () => {
  it('are what a finger on the calendar counts', () => {
    fc.assert(
      fc.property(heldClocks, later, (of, after) => {
        const now = of.startedAt + after;
        expect(marksBy(of, now, mornings)).toBe(countedWithAFinger(of, now));
      }),
    );
  });

  it('never go down as time passes', () => {
    fc.assert(
      fc.property(heldClocks, later, later, (of, a, b) => {
        const [sooner, afterwards] = [of.startedAt + Math.min(a, b), of.startedAt + Math.max(a, b)];
        expect(marksBy(of, sooner, mornings)).toBeLessThanOrEqual(marksBy(of, afterwards, mornings));
      }),
    );
  });

  it('reach n exactly where mark n falls', () => {
    fc.assert(
      fc.property(heldClocks, marksWanted, (of, n) => {
        const found = markAt(of, n, mornings);
        if (found === null) {
          expect(marksBy(of, at('2040-01-01'), mornings)).toBeLessThan(n);
          return;
        }
        expect(marksBy(of, found, mornings)).toBe(n);
        expect(marksBy(of, found - 1, mornings)).toBe(n - 1);
      }),
    );
  });

  it('fall on 08:30 of a working day, each later than the one before', () => {
    fc.assert(
      fc.property(clocks, marksWanted, (of, n) => {
        const [found, next] = [markAt(of, n, mornings), markAt(of, n + 1, mornings)];
        if (found === null || next === null) throw new Error('closed holds keep no mark away for ever');
        expect(found - startOfDay(dayOf(found))).toBe(timeMs('08:30'));
        expect(calendar.isWorkingDay(dayOf(found))).toBe(true);
        expect(next).toBeGreaterThan(found);
      }),
    );
  });

  it('are only ever delayed by one more hold', () => {
    fc.assert(
      fc.property(clocks, closedHolds, marksWanted, (of, one, n) => {
        const without = markAt(of, n, mornings) ?? Infinity;
        const withIt = markAt({ ...of, holds: [...of.holds, one] }, n, mornings) ?? Infinity;
        expect(withIt).toBeGreaterThanOrEqual(without);
      }),
    );
  });
});

describe('a count fixed when policy or calendar changes', () => {
  it('goes on with the next morning, and what is unfired waits for it', () => {
    const before = clock('2021-11-01');
    const counted = countedBy(before, at('2021-11-08T10:00'), mornings);
    expect(counted.marks).toBe(6);
    const after = { ...before, counted };
    expect([3, 6, 7, 8].map((n) => mark(after, n))).toEqual([
      '2021-11-09T08:30',
      '2021-11-09T08:30',
      '2021-11-09T08:30',
      '2021-11-10T08:30',
    ]);
  });

  it('fixed before 08:30 lets the morning of the same day count', () => {
    const counted = countedBy(clock('2021-11-01'), at('2021-11-08T08:29'), mornings);
    expect(counted.marks).toBe(5);
    expect(mark({ ...clock('2021-11-01'), counted }, 6)).toBe('2021-11-08T08:30');
  });

  it('changes nothing when the rules stay the same', () => {
    fc.assert(
      fc.property(clocks, later, marksWanted, (of, after, ahead) => {
        const now = of.startedAt + after;
        const counted = countedBy(of, now, mornings);
        const n = counted.marks + ahead;
        expect(markAt({ ...of, counted }, n, mornings)).toBe(markAt(of, n, mornings));
        const muchLater = now + 90 * 86_400_000;
        expect(marksBy({ ...of, counted }, muchLater, mornings)).toBe(marksBy(of, muchLater, mornings));
      }),
    );
  });
});
