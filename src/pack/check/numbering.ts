/** Items run 1, 2, 3 …, and each stands in exactly one section, which it names itself. */
import { soundOf } from '../draft.js';
import type { Fault } from '../faults.js';
import { at, itemsByNumber, knownItems, noSuchItem, type PackDraft } from '../pack-draft.js';
import { saidAlike, type Said } from '../said.js';

export function* checkNumbering(pack: PackDraft): Iterable<Fault> {
  yield* checkItemNumbers(pack);
  yield* checkSectionNumbers(pack);
  yield* checkSectionItems(pack);
  yield* checkItemSections(pack);
}

function* checkItemNumbers(pack: PackDraft): Iterable<Fault> {
  const first = itemsByNumber(pack);
  for (const item of pack.items) {
    const { number } = item.draft;
    const earlier = number === undefined ? item : first.get(number);
    if (earlier !== undefined && earlier !== item) {
      yield at(item, ['number'], {
        zh: `事项 ${number} 已由 ${earlier.file} 给出；每个事项只有一个文件`,
        en: `item ${number} is given already by ${earlier.file}; each item has one file`,
      });
    }
  }
  if (knownItems(pack) === null) return;
  let expected = 1;
  for (const [number, item] of [...first].sort(([a], [b]) => a - b)) {
    if (number > expected) {
      const missing = stretch(expected, number - 1);
      yield at(item, ['number'], {
        zh: `${number} 之前缺少事项 ${missing.zh}；事项按 1、2、3 … 连续编号，不得间断`,
        en: `item ${missing.en} is missing before ${number}; items run 1, 2, 3 … without a gap`,
      });
    }
    expected = number + 1;
  }
}

const stretch = (from: number, to: number): Said =>
  from === to ? saidAlike(`${from}`) : { zh: `${from} 至 ${to}`, en: `${from} to ${to}` };

function* checkSectionNumbers({ plan }: PackDraft): Iterable<Fault> {
  for (const [index, { number }] of soundOf(plan?.draft.sections)) {
    if (plan === null || number === undefined || number === index + 1) continue;
    yield at(plan, ['sections', index, 'number'], {
      zh: `此处应为 ${index + 1}，现为 ${number}；板块按 1、2、3 … 连续编号`,
      en: `${number} stands where ${index + 1} belongs; sections run 1, 2, 3 …`,
    });
  }
}

function* checkSectionItems(pack: PackDraft): Iterable<Fault> {
  const { plan } = pack;
  if (plan === null) return;
  const known = knownItems(pack);
  const listedBy = new Map<number, number>();
  for (const [index, section] of soundOf(plan.draft.sections)) {
    for (const [place, item] of soundOf(section.items)) {
      const path = ['sections', index, 'items', place];
      const earlier = listedBy.get(item);
      if (earlier !== undefined) {
        yield at(plan, path, {
          zh: `事项 ${item} 已列入板块 ${earlier}；每个事项只属于一个板块`,
          en: `item ${item} is listed by section ${earlier} already; each item stands in one section`,
        });
      }
      if (known?.has(item) === false) yield at(plan, path, noSuchItem(item));
      listedBy.set(item, earlier ?? section.number ?? index + 1);
    }
  }
}

function* checkItemSections({ plan, items }: PackDraft): Iterable<Fault> {
  if (plan === null) return;
  const sections = soundOf(plan.draft.sections).map(([, section]) => section);
  const complete = sections.every(
    ({ number, items: listed }) => number !== undefined && listed !== undefined,
  );
  if (sections.length === 0 || !complete) return;
  for (const item of items) {
    const { number, section } = item.draft;
    if (number === undefined) continue;
    const listing = sections.find(({ items: listed }) => listed?.includes(number))?.number;
    if (listing === undefined) {
      yield at(item, ['number'], {
        zh: `${plan.file} 的各板块都没有列出事项 ${number}；每个事项须属于一个板块`,
        en: `item ${number} is listed by no section of ${plan.file}; each item stands in one`,
      });
    } else if (section !== undefined && section !== listing) {
      yield at(item, ['section'], {
        zh: `板块 ${section} 没有列出事项 ${number}；列出它的是 ${plan.file} 的板块 ${listing}`,
        en: `section ${section} does not list item ${number}; section ${listing} of ${plan.file} does`,
      });
    }
  }
}
