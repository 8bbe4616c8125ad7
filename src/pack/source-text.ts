/** The text a pack was read from, by lines, as titles and figures are held against it. */
export interface SourceText {
  readonly file: string;
  readonly lines: readonly string[];
}

export const sourceText = (file: string, text: string): SourceText => ({ file, lines: text.split(/\r?\n/) });

/** The stated lines in order, leading space (no-break space too) taken away; null when a line does not exist. */
export const passageAt = (source: SourceText, lines: readonly number[]): string | null => {
  const found = lines.map((line) => source.lines[line - 1]);
  return found.every((line) => line !== undefined) ? found.join('').trimStart() : null;
};

/** The cells of a table that lie on the stated lines, whether it stands one cell a line or one row a line. */
export const cellsAt = (source: SourceText, lines: readonly number[]): string[] =>
  lines.flatMap((line) => (source.lines[line - 1] ?? '').split(/[|\t]/)).map((cell) => cell.trim());

/** What follows the number of an item, `19.`; null when the passage does not begin with it. */
export const afterItemNumber = (passage: string, number: number): string | null =>
  afterMark(passage, new RegExp(`^${number}\\s*[.\uFF0E、]\\s*`));

/** What follows the number of a section, `(六)`, `六、` or `第六章`; null when the passage does not begin with it. */
export const afterSectionNumber = (passage: string, number: number): string | null => {
  const numeral = chineseNumeral(number);
  return afterMark(
    passage,
    new RegExp(`^(?:[(\uFF08]${numeral}[)\uFF09]|${numeral}、|第${numeral}[章节部]分?)\\s*`),
  );
};

const afterMark = (passage: string, mark: RegExp): string | null =>
  mark.test(passage) ? passage.replace(mark, '') : null;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99 as a heading counts: 一, 十, 十二, 三十六. */
export const chineseNumeral = (number: number): string => {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return ten + (digits[number % 10] ?? '');
};
