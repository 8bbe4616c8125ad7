import { expect, it } from 'vitest';
import { at, given, milestone } from './support/story.js';

it('an item is born registered, its handing out owed from that instant', () => {
  const story = given({ registered: '2021-09-13T08:00' });
  expect(story.log).toMatchObject([
    { type: 'registered', seq: 1, unit: 'U1', actor: null, submission: null },
    { type: 'caseOpened', seq: 2, case: 'handing_out/1', owedBy: 'case_officer', until: '2021-09-18' },
  ]);
  expect(story.state).toMatchObject({
    version: 2,
    lifecycle: 'registered',
    at: at('2021-09-13T08:00'),
    listing: null,
    highestListing: 0,
  });
});

it('its milestones are not in force before it is handed out', () => {
  const story = given();
  expect(story.milestone()).toMatchObject({ inForceSince: null, epoch: 1, status: 'open' });
  expect(
    story
      .until('2022-12-31')
      .timeline()
      .every((line) => line.includes('handing_out')),
  ).toBe(true);
  expect(story.dispatched().milestone().inForceSince).toBe(at('2021-09-13T09:00'));
});

it('what the import marks done is accepted, and nobody knows whether it was on time', () => {
  const story = given({ milestones: [milestone('M1', '2021-10-29', { doneBy: 'report of 2021' })] });
  expect(story.milestone()).toMatchObject({
    status: 'accepted',
    onTime: null,
    endedAt: at('2021-09-13T08:00'),
  });
});

it('a milestone the plan dates is confirmed, one we proposed is not', () => {
  const story = given({
    milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-10-29', { basis: 'proposed' })],
  });
  expect(story.state.milestones.map(({ confirmed }) => confirmed)).toEqual([true, false]);
});
