/** Figures as they are read: thousands apart. */
export const grouped = (n: number): string => n.toLocaleString('en-US');

/** A whole percentage; null of nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 100);
