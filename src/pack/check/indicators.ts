/** Indicators run 1, 2, 3 …, fall due in the period, mean what they print, and agree with the items both ways. */
import type { PlanIndicator } from '../../domain/plan.js';
import { soundOf, type Draft } from '../draft.js';
import type { Fault } from '../faults.js';
import {
  at,
  itemsByNumber,
  knownItems,
  noSuchItem,
  outsidePeriod,
  periodOf,
  repeated,
  type PackDraft,
} from '../pack-draft.js';
import { saidAlike, type Said } from '../said.js';

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
      yield at(indicators, [index, 'number'], {
        zh: `此处应为 ${index + 1}，现为 ${number}；指标按 1、2、3 … 连续编号`,
        en: `${number} stands where ${index + 1} belongs; indicators run 1, 2, 3 …`,
      });
    }
    if (period !== null && due !== undefined && (due < period.from || due > period.to)) {
      yield at(indicators, [index, 'due'], outsidePeriod(due, period));
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
      if (read === undefined || printed.en === String(read)) continue;
      yield at(indicators, [index, key], {
        zh: `此处读作 ${read}，原文印作 ${printed.zh}；须以 note 说明原因`,
        en: `${read} is read where ${printed.en} is printed; a note must say why`,
      });
    }
  }
}

type Readable = 'value' | 'unit' | 'nature' | 'comparator';

/** What the printed cells say for certain: a table may leave out its units and its comparison signs. */
function* printedParts({ printed, unit }: Draft<PlanIndicator>): Iterable<[Readable, Said]> {
  if (printed?.nature !== undefined) yield ['nature', saidAlike(printed.nature)];
  const [, comparator, figure, percent] = /^([≥≤=]?)(\d+(?:\.\d+)?)(%?)$/.exec(printed?.value ?? '') ?? [];
  if (comparator) yield ['comparator', saidAlike(comparator)];
  if (figure !== undefined) yield ['value', saidAlike(String(Number(figure)))];
  if (percent) yield ['unit', saidAlike(percent)];
  if (percent === '' && unit === '%') yield ['unit', { zh: `不带单位的 ${figure}`, en: `a bare ${figure}` }];
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
        yield at(indicators, path, noSuchItem(number));
      } else if (item !== undefined && disagrees(back, indicator.number)) {
        yield at(indicators, path, {
          zh: `${item.file} 没有列出指标 ${indicator.number}；两处须相互列出`,
          en: `${item.file} does not name indicator ${indicator.number}; both must name each other`,
        });
      }
    }
    for (const [place, number] of repeated(linked)) {
      yield at(indicators, [index, 'items', place], {
        zh: `事项 ${number} 重复；列一次即可`,
        en: `item ${number} is named twice; once is enough`,
      });
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
        yield at(item, ['indicators', place], {
          zh: `${indicators.file} 中没有指标 ${number}`,
          en: `there is no indicator ${number} in ${indicators.file}`,
        });
      } else if (indicator !== undefined && disagrees(indicator.items, item.draft.number)) {
        yield at(item, ['indicators', place], {
          zh: `指标 ${number} 没有列出事项 ${item.draft.number}；两处须相互列出`,
          en: `indicator ${number} does not name item ${item.draft.number}; both must name each other`,
        });
      }
    }
    for (const [place, number] of repeated(named)) {
      yield at(item, ['indicators', place], {
        zh: `指标 ${number} 重复；列一次即可`,
        en: `indicator ${number} is named twice; once is enough`,
      });
    }
  }
}

const disagrees = (named: readonly (number | undefined)[] | undefined, number: number | undefined): boolean =>
  number !== undefined && named !== undefined && !named.includes(undefined) && !named.includes(number);
