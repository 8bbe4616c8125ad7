/** The little curve beside the as-of control: days along, overdue items up. All in the units of its own picture. */
import { daysBetween } from '../../parts/dates';

export interface TrendDay {
  readonly date: string;
  /** Items overdue when the day ended. */
  readonly red: number;
}

export interface CurveBox {
  readonly width: number;
  /** Where nothing is overdue. */
  readonly ground: number;
  /** Where most is. */
  readonly top: number;
  readonly from: string;
  readonly to: string;
}

const rounded = (n: number): number => Math.round(n * 10) / 10;

/** Where a day lies; days outside of the span lie on its edge. */
export const xOf = ({ from, to, width }: CurveBox, date: string): number => {
  const span = Math.max(1, daysBetween(from, to));
  return rounded((Math.min(span, Math.max(0, daysBetween(from, date))) / span) * width);
};

/** The day that lies at `x`, within the span. */
export const dayAt = ({ from, to, width }: CurveBox, x: number): number => {
  const span = Math.max(1, daysBetween(from, to));
  return Math.round((Math.min(width, Math.max(0, x)) / width) * span);
};

/** What was so on a day stays so until the next entry. */
export const curveOf = (days: readonly TrendDay[], box: CurveBox, until: string): string => {
  const most = Math.max(1, ...days.map(({ red }) => red));
  const y = (red: number): number => rounded(box.ground - (red / most) * (box.ground - box.top));
  const [first, ...rest] = days;
  if (!first) return '';
  const steps = rest.map(({ date, red }) => `H${xOf(box, date)}V${y(red)}`);
  return `M${xOf(box, first.date)} ${y(first.red)}${steps.join('')}H${xOf(box, until)}`;
};

/** The entry that holds on a day; null before the first. */
export const entryOn = <T extends { readonly date: string }>(days: readonly T[], date: string): T | null => {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.date ?? '') <= date) low = middle + 1;
    else high = middle;
  }
  return days[low - 1] ?? null;
};

/** First days of the years within a span, the first day of the span itself excepted. */
export const yearsIn = ({ from, to }: CurveBox): string[] => {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => `${first + n}-01-01`);
};
