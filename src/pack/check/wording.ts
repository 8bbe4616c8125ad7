/** Titles and printed figures are what the source text says at the stated lines, character by character. */
import { soundOf, type Draft } from '../draft.js';
import type { Fault, Path } from '../faults.js';
import { at, type PackDraft } from '../pack-draft.js';
import type { Said } from '../said.js';
import { afterItemNumber, afterSectionNumber, cellsAt, passageAt, type SourceText } from '../source-text.js';
import type { Positions } from '../yaml-file.js';

export function* checkWording(pack: PackDraft): Iterable<Fault> {
  const { source } = pack;
  if (source === null) return;
  yield* checkLines(pack, source);
  yield* checkHeadings(pack, source);
  yield* checkCells(pack, source);
}

interface Lined {
  readonly file: Positions;
  readonly path: Path;
  readonly lines: Draft<readonly number[]> | undefined;
}

const linedPlaces = ({ plan, items, indicators }: PackDraft): Lined[] => [
  ...(plan === null ? [] : listed(plan, [], plan.draft, ['sections', 'notes'])),
  ...items.flatMap((item) => [
    { file: item, path: ['lines'], lines: item.draft.lines },
    ...listed(item, [], item.draft, ['notes']),
  ]),
  ...soundOf(indicators?.draft).flatMap(([index, { lines }]) =>
    indicators === null ? [] : [{ file: indicators, path: [index, 'lines'], lines }],
  ),
];

type WithLines = readonly ({ readonly lines?: Lined['lines'] } | undefined)[] | undefined;

const listed = <K extends string>(
  file: Positions,
  path: Path,
  draft: { readonly [key in K]?: WithLines },
  keys: readonly K[],
): Lined[] =>
  keys.flatMap((key) =>
    soundOf(draft[key]).map(([index, { lines }]) => ({ file, path: [...path, key, index, 'lines'], lines })),
  );

function* checkLines(pack: PackDraft, source: SourceText): Iterable<Fault> {
  for (const { file, path, lines } of linedPlaces(pack)) {
    for (const [place, line] of soundOf(lines)) {
      if (line <= source.lines.length) continue;
      yield at(file, [...path, place], {
        zh: `${source.file} 没有第 ${line} 行；共 ${source.lines.length} 行`,
        en: `${source.file} has no line ${line}; it has ${source.lines.length}`,
      });
    }
  }
}

interface Heading {
  readonly file: Positions;
  readonly path: Path;
  readonly title: string;
  readonly lines: readonly number[];
  readonly passage: string;
  /** What follows the number; null when the passage does not begin with it. */
  readonly rest: string | null;
  readonly number: number;
  /** The text may run on after the title without 。, as a damaged paragraph does. */
  readonly mayRunOn: boolean;
}

const headings = (pack: PackDraft, source: SourceText): Heading[] => [
  ...soundOf(pack.plan?.draft.sections).flatMap(([index, section]) =>
    pack.plan === null
      ? []
      : heading(pack.plan, ['sections', index], section, source, afterSectionNumber, false),
  ),
  ...pack.items.flatMap((item) => heading(item, [], item.draft, source, afterItemNumber, true)),
];

const heading = (
  file: Positions,
  path: Path,
  { number, title, lines }: Draft<{ number: number; title: string; lines: number[] }>,
  source: SourceText,
  after: (passage: string, number: number) => string | null,
  mayRunOn: boolean,
): Heading[] => {
  if (number === undefined || title === undefined || lines === undefined || lines.includes(undefined))
    return [];
  const stated = soundOf(lines).map(([, line]) => line);
  const passage = passageAt(source, stated);
  if (passage === null) return [];
  return [{ file, path, title, lines: stated, passage, rest: after(passage, number), number, mayRunOn }];
};

function* checkHeadings(pack: PackDraft, source: SourceText): Iterable<Fault> {
  for (const heading of headings(pack, source)) {
    const { file, path, title, rest } = heading;
    const where = placeOf(heading, source);
    const left = leftOf(heading);
    if (rest === null) {
      yield at(file, [...path, 'lines'], beginsOtherwise(heading, where));
    } else if (left === null) {
      yield at(file, [...path, 'title'], differs(title, rest, where));
    } else if (left !== '' && !runsOn(heading)) {
      yield at(file, [...path, 'title'], goesOn(left, where));
    }
  }
}

const placeOf = ({ lines }: Heading, { file }: SourceText): Said => ({
  zh: `${file} 第 ${lines[0]} 行`,
  en: `line ${lines[0]} of ${file}`,
});

const beginsOtherwise = ({ number, passage }: Heading, where: Said): Said => ({
  zh: `${where.zh}不以序号 ${number} 开头，而以“${start(passage)}”开头`,
  en: `${where.en} does not begin with the number ${number}, but with “${start(passage)}”`,
});

const goesOn = (left: string, where: Said): Said => ({
  zh: `${where.zh}在第一个“。”之前还有“${start(left)}”；标题应到“。”为止`,
  en: `${where.en} goes on with “${start(left)}” before the first 。; a title goes up to it`,
});

/** What the first sentence still says after the title; null when it does not begin with it. */
const leftOf = ({ title, rest }: Heading): string | null =>
  rest?.startsWith(title) === true ? (rest.slice(title.length).split('。')[0] ?? '') : null;

/** Item titles have no comma: where one follows before the 。, the mark after the title was lost and the content runs on. */
const runsOn = (heading: Heading): boolean =>
  heading.mayRunOn && /[,\uFF0C;\uFF1B]/.test(leftOf(heading) ?? '');

const start = (text: string): string => [...text].slice(0, 12).join('');

const differs = (title: string, printed: string, where: Said): Said => {
  const wanted = [...printed];
  const index = [...title].findIndex((character, place) => character !== wanted[place]);
  const [here, there] = [[...title][index] ?? '', wanted[index] ?? ''];
  return {
    zh: `与 ${where.zh}不符：第 ${index + 1} 个字为“${here}”，原文为“${there}”`,
    en: `differs from ${where.en} at character ${index + 1}: “${here}” where “${there}” is printed`,
  };
};

/** Told unless a note of the item or of the plan on that line says why: the title stops before the sentence does. */
export function* warnOfCutTitles(pack: PackDraft): Iterable<Fault> {
  const { source } = pack;
  if (source === null) return;
  const noted = new Set(
    [pack.plan, ...pack.items].flatMap((file) =>
      soundOf(file?.draft.notes).flatMap(([, note]) => soundOf(note.lines).map(([, line]) => line)),
    ),
  );
  for (const heading of headings(pack, source)) {
    const { file, path, lines } = heading;
    if (!runsOn(heading) || lines.some((line) => noted.has(line))) continue;
    const where = placeOf(heading, source);
    yield at(file, [...path, 'title'], {
      zh: `${where.zh}在标题之后没有“。”，直接接续下文`,
      en: `${where.en} runs on after the title without 。`,
    });
  }
}

function* checkCells({ indicators }: PackDraft, source: SourceText): Iterable<Fault> {
  if (indicators === null) return;
  for (const [index, { name, printed, lines }] of soundOf(indicators.draft)) {
    if (lines === undefined || lines.includes(undefined)) continue;
    const cells = cellsAt(
      source,
      soundOf(lines).map(([, line]) => line),
    );
    const wanted: [Path, string | undefined][] = [
      [['name'], name],
      [['printed', 'value'], printed?.value],
      [['printed', 'nature'], printed?.nature],
    ];
    for (const [path, text] of wanted) {
      if (text === undefined || cells.includes(text)) continue;
      yield at(indicators, [index, ...path], {
        zh: `${source.file} 第 ${lines.join('、')} 行没有印出“${text}”`,
        en: `“${text}” is not printed in lines ${lines.join(', ')} of ${source.file}`,
      });
    }
  }
}
