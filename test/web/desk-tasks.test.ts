import { describe, expect, it } from 'vitest';
import { givenOf } from '../../web/src/commands/given-of';
import { tasksOf } from '../../web/src/commands/tasks-of';
import type { DeskEntry } from '../../web/src/data/contract';

const item = {
  id: 'p-13',
  number: 13,
  title: '建立健全行政执法监督制约体系',
  tile: '行政执法|监督制约体系',
  unit: { id: 'enforcement', name: '行政执法协调监督处' },
  light: 'red',
  level: 'none',
} as const;

const report = (quarter: string, over: Partial<DeskEntry> = {}): DeskEntry => ({
  kind: 'case',
  id: `report/${quarter}/1`,
  title: '进展填报',
  item,
  light: null,
  case: 'report',
  subject: quarter,
  about: null,
  by: 'unit',
  unit: item.unit,
  since: '2023-01-01T00:00:00.000+08:00',
  until: '2023-01-10',
  over: true,
  daysOver: 3,
  workingDays: { since: 9, left: 0, over: 3 },
  holders: [],
  otherwise: null,
  ahead: [],
  commands: ['reportProgress'],
  available: [],
  returned: null,
  ...over,
});

const evidence = (id: string, over: Partial<DeskEntry> = {}): DeskEntry =>
  report('', {
    kind: 'milestone',
    id,
    case: null,
    subject: id,
    light: 'red',
    title: '方案印发',
    commands: ['submitEvidence', 'requestExtension'],
    ...over,
  });

describe('things to do', () => {
  it('are one where one form settles them, the most dangerous first', () => {
    const tasks = tasksOf([report('2022Q3'), evidence('M3'), report('2022Q4')]);
    expect(tasks.map(({ entry, alike }) => [entry.id, alike.map(({ id }) => id)])).toEqual([
      ['report/2022Q3/1', ['report/2022Q4/1']],
      ['M3', []],
    ]);
  });

  it('are two where the form is about something else', () => {
    expect(tasksOf([evidence('M3'), evidence('M4')])).toHaveLength(2);
    expect(tasksOf([report('2022Q3'), report('2022Q3', { item: { ...item, id: 'p-14' } })])).toHaveLength(2);
  });
});

describe('what a row says of its form', () => {
  it.each([
    [evidence('M3'), { milestone: 'M3' }],
    [report('2022Q3'), {}],
    [report('', { case: 'evidence_review', subject: 'M2' }), { milestone: 'M2' }],
    [report('', { case: 'obstacle', id: 'obstacle/1', subject: null }), { obstacle: 'obstacle/1' }],
  ])('names it', (entry, given) => {
    expect(givenOf(entry)).toEqual(given);
  });
});
