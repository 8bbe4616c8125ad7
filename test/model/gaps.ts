/** How time passes between two commands: often onto the edges at which something happens, or a millisecond beside them. */
import fc from 'fast-check';
import { dayMs, dayOf, minuteMs, startOfDay, type Instant } from '../../src/domain/instants.js';

export interface Gap {
  readonly days: number;
  /** Minute of that day; null = a little later, which may be the same instant. */
  readonly minute: number | null;
  /** Milliseconds beside it. */
  readonly beside: number;
}

const edges = [0, 8 * 60 + 30];

export const gaps: fc.Arbitrary<Gap> = fc.record({
  days: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(0, 0, 0, 1, 1, 2, 3) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 10 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 70 }) },
  ),
  minute: fc.oneof(
    fc.constant(null),
    fc.constantFrom(...edges),
    fc.integer({ min: 0, max: 23 }).map((hour) => hour * 60),
  ),
  beside: fc.constantFrom(0, 0, 0, 0, 1, -1),
});

/** The same Gap at once when it would lead back. */
export const laterBy = (now: Instant, { days, minute, beside }: Gap): Instant => {
  if (minute === null) return now + days * dayMs + Math.max(0, beside);
  const then = startOfDay(dayOf(now) + days) + minute * minuteMs + beside;
  return Math.max(now, then);
};
