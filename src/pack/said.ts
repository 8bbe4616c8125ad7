/** What is told about a pack, in both languages of the house: whoever adds a sentence gives both, side by side. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** For what no language changes: a number, a cell of a table. */
export const saidAlike = (text: string): Said => ({ zh: text, en: text });
