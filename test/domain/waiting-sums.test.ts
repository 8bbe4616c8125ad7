/** Waiting over many items, by whoever had it. */
import { expect, it } from 'vitest';
import { waitingOf } from '../../src/domain/waiting.js';
import { sumByParty } from '../../src/domain/waiting-sums.js';
import { at, given, type Story } from './support/story.js';

const now = '2021-10-08T12:00';
const ledgerOf = (story: Story) => waitingOf(story.until(now).log, at(now), story.context);
const lines = (stories: readonly Story[]) =>
  sumByParty(stories.map(ledgerOf)).map(
    ({ with: party, unit, workingDays, cases: { total, open, workingDays: caseDays, workingDaysOver } }) =>
      `${party} ${unit ?? ''}: ${workingDays}; ${total} cases, ${open} open, ${caseDays} days, ${workingDaysOver} over`,
  );

const m1 = { milestone: 'M1' };
const submitted = given().inProgress().give('2021-09-22T10:00', 'submitEvidence', m1);

it('the days of milestones and those of cases stand side by side', () => {
  // Review: 23, 24, 26 (a worked Sunday), 27, 28 September within the term, 29, 30 and 8 October past it.
  expect(lines([submitted])).toEqual([
    'unit U1: 6; 1 cases, 0 open, 1 days, 0 over',
    'office : 9; 2 cases, 1 open, 9 days, 3 over',
  ]);
});

it('items add up, each unit for itself', () => {
  const other = given().give('2021-09-13T09:00', 'dispatch', { unit: 'U2' });
  expect(lines([submitted, submitted, other]).map((line) => line.split(';')[0])).toEqual([
    'unit U1: 12',
    'office : 19',
    'unit U2: 14',
  ]);
});

it('a case that went to another unit is of both, and open with the one that has it', () => {
  const story = given()
    .give('2021-09-13T09:00', 'dispatch')
    .give('2021-09-14T10:00', 'acknowledge')
    .give('2021-09-15T10:00', 'proposeListing', { level: 1 })
    .give('2021-09-16T10:00', 'signListing')
    .give('2021-09-22T10:00', 'reassign', { unit: 'U9' });
  const ofUnits = sumByParty([ledgerOf(story)]).filter(({ with: party }) => party === 'unit');
  expect(ofUnits.map(({ unit, cases: { total, open } }) => [unit, total, open])).toEqual([
    ['U1', 2, 0],
    ['U9', 2, 2],
  ]);
});

it('a suspension takes no case away from whoever has it', () => {
  const sums = sumByParty([ledgerOf(submitted.suspended('2021-09-24T10:00'))]);
  expect(sums.find(({ with: party }) => party === 'office')?.cases).toMatchObject({
    open: 1,
    workingDays: 3,
  });
});
