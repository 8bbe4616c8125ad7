/** Promise: which day of which year of its plan a day is; null outside of the plan. */
import { daysBetween } from '../../parts/dates';

export interface PlanDay {
  /** From 1. */
  readonly year: number;
  /** Of the calendar year or, in the first one, since the plan began; from 1. */
  readonly day: number;
}

export const planDay = (
  period: { readonly from: string; readonly to: string },
  date: string,
): PlanDay | null => {
  if (date < period.from || date > period.to) return null;
  const year = Number(date.slice(0, 4)) - Number(period.from.slice(0, 4)) + 1;
  const yearBegan = year === 1 ? period.from : `${date.slice(0, 4)}-01-01`;
  return { year, day: daysBetween(yearBegan, date) + 1 };
};
