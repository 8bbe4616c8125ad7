/** Dates and instants as they are read: Shanghai's wall clock as the API sends it, the year only where it is another. */

/** `2023-03-03` or an instant → `03-03`; another year's `2022-12-31` → `22-12-31`. */
export const shortDate = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? date.slice(5, 10) : date.slice(2, 10);

export const dateOf = (instant: string): string => instant.slice(0, 10);
export const timeOf = (instant: string): string => instant.slice(11, 16);

/** `03-03 08:30`. */
export const shortInstant = (instant: string, today: string): string =>
  `${shortDate(instant, today)} ${timeOf(instant)}`;

/** `2023-03-03 08:30`. */
export const fullInstant = (instant: string): string => `${dateOf(instant)} ${timeOf(instant)}`;

/** `2023年3月3日`, `3 March 2023`: as it is written on paper. */
export const longDate = (date: string, language: 'zh' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

export const weekdayOf = (date: string, language: 'zh' | 'en'): string =>
  weekdays[language][new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? '';

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const mondayOf = (date: string): string =>
  addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Whether it is written as a day; whether there is such a day is the API's to say. */
export const isIsoDate = (said: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(said);
