/** The real pack against its own source text, by a way of reading that shares nothing with the checks of src/pack. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { isBinding, type PlanDocument } from '../../src/domain/plan.js';
import { readPack } from '../../src/pack/read.js';

const dir = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));
const source = readFileSync(`${dir}/source.txt`, 'utf8');

/** Chapter 三: before it, Table 1 has cells such as 4.5 that look like items. */
const chapter = source.slice(source.indexOf('三、任务举措'));
const printedItems = new Map(
  [...chapter.matchAll(/^[\s\u00a0]*(\d{1,2})\.([^。\n]*)/gmu)].map(([, number, title]) => [
    Number(number),
    title,
  ]),
);
const printedSections = [...chapter.matchAll(/^[\s\u00a0]*\([一二三四五六七八九十]\)([^。\n]*)。/gmu)].map(
  ([, title]) => title,
);

/** Table 1 as its cells stand, one a line, four a row. */
const table = source
  .slice(source.indexOf('指标性质') + '指标性质'.length, source.indexOf('三、任务举措'))
  .split('\n')
  .map((cell) => cell.trim())
  .filter((cell) => cell !== '');
const printedIndicators = Array.from({ length: table.length / 4 }, (_, row) =>
  table.slice(row * 4, row * 4 + 4),
);

let plan: PlanDocument;
beforeAll(async () => {
  const read = await readPack(dir);
  if ('faults' in read) throw new Error(read.faults.map((fault) => JSON.stringify(fault)).join('\n'));
  expect(read.warnings).toEqual([]);
  plan = read.plan;
});

const itemOf = (number: number) => {
  const item = plan.items.find((one) => one.number === number);
  if (item === undefined) throw new Error(`there is no item ${number}`);
  return item;
};

describe('items and sections', () => {
  it('there are 36 items in 10 sections, as chapter 三 groups them', () => {
    const ranges = [
      ...[
        [1, 3],
        [4, 6],
        [7, 10],
        [11, 13],
        [14, 17],
      ],
      ...[
        [18, 21],
        [22, 27],
        [28, 30],
        [31, 33],
        [34, 36],
      ],
    ];
    expect(plan.items.map(({ number }) => number)).toEqual(
      Array.from({ length: 36 }, (_, index) => index + 1),
    );
    expect(plan.sections.map(({ items }) => [items[0], items.at(-1)])).toEqual(ranges);
    expect(plan.sections.flatMap(({ items }) => items)).toEqual(plan.items.map(({ number }) => number));
  });

  it('titles of items are those of the text, and only item 10 ends before its first 。', () => {
    expect(printedItems.size).toBe(36);
    const differing = plan.items.filter(({ number, title }) => printedItems.get(number) !== title);
    expect(differing.map(({ number }) => number)).toEqual([10]);
    expect(printedItems.get(10)).toMatch(new RegExp(`^${itemOf(10).title}以加快推进`));
  });

  it('titles of sections are those of the text', () => {
    expect(plan.sections.map(({ title }) => title)).toEqual(printedSections);
  });

  it('the stated lines hold the whole paragraph of each item, the broken one of item 13 too', () => {
    const lines = source.split('\n');
    const starts = plan.items.map(({ lines: [first = 0] }) => lines[first - 1]?.trim());
    expect(starts).toEqual(
      plan.items.map(
        ({ number, title }) => expect.stringMatching(`^${number}\\.${escaped(title)}`) as string,
      ),
    );
    expect(plan.items.filter((item) => item.lines.length > 1).map(({ number }) => number)).toEqual([13]);
    expect(itemOf(13).lines.map((line) => lines[line - 1]?.slice(0, 7))).toEqual(['13.建立健全', '“2+5+N”']);
  });

  it('tiles are short', () => {
    for (const { tile } of plan.items) expect([...tile.replaceAll('|', '')].length).toBeLessThanOrEqual(14);
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('measures', () => {
  it('there are about 400, 6 to 15 an item', () => {
    const counts = plan.items.map(({ measures }) => measures.length);
    const sum = counts.reduce((total, count) => total + count, 0);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...counts)).toBeLessThanOrEqual(15);
    expect(sum).toBeGreaterThanOrEqual(380);
    expect(sum).toBeLessThanOrEqual(430);
  });

  it('no measure stands twice', () => {
    const texts = plan.items.flatMap(({ measures }) => measures.map(({ text }) => text));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('each is carried by a milestone of its item', () => {
    for (const { measures, milestones } of plan.items) {
      const carried = new Set(milestones.flatMap((milestone) => milestone.measures));
      expect([...carried].sort()).toEqual(measures.map(({ id }) => id).sort());
    }
  });
});

describe('milestones', () => {
  it('only where the text itself gives a date does the plan stand for it', () => {
    const dated = plan.items.flatMap(({ number, milestones }) =>
      milestones.filter(({ basis }) => basis === 'plan').map(({ due }) => [number, due]),
    );
    expect(dated).toEqual([
      [15, '2025-12-31'],
      [16, '2025-12-31'],
      [19, '2022-12-31'],
      [31, '2025-12-31'],
    ]);
  });

  it('every item has one in each year from 2021 to 2025, as its work goes on', () => {
    for (const { number, milestones } of plan.items) {
      const years = new Set(milestones.map(({ due }) => due.slice(0, 4)));
      expect({ number, years: [...years] }).toEqual({
        number,
        years: ['2021', '2022', '2023', '2024', '2025'],
      });
    }
  });

  it('none is due before the plan was published', () => {
    const early = plan.items.flatMap(({ milestones }) =>
      milestones.filter(({ due }) => due < plan.publishedOn),
    );
    expect(early).toEqual([]);
  });
});

describe('indicators', () => {
  it('are the 20 of Table 1 as it prints them', () => {
    expect(printedIndicators).toHaveLength(20);
    const read = plan.indicators.map(({ number, name, printed }) => [
      String(number),
      name,
      printed.value,
      printed.nature,
    ]);
    expect(read).toEqual(printedIndicators);
  });

  it('are linked to the items that bring them about, both ways', () => {
    const links = [
      [8],
      [9],
      [9],
      [9],
      [9],
      [10],
      [12],
      [12],
      [21],
      [21],
      [15],
      [16],
      [5, 9],
      [22],
      [32],
      [19],
      [23],
      [23, 30],
      [31],
      [29],
    ];
    expect(plan.indicators.map(({ items }) => items)).toEqual(links);
    for (const { number, indicators } of plan.items) {
      expect(indicators).toEqual(
        plan.indicators.filter(({ items }) => items.includes(number)).map((one) => one.number),
      );
    }
  });

  it('2, 4 and 13 are binding, and so are their items 5 and 9', () => {
    expect(numbersOf(({ nature }) => nature === '约束性')).toEqual([2, 4, 13]);
    expect(plan.items.filter((item) => isBinding(plan, item)).map(({ number }) => number)).toEqual([5, 9]);
  });

  it('3 and 6 are ceilings, all others floors', () => {
    expect(numbersOf(({ comparator }) => comparator === '≤')).toEqual([3, 6]);
    expect(numbersOf(({ comparator }) => comparator === '≥')).toHaveLength(18);
  });

  it('7 and 8 print 逾期性 and are expected ones, with a note that says so', () => {
    const misprinted = numbersOf(({ printed }) => printed.nature === '逾期性');
    expect(misprinted).toEqual([7, 8]);
    for (const { nature, note } of plan.indicators.filter(({ number }) => misprinted.includes(number))) {
      expect({ nature, note }).toEqual({
        nature: '预期性',
        note: expect.stringContaining('逾期性') as string,
      });
    }
  });

  it('16 falls due with item 19 at the end of 2022, all others with the plan', () => {
    expect(numbersOf(({ due }) => due === '2022-12-31')).toEqual([16]);
    expect(numbersOf(({ due }) => due === '2025-12-31')).toHaveLength(19);
  });

  it('a binding rate holds every year', () => {
    const kinds = plan.indicators.filter(({ nature }) => nature === '约束性').map(({ kind }) => kind);
    expect(kinds).toEqual(['yearly', 'yearly', 'yearly']);
  });

  it('17 is 4.5 and 20 counts the 8 results of digital reform, not the 8 of the overall goal', () => {
    expect(plan.indicators[16]).toMatchObject({ number: 17, value: 4.5 });
    expect(plan.indicators[19]).toMatchObject({
      number: 20,
      value: 8,
      note: expect.stringContaining('标志性成果') as string,
    });
  });

  const numbersOf = (fits: (indicator: PlanDocument['indicators'][number]) => boolean): number[] =>
    plan.indicators.filter(fits).map(({ number }) => number);
});

describe('the rest of the plan', () => {
  it('was signed on 2021-09-03, published on 2021-09-12 and runs from 2021 to 2025', () => {
    expect(plan).toMatchObject({
      title: '舟山市司法行政工作“十四五”发展规划',
      signedOn: '2021-09-03',
      publishedOn: '2021-09-12',
      period: { from: '2021-01-01', to: '2025-12-31' },
    });
    expect(source).toContain('发布日期:2021-09-12');
  });

  it('every unit is proposed, since the text names none', () => {
    expect(plan.units).toHaveLength(24);
    expect(new Set(plan.units.map(({ basis }) => basis))).toEqual(new Set(['proposed']));
  });

  it('the calendar covers the plan and the year after', () => {
    expect(plan.calendar.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it.each([
    ['no-break spaces before items 8 and 36', [251, 323]],
    ['no-break spaces before sections 六 and 十', [277, 317]],
    ['item 13 broken in the middle', [263, 265]],
    ['quotation marks lost from runs of terms', [269, 275]],
    ['4.5 that looks like an item', [201]],
    ['item 10 without a 。 after its title', [255]],
    ['销号 of work, 挂牌督战 of projects', [323]],
    ['no lead unit named, indicators broken down too', [319]],
    ['dates in the text', [271, 273, 281, 311]],
    ['comparison signs lost', [87, 111]],
    ['natures misprinted', [123, 131]],
    ['zero lost cases in item 10, 5 % in the table', [113, 255]],
    ['indicator 16 due with item 19', [191, 281]],
    ['two different eights', [57, 223]],
    ['the date of signature damaged', [16]],
    ['the end of the plan has passed', [24]],
  ])('a note says what was done about %s', (_, lines) => {
    const covering = plan.notes.filter((note) => lines.every((line) => note.lines.includes(line)));
    expect(covering).not.toEqual([]);
  });
});
