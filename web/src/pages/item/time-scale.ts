/** The time of a plan as one line: every milestone's dates lie on it by the same scale. */

export interface TimeScale {
  /** 0 to 1. */
  readonly at: (date: string) => number;
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

const dayMs = 86_400_000;
const numberOf = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayMs;

/** From the beginning of what is shown to its end, with a little room at either side for the marks. */
export const timeScale = (dates: readonly string[]): TimeScale => {
  const numbers = dates.map(numberOf);
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const room = Math.max(20, (last - first) * 0.04);
  const at = (date: string): number => (numberOf(date) - first + room) / (last - first + 2 * room);
  const from = new Date(first * dayMs).getUTCFullYear();
  const to = new Date(last * dayMs).getUTCFullYear();
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    .map((year) => ({ year, at: at(`${year}-01-01`) }))
    .filter((tick) => tick.at >= 0 && tick.at < 0.96);
  return { at, years };
};
