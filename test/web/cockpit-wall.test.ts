import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../web/src/pages/cockpit/wall-rows';

const sections = (...sizes: number[]) => sizes.map((size, index) => ({ number: index + 1, size }));
const numbers = (sizes: number[], columns = 10) =>
  rowsOf(sections(...sizes), columns).map(({ sections: row, free }) => [
    row.map(({ number }) => number),
    free,
  ]);

describe('rows of the wall', () => {
  it('puts the ten sections of 36 items into four rows of ten', () => {
    expect(numbers([3, 3, 4, 3, 4, 4, 6, 3, 3, 3])).toEqual([
      [[1, 2, 3], 0],
      [[4, 5], 3],
      [[6, 7], 0],
      [[8, 9, 10], 1],
    ]);
  });

  it('never moves a section before one that precedes it in the plan', () => {
    expect(numbers([6, 6, 4]).flatMap(([row]) => row)).toEqual([1, 2, 3]);
    expect(numbers([6, 6, 4])[0]).toEqual([[1], 4]);
  });

  it('gives a section of more items than columns a row of its own', () => {
    expect(numbers([2, 25, 3])).toEqual([
      [[1], 8],
      [[2], 0],
      [[3], 7],
    ]);
  });

  it('shows nothing of a plan without items', () => {
    expect(numbers([])).toEqual([]);
  });
});
