// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { DeskEntry, HistoryEntry, Item } from '../../web/src/data/contract';
import { figuresOf } from '../../web/src/pages/sign/figures';
import { bodyFor, decisionsOn, fitsSheet, givenBy } from '../../web/src/pages/sign/particulars';
import { rowsOf } from '../../web/src/pages/sign/rows';
import { stepsTaken } from '../../web/src/pages/sign/steps-taken';
import { words } from '../../web/src/text';

const entry = (given: Partial<DeskEntry>) =>
  ({
    id: 'x/1',
    subject: null,
    commands: [],
    otherwise: null,
    workingDays: { since: 3, left: 2, over: 0 },
    ...given,
  }) as unknown as DeskEntry;
let seq = 0;
const happened = (type: string, at: string, fact: object = {}, role: string | null = null) =>
  ({
    ...{ seq: (seq += 1), type, at: `${at}T09:00:00.000+08:00`, who: '某人', text: `${type} 的句子` },
    ...{ actor: role && { role }, fact: { type, ...fact } },
  }) as unknown as HistoryEntry;
const item = (given: object = {}) =>
  ({
    ...{ today: '2023-03-03', policyVersion: 1, steps: [], level: 'none', listing: null, proposal: null },
    ...{ milestones: { accepted: 4, total: 9 }, measures: { done: 1, struckOff: 2, waived: 0, total: 5 } },
    ...{ milestoneList: [], measureList: [], strikeOff: [], coUnits: [], explanation: { milestone: null } },
    ...given,
  }) as unknown as Item;

describe('a decision', () => {
  it('is the case’s own command, and takes from the case what the case names', () => {
    const extension = entry({
      case: 'extension',
      subject: 'M4',
      commands: ['grantExtension', 'refuseExtension'],
    });
    expect(decisionsOn(extension)).toEqual({ yes: 'grantExtension', no: 'refuseExtension' });
    expect(bodyFor(extension, 'refuseExtension', { reason: '不足' })).toEqual({
      milestone: 'M4',
      reason: '不足',
    });
    const obstacle = entry({ case: 'obstacle', id: 'obstacle/1', commands: ['answerObstacle'] });
    expect(givenBy(obstacle, 'answerObstacle')).toEqual({ obstacle: 'obstacle/1' });
  });

  it('fits a sheet where a few words are all it needs', () => {
    const closing = entry({ case: 'closing_signature' });
    expect(
      ['signListing', 'declineListing', 'approveClosing', 'returnClosing'].map((one) =>
        fitsSheet(closing, one as never),
      ),
    ).toEqual([true, true, true, false]);
  });
});

describe('the figures of a signature', () => {
  it('are red only where something is overdue', () => {
    const overdue = item({ steps: [{ kind: 'evidence', workingDays: { over: 41 } }] });
    const figures = (one: Item) =>
      figuresOf({ item: one, entry: entry({ case: 'listing_signature' }), history: [], policy: null });
    expect(figures(overdue)[0]).toMatchObject({ value: '41', overdue: true });
    expect(figures(item())[0]).not.toHaveProperty('overdue');
    expect(figures(item())[2]?.value).toBe('4/9');
  });
});

describe('what speaks for a signature', () => {
  it('is the last thing the unit and the office said in words of their own', () => {
    const history = [
      happened('commented', '2023-03-02', { text: '建议签发' }, 'case_officer'),
      happened('evidenceSubmitted', '2023-03-01', { note: '' }, 'unit_head'),
      happened('progressReported', '2023-02-28', { text: '03-10 前取得意见' }, 'unit_officer'),
      happened('progressReported', '2023-01-28', { text: '早先的话' }, 'unit_officer'),
    ];
    const rows = rowsOf({ item: item(), entry: entry({ case: 'listing_signature' }), history, policy: null });
    expect(rows.map(({ key, lines }) => [key, ...lines])).toEqual([
      ['unit', '03-10 前取得意见'],
      ['office', '建议签发'],
    ]);
  });

  it('leaves out a return that has been answered since, and keeps one of another milestone', () => {
    const returned = (milestone: string, reason: string) =>
      happened('evidenceReturned', '2023-01-03', { milestone, reason }, 'case_officer');
    const other = returned('M2', '缺盖章');
    const first = returned('M1', '缺纪要');
    const again = happened('evidenceSubmitted', '2023-01-09', { milestone: 'M1' }, 'unit_head');
    const said = (...history: readonly HistoryEntry[]) =>
      rowsOf({ item: item(), entry: entry({ case: 'change' }), history, policy: null }).map(
        ({ lines }) => lines[0],
      );
    expect(said(first, other)).toEqual(['缺纪要']);
    expect(said(again, first, other)).toEqual(['缺盖章']);
  });

  it('leaves out what nobody said', () => {
    expect(rowsOf({ item: item(), entry: entry({ case: 'change' }), history: [], policy: null })).toEqual([]);
  });
});

describe('steps taken', () => {
  it('are told oldest first, the same step in a row once with its count', () => {
    const newestFirst = [
      happened('listed', '2023-01-16', { level: 1 }),
      happened('caseOpened', '2023-01-09'),
      happened('letterIssued', '2023-01-09'),
      happened('urged', '2023-01-05'),
      happened('urged', '2023-01-03'),
    ];
    expect(stepsTaken(newestFirst).map(({ label, times, at }) => [label, times, at.slice(5, 10)])).toEqual([
      [words.levels.urged, 2, '01-03'],
      [words.levels.lettered, 1, '01-09'],
      [words.levels.listed_1, 1, '01-16'],
    ]);
  });
});
