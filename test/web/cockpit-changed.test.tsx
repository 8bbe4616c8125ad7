// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Board, BoardItem } from '../../web/src/data/contract';
import { useChanged } from '../../web/src/pages/cockpit/use-changed';

const item = (id: string, light: BoardItem['light']): BoardItem => ({
  id,
  number: 1,
  section: 1,
  tile: id,
  title: id,
  unit: { id: 'u', name: 'u' },
  light,
  level: 'none',
  lifecycle: 'in_progress',
  suspended: false,
  nextDue: '2023-03-31',
  daysOver: 0,
  proposal: null,
});
const board = (items: BoardItem[], past = false) => ({ items, past }) as unknown as Board;

describe('the outline of changed tiles', () => {
  it('marks what a step changed, again with each step', () => {
    const { result, rerender } = renderHook(useChanged, {
      initialProps: board([item('a', 'green'), item('b', 'green')]),
    });
    expect(result.current.items.size).toBe(0);
    rerender(board([item('a', 'red'), item('b', 'green')]));
    expect(result.current).toEqual({ items: new Set(['a']), round: 1 });
    rerender(board([item('a', 'red'), item('b', 'yellow')]));
    expect(result.current).toEqual({ items: new Set(['b']), round: 2 });
  });

  it('marks nothing for looking at another day and coming back', () => {
    const { result, rerender } = renderHook(useChanged, { initialProps: board([item('a', 'green')]) });
    rerender(board([item('a', 'red')], true));
    rerender(board([item('a', 'green')]));
    expect(result.current.items.size).toBe(0);
  });
});
