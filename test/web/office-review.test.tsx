// @vitest-environment jsdom
/** What the office looks at: the facts behind a case, and the ladder as a picture that can be read aloud. */
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry, Item, PlanForecast, PressedItem } from '../../web/src/data/contract';
import { aheadOf } from '../../web/src/pages/office/ahead';
import { Climb } from '../../web/src/pages/office/climb';
import { nextOf } from '../../web/src/pages/office/pressed-next';
import { beforeOf, changeLines, factOf, lastFact, seedsOf } from '../../web/src/pages/office/review-facts';
import { text, words } from '../../web/src/text';

const happened = (seq: number, type: string, fact: object = {}, at = `2023-03-0${seq}T09:00`): HistoryEntry =>
  ({ seq, type, at, fact: { type, ...fact } }) as unknown as HistoryEntry;

describe('the facts behind a case', () => {
  const history = [
    happened(4, 'evidenceSubmitted', { milestone: 'M2', note: '另一件' }),
    happened(3, 'evidenceSubmitted', { milestone: 'M1', note: '补齐' }),
    happened(2, 'evidenceReturned', { milestone: 'M1', reason: '缺附件' }),
    happened(1, 'urged', { milestones: ['M1'] }),
  ];

  it('are the newest that fit', () => {
    expect(factOf(lastFact(history, 'evidenceSubmitted', { milestone: 'M1' }), 'note')).toBe('补齐');
    expect(factOf(lastFact(history, 'closingRequested'), 'text')).toBe('');
  });

  it('leave out what opened the case, other milestones and the clock’s own steps', () => {
    const before = beforeOf({ subject: 'M1', since: '2023-03-03T09:00' }, history);
    expect(before.map(({ seq }) => seq)).toEqual([2]);
  });

  it('say a change in sentences with names for ids', () => {
    const item = {
      milestoneList: [{ id: 'M1', title: '建成中心' }],
      change: { change: { drop: 'M1', coUnits: ['dinghai'], note: '并入年度任务' } },
    } as unknown as Item;
    expect(changeLines(item, () => '定海区司法局').join('\n')).toMatch(
      /建成中心[^]*定海区司法局[^]*并入年度任务/,
    );
    expect(changeLines({ ...item, change: null }, String)).toEqual([]);
  });

  it('count the measures a proposed milestone carries', () => {
    const seed = { id: 'u1', title: 't', due: '2023-05-01', evidence: 'e', measures: ['1.1', '1.2'] };
    const item = { decomposition: { milestones: [seed], replaces: ['M9'] } } as unknown as Item;
    expect(seedsOf(item)).toMatchObject({ seeds: [{ id: 'u1', measures: 2 }], replaces: 1 });
    expect(seedsOf({ decomposition: null })).toEqual({ seeds: [], replaces: 0 });
  });
});

it('what happens to several items on one day in the same words is one line; what nobody hears of is none', () => {
  const item = (id: string) => ({ id, number: 1, title: id, tile: id });
  const told = { text: '进展填报超过时限', told: ['unit_head'], document: null };
  const moment = (id: string, at: string, happens: readonly object[]) => ({
    item: item(id),
    at,
    happens,
    light: null,
  });
  const forecast = {
    entries: [
      moment('a', '2023-03-06T08:30', [told]),
      moment('b', '2023-03-06T08:30', [told]),
      moment('c', '2023-03-06T08:30', [{ text: '并入', told: [], document: null }]),
      moment('a', '2023-03-07T08:30', [told]),
    ],
  } as unknown as PlanForecast;
  expect(aheadOf(forecast).map(({ at, items }) => [at, items.map(({ id }) => id).join('')])).toEqual([
    ['2023-03-06T08:30', 'ab'],
    ['2023-03-07T08:30', 'a'],
  ]);
});

const step = (rung: string, title: string, state: string, listing = false) => ({
  ...{ rung, title, state, listing, at: null },
});
const climbOf = (...steps: readonly ReturnType<typeof step>[]) => steps as unknown as PressedItem['climb'];

it('the ladder says how far it has come and what waits for its signature', () => {
  const climb = climbOf(
    step('overdue', '逾期', 'done'),
    step('listing1', '一级挂牌督战', 'done', true),
    step('listing2', '提请二级挂牌督战', 'awaiting_signature', true),
    step('listing3', '提请三级挂牌督战', 'ahead', true),
  );
  render(<Climb climb={climb} />);
  const name = screen.getByRole('img').getAttribute('aria-label');
  expect(name).toMatch(/一级挂牌督战.*提请二级挂牌督战/);
});

describe('what comes next of a late item', () => {
  const done = step('letter', '督办函', 'done');
  const ahead = step('listing3', '提请三级挂牌督战', 'ahead', true);
  const next = { title: '提请三级挂牌督战', at: '2023-03-06T08:30:00.000+08:00' };
  const said = (standing: object) => nextOf(standing as unknown as PressedItem, '2023-03-01');

  it('is what the clock does', () => {
    expect(said({ waiting: null, next, climb: climbOf(done, ahead) })).toEqual({
      first: '03-06 提请三级挂牌督战',
      then: null,
    });
  });

  it('is first the signature that is waited for', () => {
    const asked = step('listing2', '提请二级挂牌督战', 'awaiting_signature', true);
    const waiting = { kind: 'listing_signature', title: '挂牌签批', by: 'leader_in_charge' };
    expect(said({ waiting, next, climb: climbOf(done, asked, ahead) })).toEqual({
      first: text.office.pressed.awaitsSignature(words.levels.listed_2, words.owners.leader_in_charge),
      then: '03-06 提请三级挂牌督战',
    });
  });

  it('is nothing the clock could do once every rung is taken', () => {
    expect(said({ waiting: null, next: null, climb: climbOf(done) }).first).toBe(text.office.pressed.climbed);
  });

  it('is held while a rung is left and none falls', () => {
    expect(said({ waiting: null, next: null, climb: climbOf(done, ahead) }).first).toBe(
      text.office.pressed.nothingAhead,
    );
  });
});
