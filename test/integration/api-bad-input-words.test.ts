import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commandBodies, itemCommandTypes } from '../../src/api/contract/commands.js';
import { endpoints } from '../../src/api/contract/index.js';
import { checked } from '../../src/api/contract/faults.js';
import { listItems } from '../../src/api/contract/items.js';
import { problemText } from '../../src/api/problem.js';
import { findTextFault } from '../../src/api/text-guard.js';
import { wordsOf, type FaultCode, type Language, type Naming } from '../../src/api/words/index.js';
import { sampleBody } from './api-samples.js';

const languages: readonly Language[] = ['zh', 'en'];
type Schema = Parameters<typeof checked>[0];

const faultsOf = (schema: Schema, value: unknown, language: Language): Readonly<Record<string, string>> => {
  const found = checked(schema, value, language);
  if (!('faults' in found)) return {};
  return Object.fromEntries(found.faults.map(({ path, message }) => [path, message]));
};

/** Everything our words can come to, whatever is put in their places. */
const ours = (language: Language): RegExp => {
  const sentences = Object.values(wordsOf[language].faults).map((text) =>
    text.replaceAll(/[.*+?^$()[\]\\|]/g, '\\$&').replaceAll(/\{\w+\}/g, '.*'),
  );
  return new RegExp(`^(?:${sentences.join('|')})$`);
};

const wrong: readonly unknown[] = [
  '',
  '?',
  'x'.repeat(30_000),
  -1,
  1.5,
  1e308,
  NaN,
  null,
  true,
  {},
  [],
  [[7]],
  undefined,
];

/** Every way to put a value in the place of one leaf. */
const withLeaf = (value: unknown, put: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [put];
  return [
    put,
    ...Object.entries(value).flatMap(([key, entry]) =>
      withLeaf(entry, put).map((changed) =>
        Array.isArray(value) ? (value as unknown[]).with(Number(key), changed) : { ...value, [key]: changed },
      ),
    ),
  ];
};

describe('a fault of a field', () => {
  it.each(itemCommandTypes)('of %s is always said in our own words', (command) => {
    for (const language of languages) {
      const known = ours(language);
      for (const put of wrong)
        for (const body of withLeaf(sampleBody(command, randomUUID()), put))
          for (const message of Object.values(faultsOf(commandBodies[command], body, language)))
            expect(message).toMatch(known);
    }
  });

  it('of a query is said in our own words too, whatever the endpoint', () => {
    for (const language of languages)
      for (const { query } of endpoints)
        for (const put of wrong) {
          const given = Object.fromEntries(Object.keys(query.shape).map((name) => [name, put]));
          for (const message of Object.values(faultsOf(query, given, language)))
            expect(message).toMatch(ours(language));
        }
  });

  it.each([
    [
      'a number out of range',
      { limit: '1000' },
      '/limit',
      '须是 1 至 200 之间的整数',
      'must be a whole number from 1 to 200',
    ],
    [
      'what is no number',
      { limit: 'many' },
      '/limit',
      '须是 1 至 200 之间的整数',
      'must be a whole number from 1 to 200',
    ],
    [
      'half a number',
      { limit: '1.5' },
      '/limit',
      '须是 1 至 200 之间的整数',
      'must be a whole number from 1 to 200',
    ],
    [
      'a word that is not in the list',
      { sort: 'size' },
      '/sort',
      '须是以下之一：number, danger',
      'must be one of: number, danger',
    ],
    [
      'a word of a list of words',
      { light: ['pink'] },
      '/light/0',
      '须是以下之一：red, yellow, green, blue, grey',
      'must be one of: red, yellow, green, blue, grey',
    ],
    ['an empty text', { search: '' }, '/search', '须为 1 至 100 个字', 'must have 1 to 100 characters'],
    [
      'too many of them',
      { section: Array<string>(41).fill('1') },
      '/section',
      '最多 40 项',
      'at most 40 entries',
    ],
    [
      'a date that does not exist',
      { dueBy: '2023-02-30' },
      '/dueBy',
      '须是存在的日期，例如 2023-03-31',
      'must be a date that exists, such as 2023-03-31',
    ],
    ['a filter nobody knows', { colour: 'red' }, '', '没有这个字段：colour', 'no such field: colour'],
  ])('%s is told with what is allowed', (_, query, path, zh, en) => {
    expect(faultsOf(listItems.query, query, 'zh')).toEqual({ [path]: zh });
    expect(faultsOf(listItems.query, query, 'en')).toEqual({ [path]: en });
  });

  it('is told once a field', () => {
    const { urge } = commandBodies;
    expect(faultsOf(urge, { milestone: '?'.repeat(100), note: 7 }, 'zh')).toEqual({
      '/milestone': '最多 64 个字',
      '/note': '须是文字',
    });
  });

  it('names the level, the case and the file as they must be given', () => {
    expect(faultsOf(commandBodies.proposeListing, { level: 4 }, 'zh')).toEqual({
      '/level': '须是以下之一：1, 2, 3',
    });
    expect(faultsOf(commandBodies.withdrawObstacle, { obstacle: '!', reason: 'x' }, 'zh')).toEqual({
      '/obstacle': '须是事由的编号，例如 obstacle/1',
    });
    expect(faultsOf(commandBodies.submitEvidence, { milestone: 'M1', files: ['x'] }, 'zh')).toEqual({
      '/files/0': '须是 UUID',
    });
    expect(faultsOf(commandBodies.submitEvidence, { milestone: 'M1', files: [] }, 'zh')).toEqual({
      '/files': '须为 1 至 50 项',
    });
  });
});

it('both languages name the same things of a fault', () => {
  const holes = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [code, text] of Object.entries(wordsOf.zh.faults))
    expect([code, holes(text)]).toEqual([code, holes(wordsOf.en.faults[code as FaultCode])]);
});

describe('what is written', () => {
  it('may leave out a note that may be empty', () => {
    for (const command of ['submitEvidence', 'acceptEvidence', 'urge', 'issueLetter'] as const) {
      const written: Record<string, unknown> = { ...sampleBody(command, randomUUID()) };
      delete written['note'];
      expect(checked(commandBodies[command], written, 'zh')).toEqual({ value: { ...written, note: '' } });
    }
  });

  it('ends its lines one way', () => {
    expect(checked(commandBodies.comment, { text: '一\r\n二\n三' }, 'zh')).toEqual({
      value: { text: '一\n二\n三' },
    });
  });

  it.each([
    ['\x07', 'U+0007'],
    ['\x1b', 'U+001B'],
    ['\x7f', 'U+007F'],
    ['\x85', 'U+0085'],
    ['\0', 'U+0000'],
    ['a\rb', 'U+000D'],
    ['\u202e', 'U+202E'],
    ['\u2066', 'U+2066'],
    ['\u200f', 'U+200F'],
    ['\u200b', 'U+200B'],
    ['\ufeff', 'U+FEFF'],
    ['\ud800', 'U+D800'],
  ])('must not hold %j', (text, list) => {
    expect(findTextFault({ text: [`督${text}战`] })).toEqual({
      fault: 'malformed_text',
      path: '/text/0',
      values: { list },
    });
  });

  it('may hold lines, tabs, emoji and any script', () => {
    expect(findTextFault({ a: '一\n二\t三\r\n四', b: '👩‍👩‍👧‍👦🇨🇳', c: 'שלום 안녕 𠮷' })).toBeNull();
  });
});

describe('a refusal', () => {
  const naming: Naming = {
    unit: (id) => (id === 'dinghai' ? '定海区司法局' : id),
    milestone: (id) => (id === 'M1' ? 'M1“验收”' : id),
    measure: (id) => id,
  };

  it.each([
    ['no_such_case', 'evidence_review/M1', '现在没有待办的“佐证审核（M1“验收”）”。'],
    ['no_such_case', 'interview', '现在没有待办的“约谈”。'],
    ['no_such_case', 'obstacle/7', '现在没有待办的“堵点答复”。'],
    ['no_such_case', 'listing', '现在没有待办的“挂牌督战”。'],
    ['case_open', 'countersignature/dinghai/1', '“协办会签（定海区司法局）”还没有结论。'],
    ['case_open', 'listing_signature/L2/1', '“挂牌签批（二级挂牌）”还没有结论。'],
    ['case_open', 'rectification/listing1/2', '“整改方案”还没有结论。'],
    ['milestone_open', 'M1', 'M1“验收” 还没有验收或取消。'],
    ['milestone_overdue', 'M9', 'M9 逾期未验收。'],
    ['due_date_over', '2023-03-31', '到期日 2023-03-31 已过，不能再这样办。'],
    ['date_not_future', '2023-03-31', '2023-03-31 不晚于今天或现行到期日。'],
    ['not_countersigned', 'dinghai', '定海区司法局 尚未会签。'],
    ['not_countersigned', '', '须所有协办单位会签后才能核验。'],
    ['rank_too_low', 'director', '这一步须由局长或更高一级办理。'],
    ['already_done', 'listed_3', '三级挂牌 已经办过，不必再办。'],
    ['already_done', 'M1', 'M1“验收” 已经办过，不必再办。'],
    ['wrong_state', 'closed', '事项现在处于“销号”阶段，不能办这一步。'],
    ['wrong_state', null, '这一步不适用于事项现在所处的阶段。'],
  ] as const)('%s of %s says what stands in the way', (code, detail, text) => {
    expect(problemText(code, detail, 'zh', naming).detail).toBe(text);
  });

  it('says the same in English', () => {
    expect(problemText('no_such_case', 'extension/M1', 'en', naming).detail).toBe(
      'No “Extension decision (M1“验收”)” is open now.',
    );
  });
});
