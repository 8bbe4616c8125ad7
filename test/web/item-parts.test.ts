/** What the item's page derives from the API's answer: stations of its life, commands in order, near steps, shares of time. */
import { describe, expect, it } from 'vitest';
import type { Item, ItemWaiting, NextStep } from '../../web/src/data/contract';
import { arrange, byReason } from '../../web/src/pages/item/command-groups';
import { heldShares } from '../../web/src/pages/item/held-shares';
import { stagesOf } from '../../web/src/pages/item/life-stages';
import { ofGroup } from '../../web/src/pages/item/matter-groups';
import { nearAndFar } from '../../web/src/pages/item/near-steps';
import { timeScale } from '../../web/src/pages/item/time-scale';
import type { Matter } from '../../web/src/data/contract';

const step = (kind: NextStep['kind'], more: Partial<NextStep> = {}): NextStep => ({
  ...{ kind, title: kind, case: null, milestone: null, by: 'unit', unit: null },
  ...{ holders: [{ id: 'me', name: '我' }], since: null, until: '2023-03-31', over: false },
  ...{ provisional: false, workingDays: { since: 1, left: 1, over: 0 }, otherwise: null, commands: [] },
  ...more,
});

describe('stations of its life', () => {
  const at = (lifecycle: Item['lifecycle'], on: string) => ({ lifecycle, at: `${on}T09:00:00.000+08:00` });
  const stages = [
    at('registered', '2021-09-03'),
    at('dispatched', '2021-09-15'),
    at('in_progress', '2021-10-08'),
  ];

  it('those passed bear their day, those ahead none', () => {
    expect(stagesOf({ lifecycle: 'in_progress', stages }).map(({ on, state }) => `${state} ${on}`)).toEqual([
      'passed 2021-09-03',
      'passed 2021-09-15',
      'here 2021-10-08',
      'ahead null',
      'ahead null',
      'ahead null',
    ]);
  });

  it('what was returned is ahead again', () => {
    const returned = [...stages, at('closing_review', '2022-01-04'), at('in_progress', '2022-01-10')];
    const found = stagesOf({ lifecycle: 'in_progress', stages: returned });
    expect(found[2]).toMatchObject({ on: '2022-01-10', state: 'here' });
    expect(found[3]).toMatchObject({ on: null, state: 'ahead' });
  });

  it('a terminated item ends where it was', () => {
    const ended = stagesOf({ lifecycle: 'terminated', stages: [...stages, at('terminated', '2022-02-01')] });
    expect(ended.map(({ lifecycle }) => lifecycle)).toEqual([
      'registered',
      'dispatched',
      'in_progress',
      'terminated',
    ]);
  });
});

describe('commands', () => {
  const can = (command: string) => ({ command, title: command, allowed: true, reason: null });
  const cannot = (command: string, code: string, detail = code) => ({
    ...{ command, title: command, allowed: false },
    reason: { code, title: code, detail },
  });
  const item = (more: Partial<Item>): Item =>
    ({ owing: [], milestoneList: [{ id: 'M1' }, { id: 'M2' }], steps: [], available: [], ...more }) as Item;

  it('what one owes comes first, with what it is about', () => {
    const found = arrange(
      item({
        steps: [
          step('evidence', { milestone: 'M1', over: true, commands: ['submitEvidence', 'requestExtension'] }),
          step('report', { case: 'report/2021Q4/1', commands: ['reportProgress'] }),
          step('interview', { holders: [{ id: 'other', name: '他人' }], commands: ['recordInterview'] }),
        ],
        available: [can('submitEvidence'), can('reportProgress'), can('recordInterview'), can('comment')],
      }),
      'me',
    );
    expect(found.mine.map(({ command, given }) => [command, given])).toEqual([
      ['submitEvidence', { milestone: 'M1' }],
      ['reportProgress', {}],
    ]);
    expect(found.others.map(({ group, offers }) => [group, offers.map(({ command }) => command)])).toEqual([
      ['enforce', ['recordInterview']],
      ['note', ['comment']],
    ]);
  });

  it('a case names its milestone or itself', () => {
    const owing = [
      { case: 'evidence_review/M2/1', kind: 'evidence_review', subject: 'M2' },
      { case: 'obstacle/1', kind: 'obstacle', subject: null },
    ] as Item['owing'];
    const found = arrange(
      item({
        owing,
        steps: [
          step('evidence_review', { case: 'evidence_review/M2/1', commands: ['acceptEvidence'] }),
          step('obstacle', { case: 'obstacle/1', commands: ['answerObstacle'] }),
        ],
        available: [can('acceptEvidence'), can('answerObstacle')],
      }),
      'me',
    );
    expect(found.mine.map(({ given }) => given)).toEqual([{ milestone: 'M2' }, { obstacle: 'obstacle/1' }]);
  });

  it('what one form settles is asked for once', () => {
    const reports = ['report/2021Q4/1', 'report/2022Q1/1'].map((id) =>
      step('report', { case: id, commands: ['reportProgress'] }),
    );
    const found = arrange(item({ steps: reports, available: [can('reportProgress')] }), 'me');
    expect(found.mine).toHaveLength(1);
  });

  it('every allowed command is somewhere, and every refused one with its reason', () => {
    const found = arrange(
      item({
        available: [
          can('urge'),
          can('terminate'),
          cannot('resume', 'wrong_state'),
          cannot('delist', 'rank_too_low'),
        ],
      }),
      'me',
    );
    expect(found.others.flatMap(({ offers }) => offers.map(({ command }) => command))).toEqual([
      'urge',
      'terminate',
    ]);
    expect(found.forbidden.map(({ command }) => command)).toEqual(['delist']);
    expect(found.later.map(({ command }) => command)).toEqual(['resume']);
  });

  it('what several share is said once', () => {
    const { forbidden } = arrange(
      item({ available: [cannot('urge', 'suspended', '已暂停'), cannot('instruct', 'suspended', '已暂停')] }),
      'me',
    );
    expect(byReason(forbidden)).toEqual([{ reason: '已暂停', titles: ['urge', 'instruct'] }]);
  });
});

it('of steps without haste only the next milestone is near', () => {
  const late = step('evidence', { milestone: 'M1', over: true });
  const next = step('evidence', { milestone: 'M2' });
  const later = step('evidence', { milestone: 'M3' });
  const report = step('report');
  expect(nearAndFar([late, report, next, later])).toEqual({ near: [late, report, next], far: [later] });
});

describe('the scale of time', () => {
  it('keeps the order of dates and lies within itself', () => {
    const scale = timeScale(['2021-09-01', '2025-12-31']);
    const at = ['2021-09-01', '2022-01-01', '2025-12-31'].map((date) => scale.at(date));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at.every((one) => one > 0 && one < 1)).toBe(true);
    expect(scale.years.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025]);
  });

  it('one day has a scale too', () => {
    expect(timeScale(['2022-05-01']).at('2022-05-01')).toBe(0.5);
  });
});

describe('whose the days were', () => {
  const share = (who: 'unit' | 'office', workingDays: number, workingDaysOver: number) => ({
    ...{ with: who, title: who, unit: null, workingDays, workingDaysOver, calendarDays: 0 },
  });
  const waiting = {
    milestones: [
      { id: 'M1', title: 'M1', stretches: [], shares: [share('unit', 100, 37), share('office', 4, 4)] },
    ],
    shares: [share('unit', 300, 37), share('office', 9, 4)],
  } as unknown as ItemWaiting;

  it('of an overdue milestone those past its date', () => {
    const { of, shares } = heldShares(waiting, 'M1');
    expect(of).toBe('overdue');
    expect(shares.map(({ party, days }) => [party, days])).toEqual([
      ['unit', 37],
      ['office', 4],
    ]);
  });

  it('of a milestone that is not, all it has had', () => {
    const early = [{ ...waiting.milestones[0], shares: [share('unit', 100, 0), share('office', 4, 0)] }];
    const { of, shares } = heldShares({ ...waiting, milestones: early } as unknown as ItemWaiting, 'M1');
    expect([of, ...shares.map(({ days }) => days)]).toEqual(['milestone', 100, 4]);
  });

  it('else of all there are', () => {
    const { of, shares } = heldShares(waiting, null);
    expect([of, ...shares.map(({ days }) => days)]).toEqual(['all', 300, 9]);
  });
});

it('evidence is no matter among the others', () => {
  const matter = (kind: Matter['kind'], open: boolean) => ({ kind, open }) as Matter;
  const all = [matter('evidence', true), matter('obstacle', true), matter('extension', false)];
  expect(ofGroup(all, 'all')).toHaveLength(2);
  expect(ofGroup(all, 'open').map(({ kind }) => kind)).toEqual(['obstacle']);
  expect(ofGroup(all, 'requests').map(({ kind }) => kind)).toEqual(['extension']);
});
