import { expect, it } from 'vitest';
import { personsOf, ranksAtLeast } from '../../src/domain/people.js';
import { director, standingIn } from './support/people.js';

it('behind an act stands the one who acts and the one he acts for', () => {
  expect(personsOf(director)).toEqual(['director']);
  expect(personsOf(standingIn(director, 'deputy'))).toEqual(['deputy', 'director']);
});

it.each([
  ['director', 'director', true],
  ['director', 'deputy', true],
  ['deputy', 'deputy', true],
  ['deputy', 'director', false],
  [null, 'deputy', false],
] as const)('rank %s suffices for %s: %s', (rank, needed, suffices) => {
  expect(ranksAtLeast(rank, needed)).toBe(suffices);
});
