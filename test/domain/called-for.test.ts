/** What the office may send up or issue though nobody owes it as a case. */
import { expect, it } from 'vitest';
import { calledFor } from '../../src/domain/called-for.js';
import { formatInstant, type Instant } from '../../src/domain/instants.js';
import { caseOfficer, unitHead } from './support/people.js';
import { at, given, milestone, type Story } from './support/story.js';

const lines = (story: Story, now: Instant, actor = caseOfficer): readonly string[] =>
  calledFor(story.state, { ...story.rules(), at: now, actor, context: story.context }).map(
    ({ command, measures, at: when }) =>
      [command, measures, when && formatInstant(when)].filter((part) => part !== null).join(' '),
  );

const urged = given().inProgress().until('2021-11-04');

it('the letter of an item that is urged, with the day on which the clock sends it', () => {
  expect(lines(urged, at('2021-11-04'))).toEqual(['issueLetter 2021-11-05T08:30']);
});

it('no letter once one stands', () => {
  expect(lines(urged.until('2021-11-06'), at('2021-11-06'))).toEqual([]);
});

it('nothing to whom the command is not given', () => {
  expect(lines(urged, at('2021-11-04'), unitHead)).toEqual([]);
});

it('the strike-off of the measures that are done, however many', () => {
  const carrying = [milestone('M1', '2021-10-29', { measures: ['1.1', '1.2'] })];
  const done = given({ milestones: carrying, measures: ['1.1', '1.2'] })
    .inProgress()
    .accepted();
  expect(lines(done, done.state.at)).toEqual(['proposeStrikeOff 2']);
});

it('the delisting, once the plan is accepted and nothing is overdue', () => {
  const listed = given()
    .listed()
    .give('2021-11-15T10:00', 'submitRectificationPlan')
    .give('2021-11-15T11:00', 'acceptRectificationPlan');
  expect(lines(listed, listed.state.at)).toEqual([]);
  const cured = listed.accepted('M1', '2021-11-16T10:00', '2021-11-16T11:00');
  expect(lines(cured, cured.state.at)).toEqual(['proposeDelisting']);
});
