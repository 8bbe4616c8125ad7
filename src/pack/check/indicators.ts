/** Indicators run 1, 2, 3 …, fall due in the period, mean what they print, and agree with the items both ways. */
import type { PlanIndicator } from '../../domain/plan.js';
import { soundOf, type Draft } from '../draft.js';
import type { Fault } from '../faults.js';
import { at, itemsByNumber, knownItems, periodOf, repeated, type PackDraft } from '../pack-draft.js';

export function* checkIndicators(pack: PackDraft): Iterable<Fault> {
  yield* checkEach(pack);
  yield* checkPrinted(pack);
  yield* checkTheirItems(pack);
  yield* checkItemsIndicators(pack);
}

function* checkEach(pack: PackDraft): Iterable<Fault> {
  const { indicators } = pack;
  if (indicators === null) return;
  const period = periodOf(pack);
  for (const [index, { number, due }] of soundOf(indicators.draft)) {
    if (number !== undefined && number !== index + 1) {
      const message = `${number} stands where ${index + 1} belongs; indicators run 1, 2, 3 …`;
      yield at(indicators, [index, 'number'], message);
    }
    if (period !== null && due !== undefined && (due < period.from || due > period.to)) {
      const message = `${due} lies outside the period; allowed is ${period.from} to ${period.to}`;
      yield at(indicators, [index, 'due'], message);
    }
  }
}

/** What is read differently from how it is printed needs a note that says why. */
function* checkPrinted({ indicators }: PackDraft): Iterable<Fault> {
  if (indicators === null) return;
  for (const [index, indicator] of soundOf(indicators.draft)) {
    if (indicator.note !== undefined) continue;
    for (const [key, printed] of printedParts(indicator)) {
      const read = indicator[key];
      if (read === undefined || printed === String(read)) continue;
      yield at(indicators, [index, key], `${read} is read where ${printed} is printed; a note must say why`);
    }
  }
}

type Readable = 'value' | 'unit' | 'nature' | 'comparator';

/** What the printed cells say for certain: a table may leave out its units and its comparison signs. */
function* printedParts({ printed, unit }: Draft<PlanIndicator>): Iterable<[Readable, string]> {
  if (printed?.nature !== undefined) yield ['nature', printed.nature];
  const [, comparator, figure, percent] = /^([≥≤=]?)(\d+(?:\.\d+)?)(%?)$/.exec(printed?.value ?? '') ?? [];
  if (comparator) yield ['comparator', comparator];
  if (figure !== undefined) yield ['value', String(Number(figure))];
  if (percent) yield ['unit', percent];
  if (percent === '' && unit === '%') yield ['unit', `a bare ${figure}`];
}

function* checkTheirItems(pack: PackDraft): Iterable<Fault> {
  const { indicators } = pack;
  if (indicators === null) return;
  const items = itemsByNumber(pack);
  const known = knownItems(pack);
  for (const [index, indicator] of soundOf(indicators.draft)) {
    const linked = soundOf(indicator.items);
    for (const [place, number] of linked) {
      const path = [index, 'items', place];
      const item = items.get(number);
      const back = item?.draft.indicators;
      if (known?.has(number) === false) {
        yield at(indicators, path, `there is no item ${number}; allowed are items of items/`);
      } else if (item !== undefined && disagrees(back, indicator.number)) {
        const message = `${item.file} does not name indicator ${indicator.number}; both must name each other`;
        yield at(indicators, path, message);
      }
    }
    for (const [place, number] of repeated(linked)) {
      yield at(indicators, [index, 'items', place], `item ${number} is named twice; once is enough`);
    }
  }
}

function* checkItemsIndicators({ indicators, items }: PackDraft): Iterable<Fault> {
  if (indicators === null) return;
  const sound = soundOf(indicators.draft).map(([, indicator]) => indicator);
  const complete =
    sound.length === indicators.draft.length && sound.every(({ number }) => number !== undefined);
  for (const item of items) {
    const named = soundOf(item.draft.indicators);
    for (const [place, number] of named) {
      const indicator = sound.find((one) => one.number === number);
      if (indicator === undefined && complete) {
        yield at(item, ['indicators', place], `there is no indicator ${number} in ${indicators.file}`);
      } else if (indicator !== undefined && disagrees(indicator.items, item.draft.number)) {
        const message = `indicator ${number} does not name item ${item.draft.number}; both must name each other`;
        yield at(item, ['indicators', place], message);
      }
    }
    for (const [place, number] of repeated(named)) {
      yield at(item, ['indicators', place], `indicator ${number} is named twice; once is enough`);
    }
  }
}

const disagrees = (named: readonly (number | undefined)[] | undefined, number: number | undefined): boolean =>
  number !== undefined && named !== undefined && !named.includes(undefined) && !named.includes(number);
