/** Instants as the API answers them: ISO 8601 with Shanghai's offset, to the millisecond. */
import { dayOf, dateOf, type Instant } from '../domain/instants.js';

const shanghaiMs = 8 * 3_600_000;

export const shown = (instant: Instant): string =>
  `${new Date(instant + shanghaiMs).toISOString().slice(0, 23)}+08:00`;

export const shownOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : shown(instant);

const dayMs = 86_400_000;

/** The same time of day a month on; the last day of a shorter month. */
export const aMonthAfter = (instant: Instant): Instant => {
  const [year = 0, month = 0, day = 0] = dateOf(instant).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const next = Date.UTC(year, month, Math.min(day, lastDay)) / dayMs;
  return instant + (next - dayOf(instant)) * dayMs;
};
