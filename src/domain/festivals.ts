/** What days off are called: a published calendar names the days only. */
import { dayNumber, type IsoDate } from './instants.js';

export const festivals = [
  'new_year',
  'spring_festival',
  'qingming',
  'labour_day',
  'dragon_boat',
  'mid_autumn',
  'national_day',
] as const;
export type Festival = (typeof festivals)[number];

/** Fixed in the solar calendar; Qingming falls on the 4th or 5th of April in all years a plan covers. */
const solar: Readonly<Record<string, Festival>> = {
  '01-01': 'new_year',
  '04-04': 'qingming',
  '04-05': 'qingming',
  '05-01': 'labour_day',
  '10-01': 'national_day',
};

/** Month and day of the Chinese calendar, as `Intl` counts them. */
const lunar: Readonly<Record<string, Festival>> = {
  '1-1': 'spring_festival',
  '5-5': 'dragon_boat',
  '8-15': 'mid_autumn',
};

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

const lunarDayOf = (date: IsoDate): string => {
  const parts = chinese.formatToParts(dayNumber(date) * 86_400_000);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('month')}-${of('day')}`;
};

/** The festival that days off in a row are for, the first of them where there are two; null = an ordinary weekend. */
export const festivalOf = (days: readonly IsoDate[]): Festival | null => {
  for (const day of days) {
    const found = solar[day.slice(5)] ?? lunar[lunarDayOf(day)];
    if (found !== undefined) return found;
  }
  return null;
};
