/** Calendar quarters, by which progress is reported. */
import { dateOf, endOf, type Instant, type IsoDate } from './instants.js';

export interface Quarter {
  /** `2021Q4`. */
  readonly name: string;
  /** 00:00 of its first day. */
  readonly start: Instant;
  /** 24:00 of its last day. */
  readonly end: Instant;
}

const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const;

const quarter = (year: number, index: number): Quarter => {
  const endDate = (y: number, i: number): IsoDate => `${y}-${lastDays[i] ?? '12-31'}`;
  return {
    name: `${year}Q${index + 1}`,
    start: endOf(index === 0 ? endDate(year - 1, 3) : endDate(year, index - 1)),
    end: endOf(endDate(year, index)),
  };
};

/** The quarter whose end comes first strictly after the instant. */
export const quarterEndingAfter = (instant: Instant): Quarter => {
  const date = dateOf(instant);
  return quarter(Number(date.slice(0, 4)), Math.floor((Number(date.slice(5, 7)) - 1) / 3));
};
