/** What a unit may still see of an item that went to another. */
import { describe, expect, it } from 'vitest';
import { hadUntil, partingOf } from '../../src/domain/former.js';
import { caseOfficer, headOf, officerOf } from './support/people.js';
import { at, given } from './support/story.js';

const reassigned = given()
  .inProgress()
  .give('2021-09-20T10:00', 'reassign', { unit: 'U2' })
  .give('2021-09-22T10:00', 'acknowledge');

describe('a unit had an item until', () => {
  it.each([
    ['it went to another', headOf('U1'), at('2021-09-20T10:00')],
    ['as its officers had', officerOf('U1'), at('2021-09-20T10:00')],
    ['never, where it has it', headOf('U2'), null],
    ['never, where it never had it', headOf('U3'), null],
    ['never, of people without a unit', caseOfficer, null],
  ])('%s', (_until, actor, expected) => {
    expect(hadUntil(actor, reassigned.state)).toBe(expected);
  });

  it('the last time, when it had it more than once', () => {
    const back = reassigned
      .give('2021-10-08T10:00', 'reassign', { unit: 'U1' })
      .give('2021-10-11T10:00', 'reassign', { unit: 'U3' });
    expect(hadUntil(headOf('U1'), back.state)).toBe(at('2021-10-11T10:00'));
    expect(partingOf(back.log, 'U1')?.state.at).toBe(at('2021-10-08T10:00'));
  });

  it('never, when the item was not handed out to it at all', () => {
    const other = given().give('2021-09-13T09:00', 'dispatch', { unit: 'U2' });
    expect(hadUntil(headOf('U1'), other.state)).toBeNull();
  });
});

describe('the parting', () => {
  it('is the state just before, and the event that took the item away', () => {
    const parting = partingOf(reassigned.log, 'U1');
    expect(parting?.state).toMatchObject({ unit: 'U1', lifecycle: 'in_progress' });
    expect(reassigned.log.find(({ seq }) => seq === parting?.seq)?.type).toBe('reassigned');
    expect(parting?.state.version).toBe((parting?.seq ?? 0) - 1);
  });

  it('is none of a unit that has the item, or never had it', () => {
    expect(partingOf(reassigned.log, 'U2')).toBeNull();
    expect(partingOf(reassigned.log, 'U9')).toBeNull();
  });
});
