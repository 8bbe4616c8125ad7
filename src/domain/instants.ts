/**
 * Dates and instants. A date is a calendar day in Asia/Shanghai (`YYYY-MM-DD`); an instant is milliseconds UTC.
 * China has kept one offset, +08:00 without daylight saving, for all the years any plan of ours covers.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type IsoDate = string;
/** Wall time of a day, `HH:MM`. */
export type TimeOfDay = string;

export const dayMs = 86_400_000;
export const minuteMs = 60_000;
const offsetMs = 8 * 3_600_000;

/** Days since 1970-01-01, as a whole number. */
export const dayNumber = (date: IsoDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayMs;

export const dateOfDay = (day: number): IsoDate => new Date(day * dayMs).toISOString().slice(0, 10);

/** Whether the text names a day that exists: 2022-02-30 does not. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text)) && dateOfDay(dayNumber(text)) === text;

/** The day number an instant falls on in Shanghai. */
export const dayOf = (instant: Instant): number => Math.floor((instant + offsetMs) / dayMs);

export const dateOf = (instant: Instant): IsoDate => dateOfDay(dayOf(instant));

/** 00:00 of the day. */
export const startOfDay = (day: number): Instant => day * dayMs - offsetMs;

/** 24:00 of the date: the first instant at which it is over. */
export const endOf = (date: IsoDate): Instant => startOfDay(dayNumber(date) + 1);

/** Milliseconds into the day of a wall time. */
export const timeMs = (time: TimeOfDay): number =>
  (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * minuteMs;

export const addDays = (date: IsoDate, days: number): IsoDate => dateOfDay(dayNumber(date) + days);

/** Whole calendar days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/**
 * Reads an instant. Without a zone it is Shanghai wall time; minutes, seconds and milliseconds are optional in
 * that order. Returns null for anything that is not a time that exists.
 */
export const parseInstant = (text: string): Instant | null => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(
    text,
  );
  const [, date, time = '00:00', seconds = ':00', zone = '+08:00'] = match ?? [];
  if (date === undefined || !isDate(date) || timeMs(time) >= dayMs) return null;
  const instant = Date.parse(`${date}T${time}${seconds}${zone}`);
  return Number.isNaN(instant) ? null : instant;
};

/** Shanghai wall time, as short as it is exact: `2021-10-08T08:30`, with seconds and milliseconds only if any. */
export const formatInstant = (instant: Instant): string => {
  const iso = new Date(instant + offsetMs).toISOString();
  if (instant % minuteMs === 0) return iso.slice(0, 16);
  return instant % 1000 === 0 ? iso.slice(0, 19) : iso.slice(0, 23);
};
