// @vitest-environment jsdom
/** Nothing is applied but what was looked at. */
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { inOrder, movesIn, shiftDays } from '../../web/src/pages/rules/moves.js';
import { usePreviewing } from '../../web/src/pages/rules/previewing.js';

const move = { kind: 'due' as const, subject: 'M1', title: 'M1', from: null, to: null };
const entry = (number: number) => ({
  item: { id: String(number), number, title: '', tile: '' },
  moves: [move],
  atOnce: [],
});
const preview = {
  asOf: '2023-03-03T09:00:00.000+08:00',
  items: [entry(9), entry(3)],
  unmoved: 0,
  leftOut: 0,
};

const answering = (status: number, body: object, type = 'application/json') =>
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })),
  );
afterEach(() => vi.unstubAllGlobals());

const looking = () =>
  renderHook(({ asked }: { asked: object }) => usePreviewing('/plans/p/outages/preview', asked), {
    initialProps: { asked: { from: '1' } },
  });

it('shows what was looked at, until something else is asked', async () => {
  answering(200, preview);
  const { result, rerender } = looking();
  expect([result.current.shown, result.current.stale]).toEqual([null, false]);
  await act(() => result.current.look());
  expect([result.current.shown, result.current.stale]).toEqual([preview, false]);
  rerender({ asked: { from: '2' } });
  expect([result.current.shown, result.current.stale]).toEqual([null, true]);
  rerender({ asked: { from: '1' } });
  expect(result.current.shown).toEqual(preview);
});

it('says why there is nothing to look at', async () => {
  const problem = { code: 'invalid', status: 422, title: '内容不成立', detail: '' };
  answering(422, problem, 'application/problem+json');
  const { result } = looking();
  await act(() => result.current.look());
  expect([result.current.shown, result.current.acting]).toEqual([null, { state: 'refused', problem }]);
});

it('counts moments and puts items as the plan does', () => {
  expect(movesIn(preview)).toBe(2);
  expect(inOrder(preview.items).map(({ item }) => item.number)).toEqual([3, 9]);
});

it.each([
  ['2022-01-01T00:00:00.000+08:00', '2022-01-05T00:00:00.000+08:00', 4],
  ['2022-01-05T08:30:00.000+08:00', '2022-01-04T08:30:00.000+08:00', -1],
  [null, '2022-01-04T08:30:00.000+08:00', null],
])('from %s to %s are %s days', (from, to, days) => {
  expect(shiftDays({ from, to })).toBe(days);
});
