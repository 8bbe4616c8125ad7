/** Weeks as ISO 8601 counts them: Monday to Sunday, each of the year its Thursday lies in. */
import { dateOfDay, dayNumber, type IsoDate } from './instants.js';

/** `2021-W39`. */
export const weekOf = (date: IsoDate): string => {
  const day = dayNumber(date);
  // 1970-01-01, day 0, was a Thursday.
  const thursday = day - ((((day + 3) % 7) + 7) % 7) + 3;
  const year = dateOfDay(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
};
