/** Items run 1, 2, 3 …, and each stands in exactly one section, which it names itself. */
import { soundOf } from '../draft.js';
import type { Fault } from '../faults.js';
import { at, itemsByNumber, knownItems, type PackDraft } from '../pack-draft.js';

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
      yield at(
        item,
        ['number'],
        `item ${number} is given already by ${earlier.file}; each item has one file`,
      );
    }
  }
  if (knownItems(pack) === null) return;
  let expected = 1;
  for (const [number, item] of [...first].sort(([a], [b]) => a - b)) {
    if (number > expected) {
      const missing = number === expected + 1 ? `${expected}` : `${expected} to ${number - 1}`;
      yield at(
        item,
        ['number'],
        `item ${missing} is missing before ${number}; items run 1, 2, 3 … without a gap`,
      );
    }
    expected = number + 1;
  }
}

function* checkSectionNumbers({ plan }: PackDraft): Iterable<Fault> {
  for (const [index, { number }] of soundOf(plan?.draft.sections)) {
    if (plan === null || number === undefined || number === index + 1) continue;
    yield at(
      plan,
      ['sections', index, 'number'],
      `${number} stands where ${index + 1} belongs; sections run 1, 2, 3 …`,
    );
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
        yield at(
          plan,
          path,
          `item ${item} is listed by section ${earlier} already; each item stands in one section`,
        );
      }
      if (known?.has(item) === false)
        yield at(plan, path, `there is no item ${item}; allowed are items of items/`);
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
      yield at(
        item,
        ['number'],
        `item ${number} is listed by no section of ${plan.file}; each item stands in one`,
      );
    } else if (section !== undefined && section !== listing) {
      yield at(
        item,
        ['section'],
        `section ${section} does not list item ${number}; section ${listing} of ${plan.file} does`,
      );
    }
  }
}
