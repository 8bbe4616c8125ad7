/** Promise: sections stay in the plan's order and whole, as many to a row as fit; what a row has left over is told. */

export interface WallRow<S> {
  readonly sections: readonly S[];
  /** Columns nobody uses. */
  readonly free: number;
}

/** A section with more items than columns takes lines of its own. */
export const rowsOf = <S extends { readonly size: number }>(
  sections: readonly S[],
  columns: number,
): WallRow<S>[] => {
  const rows: { sections: S[]; free: number }[] = [];
  for (const section of sections) {
    const wanted = Math.min(section.size, columns);
    const last = rows.at(-1);
    if (last && last.free >= wanted) {
      last.sections.push(section);
      last.free -= wanted;
    } else rows.push({ sections: [section], free: columns - wanted });
  }
  return rows;
};
