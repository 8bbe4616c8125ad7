/** Who is told of what, and in which class, as the ladder and the table of cases have it. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/domain/events.js';
import { toldOf } from '../../src/domain/told.js';

const unit = ['unit_officer', 'unit_head'];
const office = ['case_officer', 'supervision_head'];
const leaders = ['leader_in_charge', 'director', 'other_leaders'];
const milestones = ['M1'];
const key = 'k';
const over = { type: 'caseBecameOverdue', case: 'c', unit: null, key } as const;
const up = { type: 'caseEscalated', case: 'c', unit: null, key } as const;

const rows: readonly (readonly [string, Fact, readonly string[], string])[] = [
  ['a reminder', { type: 'reminded', milestone: 'M1', last: false, key }, ['unit_officer'], 'reminder'],
  ['the last reminder', { type: 'reminded', milestone: 'M1', last: true, key }, unit, 'reminder'],
  [
    'overdue',
    { type: 'becameOverdue', milestone: 'M1', since: 0, silent: false, key },
    [...unit, 'case_officer'],
    'urgent',
  ],
  ['overdue silently', { type: 'becameOverdue', milestone: 'M1', since: 0, silent: true, key }, [], 'urgent'],
  ['the summary of past dues', { type: 'pastDuesSummarised', milestones, key }, unit, 'reminder'],
  ['an urge', { type: 'urged', milestones, note: '', key }, unit, 'formal'],
  [
    'a letter',
    { type: 'letterIssued', milestones, note: '', key },
    ['unit_head', 'supervision_head'],
    'formal',
  ],
  [
    'listing level 1',
    { type: 'listed', level: 1, listing: 1, milestone: 'M1', key },
    ['unit_head', ...office, 'leader_in_charge'],
    'formal',
  ],
  [
    'listing level 2 proposed',
    { type: 'listingProposed', level: 2, milestone: 'M1', key },
    ['unit_head', ...office, ...leaders],
    'formal',
  ],
  [
    'listing level 2',
    { type: 'listed', level: 2, listing: 1, milestone: 'M1', key },
    ['unit_head', ...office, ...leaders],
    'formal',
  ],
  [
    'listing level 3 proposed',
    { type: 'listingProposed', level: 3, milestone: 'M1', key },
    ['unit_head', ...office, ...leaders],
    'formal',
  ],
  [
    'listing level 3',
    { type: 'listed', level: 3, listing: 1, milestone: 'M1', key },
    ['unit_head', ...office, ...leaders],
    'formal',
  ],
  [
    'an interview',
    { type: 'interviewCalled', milestone: 'M1', key },
    ['unit_head', 'leader_in_charge'],
    'formal',
  ],
  [
    'a standing with a report given',
    { type: 'standingReported', level: 1, report: 'given', key },
    leaders,
    'reminder',
  ],
  [
    'a standing without anything owed',
    { type: 'standingReported', level: 1, report: 'not_owed', key },
    leaders,
    'reminder',
  ],
  [
    'a standing with a report missing',
    { type: 'standingReported', level: 1, report: 'missing', key },
    [...leaders, ...unit],
    'reminder',
  ],
  ['a rung that joined', { type: 'rungJoined', into: 'lettered', key }, [], 'reminder'],
  ['a reminder skipped', { type: 'reminderSkipped', reason: 'moment_past', key }, [], 'reminder'],
  ['a standing skipped', { type: 'standingSkipped', reason: 'obsolete', key }, [], 'reminder'],
  ['a unit’s case over', { ...over, owedBy: 'unit' }, unit, 'urgent'],
  ['and its step', { ...up, owedBy: 'unit', step: 1 }, office, 'urgent'],
  ['a co-unit’s case over', { ...over, owedBy: 'co_unit' }, ['co_unit_officer', 'co_unit_head'], 'urgent'],
  ['and its step', { ...up, owedBy: 'co_unit', step: 1 }, office, 'urgent'],
  ['a case officer’s case over', { ...over, owedBy: 'case_officer' }, office, 'urgent'],
  ['and its step', { ...up, owedBy: 'case_officer', step: 1 }, ['leader_in_charge'], 'urgent'],
  [
    'a supervision head’s case over',
    { ...over, owedBy: 'supervision_head' },
    ['supervision_head', 'leader_in_charge'],
    'urgent',
  ],
  ['and its step', { ...up, owedBy: 'supervision_head', step: 1 }, ['director'], 'urgent'],
  [
    'the case of the leader in charge over',
    { ...over, owedBy: 'leader_in_charge' },
    ['leader_in_charge', 'director'],
    'urgent',
  ],
  ['and its step', { ...up, owedBy: 'leader_in_charge', step: 1 }, leaders, 'urgent'],
  ['the director’s case over', { ...over, owedBy: 'director' }, leaders, 'urgent'],
  ['and its step', { ...up, owedBy: 'director', step: 1 }, leaders, 'urgent'],
  ['a repeated step', { ...up, owedBy: 'director', step: 2 }, leaders, 'reminder'],
  [
    'a dispatch',
    { type: 'dispatched', unit: 'U1', otherUnit: false, policy: {} as never, calendarVersion: 1 },
    unit,
    'formal',
  ],
  ['a comment', { type: 'commented', text: '' }, [], 'reminder'],
];

describe('of', () => {
  it.each(rows)('%s', (_name, fact, to, cls) => {
    const told = toldOf(fact);
    expect([...told.to].sort()).toEqual([...to].sort());
    if (to.length > 0) expect(told.class).toBe(cls);
  });
});

it('a co-unit’s case names the co-unit, so that no other is told', () => {
  expect(toldOf({ ...over, owedBy: 'co_unit', unit: 'U3' }).unit).toBe('U3');
});

it('whoever comes to owe something hears of it', () => {
  const opened = (kind: 'evidence_review' | 'interview', owedBy: 'case_officer' | 'supervision_head') =>
    toldOf({
      type: 'caseOpened',
      case: 'c',
      kind,
      subject: null,
      owedBy,
      unit: null,
      since: 0,
      days: 5,
      until: '2021-12-31',
    });
  expect(opened('evidence_review', 'case_officer').to).toEqual(['case_officer']);
  expect(opened('interview', 'supervision_head').to).toEqual(['supervision_head']);
});
