import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/people.js';
import type { PlanCommand, PlanCommandType } from '../../src/domain/plan-commands.js';
import {
  askedOfItems,
  mayGivePlan,
  planRefusal,
  yearsWith,
  type Outage,
  type PlanBooks,
  type PolicyVersion,
} from '../../src/domain/plan-rules.js';
import { defaultPolicy } from '../../src/domain/policy.js';
import {
  another,
  auditAdmin,
  caseOfficer,
  deputy,
  director,
  standingIn,
  supervisionHead,
  systemAdmin,
  unitHead,
  unitOfficer,
} from './support/people.js';
import { at } from './support/story.js';

const now = at('2021-10-11T10:00');

const policyOf = (version: number, signedBy: string | null): PolicyVersion => ({
  version,
  policy: { ...defaultPolicy, version },
  publishedBy: [supervisionHead.person],
  signedBy,
});

const outage = (n: number, confirmedBy: string | null = null): Outage => ({
  outage: n,
  from: at('2021-10-08T14:00'),
  to: at('2021-10-08T18:00'),
  reason: 'power cut',
  recordedBy: [caseOfficer.person],
  confirmedBy,
});

const books: PlanBooks = {
  kind: 'rehearsal',
  policyInForce: 2,
  policies: [policyOf(1, 'import'), policyOf(2, 'director'), policyOf(3, null)],
  outages: [outage(1), outage(2, 'another case officer')],
  running: ['item-1', 'item-2'],
  closed: ['item-3'],
};

const year = { year: 2022, notice: '', off: ['2022-01-03'], on: ['2022-01-29'] };
const refusal = (command: PlanCommand, actor: Actor, of: PlanBooks = books) =>
  planRefusal(of, command, actor, now)?.refused ?? 'done';

const commands: { readonly [T in PlanCommandType]: PlanCommand } = {
  advanceClock: { type: 'advanceClock', to: now + 1 },
  updateCalendar: { type: 'updateCalendar', year },
  publishPolicy: { type: 'publishPolicy', policy: defaultPolicy },
  signPolicy: { type: 'signPolicy', version: 3 },
  adoptPolicy: { type: 'adoptPolicy', version: 2, items: null },
  recordOutage: {
    type: 'recordOutage',
    from: at('2021-10-08T14:00'),
    to: at('2021-10-08T18:00'),
    reason: 'power cut',
  },
  confirmOutage: { type: 'confirmOutage', outage: 1 },
};

describe('who may give a command to the plan', () => {
  const all = [
    unitOfficer,
    unitHead,
    another(caseOfficer),
    supervisionHead,
    director,
    systemAdmin,
    auditAdmin,
  ];
  it.each([
    ['advanceClock', ['unit_officer', 'unit_head', 'case_officer', 'supervision_head', 'leader']],
    ['updateCalendar', ['supervision_head']],
    ['publishPolicy', ['supervision_head']],
    ['signPolicy', ['leader']],
    ['adoptPolicy', ['supervision_head']],
    ['recordOutage', ['case_officer', 'supervision_head']],
    ['confirmOutage', ['case_officer', 'supervision_head']],
  ] as const)('%s', (type, roles) => {
    const allowed = all.filter((actor) => refusal(commands[type], actor) === 'done').map(({ role }) => role);
    expect(allowed).toEqual(roles);
    expect(Object.keys(mayGivePlan)).toContain(type);
  });
});

describe('the clock', () => {
  it('goes forward only', () => {
    expect(refusal({ type: 'advanceClock', to: now }, unitHead)).toBe('date_not_future');
  });
  it('of a live plan is nobody’s to move', () => {
    expect(refusal(commands.advanceClock, unitHead, { ...books, kind: 'live' })).toBe('wrong_state');
  });
});

describe('a year of the calendar', () => {
  it.each([
    ['has days of another year', { ...year, off: ['2023-01-03'] }],
    ['names days that do not exist', { ...year, on: ['2022-02-30'] }],
    ['calls one day both off and worked', { ...year, on: ['2022-01-03'] }],
    ['is beyond what calendars cover', { ...year, year: 2080, off: [], on: [] }],
  ])('that %s is refused', (_, wrong) => {
    expect(refusal({ type: 'updateCalendar', year: wrong }, supervisionHead)).toBe('invalid');
  });

  it('replaces the one known before, and years stay in order', () => {
    const known = [
      { ...year, year: 2023 },
      { ...year, off: [] },
    ];
    expect(yearsWith(known, year)).toEqual([year, { ...year, year: 2023 }]);
  });

  it('is adopted by every running item as the version it made, and by closed ones, which may be reopened', () => {
    expect(askedOfItems(books, commands.updateCalendar, 7)).toEqual({
      command: { type: 'adoptCalendar', version: 7 },
      items: ['item-1', 'item-2', 'item-3'],
    });
  });
});

describe('a policy', () => {
  it('that is published or signed changes nothing for running items', () => {
    expect(askedOfItems(books, commands.publishPolicy, 4)).toBeNull();
    expect(askedOfItems(books, commands.signPolicy, 3)).toBeNull();
  });
  it('is signed once', () => {
    expect(refusal({ type: 'signPolicy', version: 2 }, deputy)).toBe('already_done');
  });
  it('older than the one in force is not signed any more', () => {
    const later = { ...books, policies: [policyOf(1, null), policyOf(2, 'director')] };
    expect(refusal({ type: 'signPolicy', version: 1 }, deputy, later)).toBe('already_done');
  });
  it('nobody published cannot be signed or adopted', () => {
    expect(refusal({ type: 'signPolicy', version: 9 }, deputy)).toBe('no_such_case');
    expect(refusal({ type: 'adoptPolicy', version: 9, items: null }, supervisionHead)).toBe('no_such_case');
  });
  it('is not signed by whoever published it, acting for a leader', () => {
    expect(refusal(commands.signPolicy, standingIn(director, supervisionHead.person))).toBe('same_person');
  });
  it('without a signature reaches no item', () => {
    expect(
      planRefusal(books, { type: 'adoptPolicy', version: 3, items: null }, supervisionHead, now),
    ).toEqual({
      refused: 'no_such_case',
      detail: 'policy_signature/3',
    });
  });
  it('reaches the items named, or all', () => {
    const named = { type: 'adoptPolicy', version: 2, items: ['item-2'] } as const;
    const { policy } = policyOf(2, 'director');
    expect(askedOfItems(books, named, 2)).toEqual({
      command: { type: 'adoptPolicy', policy },
      items: ['item-2'],
    });
    expect(askedOfItems(books, commands.adoptPolicy, 2)?.items).toEqual(books.running);
  });
  it('is not given to an item that is over or of another plan', () => {
    const named = { type: 'adoptPolicy', version: 2, items: ['item-9'] } as const;
    expect(refusal(named, supervisionHead)).toBe('invalid');
  });
});

describe('an outage', () => {
  it('is never recorded in advance, nor backwards', () => {
    const from = at('2021-10-11T09:00');
    expect(refusal({ type: 'recordOutage', from, to: now + 1, reason: '' }, caseOfficer)).toBe('invalid');
    expect(refusal({ type: 'recordOutage', from, to: from, reason: '' }, caseOfficer)).toBe('invalid');
    expect(refusal({ type: 'recordOutage', from, to: now, reason: '' }, caseOfficer)).toBe('done');
  });
  it('takes two persons', () => {
    expect(refusal(commands.confirmOutage, caseOfficer)).toBe('same_person');
    expect(refusal(commands.confirmOutage, standingIn(supervisionHead, caseOfficer.person))).toBe(
      'same_person',
    );
  });
  it('is confirmed once', () => {
    expect(refusal({ type: 'confirmOutage', outage: 2 }, supervisionHead)).toBe('already_done');
    expect(refusal({ type: 'confirmOutage', outage: 3 }, supervisionHead)).toBe('no_such_case');
  });
  it('reaches every running item once confirmed, not before', () => {
    expect(askedOfItems(books, commands.recordOutage, 3)).toBeNull();
    expect(askedOfItems(books, commands.confirmOutage, 1)).toEqual({
      command: {
        type: 'adoptOutage',
        outage: 1,
        from: at('2021-10-08T14:00'),
        to: at('2021-10-08T18:00'),
        others: [{ from: at('2021-10-08T14:00'), to: at('2021-10-08T18:00') }],
      },
      items: books.running,
    });
  });
});
