// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeskEntry } from '../../web/src/data/contract';
import type * as TaskWords from '../../web/src/pages/desk/task-words';

/** The pages' texts are in the reader's language, which is known only in a browser. */
let words: typeof TaskWords;
beforeAll(async () => {
  localStorage.setItem('duzhan.language', 'zh');
  words = await import('../../web/src/pages/desk/task-words');
});

const entry = (over: Partial<DeskEntry>): DeskEntry => ({
  kind: 'milestone',
  id: 'M3',
  title: '方案印发',
  item: {
    id: 'p-13',
    number: 13,
    title: '建立健全行政执法监督制约体系',
    tile: '行政执法|监督制约体系',
    unit: { id: 'enforcement', name: '行政执法协调监督处' },
    light: 'red',
    level: 'urged',
  },
  light: 'red',
  case: null,
  subject: 'M3',
  about: null,
  by: 'unit',
  unit: null,
  since: null,
  until: '2023-02-28',
  over: true,
  daysOver: 3,
  workingDays: { since: null, left: 0, over: 3 },
  holders: [],
  otherwise: null,
  ahead: [],
  commands: ['submitEvidence'],
  available: [],
  returned: null,
  ...over,
});

const rung = (name: string, title: string, at: string): DeskEntry['ahead'][number] => ({
  rung: name,
  title,
  at,
});

describe('the clock of a thing to do', () => {
  it.each([
    [{ over: true, workingDays: { since: null, left: 0, over: 3 } }, '逾 3 工作日'],
    [
      { kind: 'case', case: 'receipt', over: true, workingDays: { since: 8, left: 0, over: 2 } },
      '迟 2 工作日',
    ],
    [{ over: false, workingDays: { since: null, left: 3, over: 0 } }, '余 3 工作日'],
    [{ over: false, workingDays: { since: null, left: 0, over: 0 } }, '今日止'],
    // Over since a day off: no working day has passed yet.
    [{ over: true, workingDays: { since: null, left: 0, over: 0 } }, null],
  ] as const)('reads %j', (over, figure) => {
    expect(words.clockFigure(entry(over))).toBe(figure);
  });
});

it('tells dates that are over from terms that are', () => {
  const tasks = [
    { entry: entry({ kind: 'milestone', over: true }) },
    { entry: entry({ kind: 'case', over: true }) },
    { entry: entry({ kind: 'milestone', over: false, light: 'yellow' }) },
  ] as unknown as Parameters<typeof words.countsOf>[0];
  expect(words.countsOf(tasks)).toEqual({ over: 1, late: 1, soon: 1 });
});

describe('what follows if it is left', () => {
  const letter = rung('letter', '督办函', '2023-03-07T08:30:00.000+08:00');
  const listing = rung('listing1', '一级挂牌督战', '2023-03-14T08:30:00.000+08:00');
  const reminder = rung('reminder2', '末次提醒', '2023-03-03T08:30:00.000+08:00');

  it('is the next rungs with their dates, a reminder being none', () => {
    const found = words.consequencesOf(entry({ ahead: [reminder, letter, listing] }), '2023-03-03');
    expect(found.map(({ date, what }) => `${date} ${what}`)).toEqual(['03-07 督办函', '03-14 一级挂牌督战']);
  });

  it('is of a case what the API says, with who will be told', () => {
    const otherwise = {
      key: 'receipt/1:over:1',
      type: 'caseBecameOverdue',
      at: '2023-03-08T00:00:00.000+08:00',
      told: ['unit_officer', 'unit_head'] as ('unit_officer' | 'unit_head')[],
      text: '签收超过时限',
    };
    const found = words.consequencesOf(entry({ kind: 'case', case: 'receipt', otherwise }), '2023-03-03');
    expect(found).toMatchObject([{ date: '03-08', what: '签收超过时限，告知填报员、单位负责人' }]);
  });

  it('is nothing where nothing comes by itself', () => {
    expect(words.consequencesOf(entry({}), '2023-03-03')).toEqual([]);
  });
});

it('says of returned evidence what is missing', () => {
  const returned = { at: '2023-03-01T09:00:00.000+08:00', reason: '缺盖章页' };
  const task = { entry: entry({ kind: 'milestone', returned }), alike: [] };
  expect(words.matterOf(task as unknown as Parameters<typeof words.matterOf>[0])).toBe(
    '里程碑，佐证已退回：缺盖章页',
  );
});
