/** How the office's own open cases lie on its persons. */
import { expect, it } from 'vitest';
import type { Addressee } from '../../src/domain/notices.js';
import { officeLoad, type OfficeWork } from '../../src/domain/office-load.js';
import { at, calendar } from './support/story.js';

const person = (id: string, role: Addressee['role'], active = true): Addressee => ({
  id,
  role,
  unit: null,
  rank: null,
  active,
});
const people = [
  person('first', 'case_officer'),
  person('second', 'case_officer'),
  person('gone', 'case_officer', false),
  person('head', 'supervision_head'),
  person('director', 'leader'),
];

const work = (
  until: string,
  more: Partial<OfficeWork> = {},
  officer: string | null = 'first',
): OfficeWork => ({
  owedBy: 'case_officer',
  posts: { unit: '', coUnits: [], caseOfficer: officer, leaderInCharge: null },
  until,
  over: false,
  cases: 1,
  ...more,
});

// Thursday before the National Day holidays; working days after it: 8, 9 (a Saturday), 11 October.
const lines = (all: readonly OfficeWork[]) =>
  officeLoad(all, people, at('2021-09-30T10:00'), calendar).map(
    ({ person: { id }, open, over, dueToday, dueSoon }) => [id, open, over, dueToday, dueSoon],
  );

it('counts what is open, over, due today and due soon, for everybody in the office', () => {
  expect(
    lines([
      work('2021-09-29', { over: true, cases: 2 }),
      work('2021-09-30'),
      work('2021-10-11'),
      work('2021-10-12', { cases: 3 }),
      work('2021-10-08', { owedBy: 'supervision_head' }),
    ]),
  ).toEqual([
    ['first', 7, 2, 1, 2],
    ['second', 0, 0, 0, 0],
    ['head', 1, 0, 0, 1],
  ]);
});

it('lays what is assigned to nobody on everyone who can settle it', () => {
  expect(lines([work('2021-10-12', {}, null)]).map(([id, open]) => [id, open])).toEqual([
    ['first', 1],
    ['second', 1],
    ['head', 0],
  ]);
});
