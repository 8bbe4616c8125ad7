/** Weeks as the API names them (ISO 8601: Monday to Sunday, of the year their Thursday lies in). */
import { addDays } from '../../parts/dates';

export interface Week {
  /** `2021-W39`. */
  readonly id: string;
  readonly number: number;
  readonly monday: string;
}

const dayMs = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** Monday = 0. Day 0, 1970-01-01, was a Thursday. */
const weekdayOf = (date: string): number => (((dayOf(date) + 3) % 7) + 7) % 7;

export const weekOf = (date: string): Week => {
  const monday = addDays(date, -weekdayOf(date));
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor((dayOf(thursday) - dayOf(`${year}-01-01`)) / 7) + 1;
  return { id: `${year}-W${String(number).padStart(2, '0')}`, number, monday };
};

/** Every week that has a day from `from` to `to`, both included. */
export const weeksBetween = (from: string, to: string): readonly Week[] => {
  const weeks: Week[] = [];
  for (let { monday } = weekOf(from); monday <= to; monday = addDays(monday, 7)) weeks.push(weekOf(monday));
  return weeks;
};
