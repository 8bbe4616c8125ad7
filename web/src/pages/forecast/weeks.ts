/** Weeks as the API names them (ISO 8601: Monday to Sunday, of the year their Thursday lies in). */
import { addDays, daysBetween, mondayOf } from '../../parts/dates';

export interface Week {
  /** `2021-W39`. */
  readonly id: string;
  readonly number: number;
  readonly monday: string;
}

export const weekOf = (date: string): Week => {
  const monday = mondayOf(date);
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return { id: `${year}-W${String(number).padStart(2, '0')}`, number, monday };
};

/** Every week that has a day from `from` to `to`, both included. */
export const weeksBetween = (from: string, to: string): readonly Week[] => {
  const weeks: Week[] = [];
  for (let { monday } = weekOf(from); monday <= to; monday = addDays(monday, 7)) weeks.push(weekOf(monday));
  return weeks;
};
