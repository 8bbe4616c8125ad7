/** Promise: figures are only ever shown beside a reference measured in the same run, as medians of the rounds. */

/** The smallest value that at least `share` of all values do not exceed; NaN of none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
};

/** One round's figures by name; null = cannot be measured on this machine. */
export type Figures = Readonly<Record<string, number | null>>;

const medianOf = (rounds: readonly Figures[], name: string): number | null => {
  const values = rounds.flatMap((round) => round[name] ?? []);
  return values.length === 0 ? null : median(values);
};

export const shown = (value: number | null): string => {
  if (value === null || Number.isNaN(value)) return '-';
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
};

export const ratio = (value: number | null, reference: number | null): string =>
  value === null || !reference ? '-' : `${(value / reference).toFixed(2)} x`;

export interface Column {
  readonly name: string;
  readonly rounds: readonly Figures[];
}

/** A row for every figure: the reference, then each product column with its ratio. */
export const table = (reference: Column, products: readonly Column[]): string => {
  const names = Object.keys(reference.rounds[0] ?? {});
  const head = ['', reference.name, ...products.flatMap(({ name }) => [name, 'ratio'])];
  const rows = names.map((name) => {
    const base = medianOf(reference.rounds, name);
    const cells = products.flatMap(({ rounds }) => {
      const value = medianOf(rounds, name);
      return [shown(value), ratio(value, base)];
    });
    return [name, shown(base), ...cells];
  });
  return aligned([head, ...rows]);
};

export const aligned = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 2),
        )
        .join(''),
    )
    .join('\n');
};
