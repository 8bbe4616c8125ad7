/** Handing out, declining, reassigning and taking over the past: what the design says, sentence by sentence. */
import { describe, expect, it } from 'vitest';
import { toldOf } from '../../../src/domain/told.js';
import { headOf } from '../support/people.js';
import { at, given, milestone } from '../support/story.js';

const m1 = { milestone: 'M1' };

describe('a dispatch', () => {
  it('brings these facts', () => {
    expect(given().dispatched().brought).toMatchObject([
      { type: 'dispatched', unit: 'U1', otherUnit: false },
      { type: 'caseEnded', case: 'handing_out/1', how: 'done' },
      { type: 'caseOpened', case: 'receipt/1', owedBy: 'unit', until: '2021-09-16' },
    ]);
  });

  it('may go to another unit than the one registered', () => {
    const story = given().give('2021-09-13T09:00', 'dispatch', { unit: 'U5' });
    expect(story.state.unit).toBe('U5');
    expect(story.answer('2021-09-14T10:00', 'acknowledge', {}, headOf('U5'))).toBe('done');
    expect(story.answer('2021-09-14T10:00', 'acknowledge', {}, headOf('U1'))).toBe('not_allowed');
  });

  it('gives the item the policy of the day, which it keeps', () => {
    const story = given()
      .withPolicy({ terms: { receipt: 9 } })
      .dispatched();
    expect(story.state.policy.terms.receipt).toBe(9);
    expect(story.state.cases[0]?.until).toBe('2021-09-26');
    expect(story.withPolicy({ terms: { receipt: 1 } }).acknowledged().state.policy.terms.receipt).toBe(9);
  });

  it('gives the item the calendar of the day, by which its receipt is owed', () => {
    const story = given({ knownYears: [2022] })
      .withCalendar({ year: 2021, off: ['2021-09-14', '2021-09-15', '2021-09-16'], on: [] })
      .dispatched();
    expect(story.state.calendarVersion).toBe(2);
    expect(story.state.cases[0]?.until).toBe('2021-09-21');
  });
});

describe('declining', () => {
  const declined = given().dispatched().give('2021-09-14T10:00', 'declineDispatch', { reason: 'not ours' });

  it('leaves the item registered and the handing out owed by the office', () => {
    expect(declined.state.lifecycle).toBe('registered');
    expect(declined.state.cases).toMatchObject([
      { id: 'handing_out/2', owedBy: 'case_officer', until: '2021-09-22' },
    ]);
    expect(declined.light('2021-12-31')).toBe('grey');
  });

  it('is refused while a listing stands, for then it is to be reassigned', () => {
    const story = given().listed().give('2021-11-15T10:00', 'reassign', { unit: 'U2' });
    expect(story.answer('2021-11-16T10:00', 'declineDispatch')).toBe('listing_stands');
  });

  it('stops the ladder until the item is handed out again, whose past dues are then overdue silently', () => {
    const story = declined.give('2021-11-10T10:00', 'dispatch');
    expect(story.event('M1:overdue:1')).toMatchObject({ at: at('2021-11-10T10:00'), silent: true });
    expect(declined.until('2021-11-10').timeline('2021-09-14').join('\n')).not.toContain('M1:');
  });
});

describe('reassigning', () => {
  const lettered = given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-06-30')] })
    .inProgress()
    .until('2021-11-05T09:00');
  const reassigned = lettered.give('2021-11-05T10:00', 'reassign', { unit: 'U2' });

  it('is refused while evidence is undecided', () => {
    const story = lettered.give('2021-11-05T10:00', 'submitEvidence', m1);
    expect(story.answer('2021-11-05T11:00', 'reassign', { unit: 'U2' })).toBe('evidence_under_review');
  });

  it('is refused while an extension is undecided', () => {
    const story = lettered.give('2021-11-05T10:00', 'requestExtension', { ...m1, to: '2021-12-31' });
    expect(story.answer('2021-11-05T11:00', 'reassign', { unit: 'U2' })).toBe('case_open');
  });

  it('to the unit that has it already is refused', () => {
    expect(lettered.answer('2021-11-05T10:00', 'reassign', { unit: 'U1' })).toBe('already_done');
  });

  it('lets dates stay', () => {
    expect(reassigned.state.milestones.map(({ due, firstDue }) => [due, firstDue])).toEqual([
      ['2021-10-29', '2021-10-29'],
      ['2022-06-30', '2022-06-30'],
    ]);
  });

  it('lets a listing stay, its plan owed by the new unit from then on', () => {
    const story = given().listed().give('2021-11-15T10:00', 'reassign', { unit: 'U2' });
    expect(story.level()).toBe('listed_1');
    expect(story.state.cases).toMatchObject([
      { id: 'rectification/listing1/1', since: at('2021-11-15T10:00'), until: '2021-11-22', epoch: 2 },
      { id: 'receipt/2' },
    ]);
  });

  it('gives the new unit its own receipt', () => {
    expect(reassigned.state.lifecycle).toBe('dispatched');
    expect(reassigned.state.cases).toMatchObject([{ id: 'receipt/2', owedBy: 'unit', until: '2021-11-10' }]);
  });

  it('gives the new unit fresh epochs: the steps against the old one are over', () => {
    expect(reassigned.state.milestones.map(({ epoch }) => epoch)).toEqual([2, 2]);
    expect(reassigned.level()).toBe('none');
  });

  it('makes what is past due overdue silently, with one summary, the ladder counting from that day', () => {
    expect(reassigned.event('M1:overdue:2')).toMatchObject({
      type: 'becameOverdue',
      at: at('2021-11-05T10:00'),
      since: at('2021-10-30'),
      silent: true,
    });
    expect(reassigned.event('M2:overdue:2')).toBeUndefined();
    expect(reassigned.event('item:summary:2021-11-05T10:00')).toMatchObject({ milestones: ['M1'] });
    expect(reassigned.until('2021-11-30').when('M1:urge1:2')).toBe('2021-11-08T08:30');
    expect(reassigned.until('2021-11-30').when('M1:letter:2')).toBe('2021-11-12T08:30');
  });

  it('ends the receipt and the request for closing of the old unit', () => {
    const unsigned = given().dispatched().give('2021-09-14T10:00', 'reassign', { unit: 'U2' });
    expect(unsigned.cases()).toEqual(['receipt/2']);
    const done = given().inProgress().accepted();
    expect(done.cases()).toEqual(['closing_request/1']);
    const reassignedDone = done.give('2021-09-24T10:00', 'reassign', { unit: 'U2' });
    expect(reassignedDone.cases()).toEqual(['receipt/2']);
  });

  it('leaves with the office what it has not yet decided', () => {
    const asked = lettered
      .give('2021-11-05T10:00', 'proposeMilestones', { milestones: [milestone('M3', '2021-12-31')] })
      .give('2021-11-05T10:00', 'requestChange', { change: { note: '' } })
      .give('2021-11-05T11:00', 'reassign', { unit: 'U2' });
    expect(asked.cases()).toEqual(['decomposition_review/1', 'change/1', 'receipt/2']);
  });

  it('owes no decomposition of the old unit, and its own only after it has signed', () => {
    const empty = given({ milestones: [] }).inProgress();
    expect(empty.cases()).toEqual(['decomposition/1']);
    const handed = empty.give('2021-09-24T10:00', 'reassign', { unit: 'U2' });
    expect(handed.cases()).toEqual(['receipt/2']);
    const signed = handed.give('2021-09-26T10:00', 'acknowledge', {}, headOf('U2'));
    expect(signed.state.cases).toMatchObject([{ id: 'decomposition/2', since: at('2021-09-26T10:00') }]);
  });
});

describe('an item declined while it was overdue', () => {
  it('is overdue anew and silently when it is handed out again, the ladder counting from that day', () => {
    const story = given()
      .dispatched()
      .give('2021-11-04T10:00', 'declineDispatch')
      .give('2021-11-15T10:00', 'dispatch')
      .until('2021-11-30');
    expect(story.event('M1:overdue:2')).toMatchObject({ at: at('2021-11-15T10:00'), silent: true });
    expect(story.when('M1:urge1:2')).toBe('2021-11-16T08:30');
  });
});

describe('adoption does not shout about the past', () => {
  const late = given({
    registered: '2022-03-01T08:00',
    milestones: [
      milestone('M1', '2021-10-29'),
      milestone('M2', '2021-12-31'),
      milestone('M3', '2022-02-28', { doneBy: 'annual report' }),
      milestone('M4', '2022-12-31'),
    ],
  }).dispatched('2022-03-01T09:00');

  it('whatever is past due when an item is handed out becomes overdue silently', () => {
    for (const key of ['M1:overdue:1', 'M2:overdue:1']) {
      const event = late.event(key);
      expect(event).toMatchObject({ at: at('2022-03-01T09:00'), silent: true });
      expect(event && toldOf(event).to).toEqual([]);
    }
  });

  it('each unit gets one summary of them', () => {
    const summaries = late.log.filter(({ type }) => type === 'pastDuesSummarised');
    expect(summaries).toMatchObject([
      { milestones: ['M1', 'M2'], key: 'item:summary:2022-03-01T09:00', at: at('2022-03-01T09:00') },
    ]);
    expect(late.until('2022-12-01').log.filter(({ type }) => type === 'pastDuesSummarised')).toHaveLength(1);
  });

  it('the ladder counts from that day', () => {
    const story = late.until('2022-03-31');
    expect(story.when('M1:urge1:1')).toBe('2022-03-02T08:30');
    expect(story.when('M1:listing1:1')).toBe('2022-03-15T08:30');
  });

  it('an import may mark milestones done: they are accepted and never fall due', () => {
    expect(late.milestone('M3')).toMatchObject({ status: 'accepted', overdueAt: null });
    expect(late.until('2022-12-01').timeline().join('\n')).not.toContain('M3:');
  });

  it('a date that is over exactly at the hand-out is past due', () => {
    const story = given({ registered: '2021-10-29T08:00' }).dispatched('2021-10-30T00:00');
    expect(story.event('M1:overdue:1')).toMatchObject({ silent: true });
    const sooner = given({ registered: '2021-10-29T08:00' })
      .dispatched('2021-10-29T23:59')
      .until('2021-10-30');
    expect(sooner.event('M1:overdue:1')).toMatchObject({ silent: false });
  });
});

describe('a unit the plan does not have', () => {
  const known = given().withUnits('U1', 'U2');

  it('is handed nothing', () => {
    expect(known.answer('2021-09-13T09:00', 'dispatch', { unit: 'U9' })).toBe('invalid');
    expect(known.answer('2021-09-13T09:00', 'dispatch', { unit: 'U2' })).toBe('done');
  });

  it('is given no item of another, and assists in none', () => {
    const started = known.inProgress();
    expect(started.answer('2021-09-20T10:00', 'reassign', { unit: 'U9' })).toBe('invalid');
    expect(started.answer('2021-09-20T10:00', 'requestChange', { change: { coUnits: ['U2', 'U9'] } })).toBe(
      'invalid',
    );
    expect(started.answer('2021-09-20T10:00', 'reassign', { unit: 'U2' })).toBe('done');
  });
});

describe('handing back', () => {
  const pressed = given().dispatched().give('2021-09-15T10:00', 'proposeListing', { level: 1 });

  it('is no way out of a listing that waits for its signature, or of an interview', () => {
    expect(pressed.answer('2021-09-16T10:00', 'declineDispatch')).toBe('case_open');
    const called = given().dispatched().give('2021-09-15T10:00', 'callInterview');
    expect(called.answer('2021-09-16T10:00', 'declineDispatch')).toBe('case_open');
  });

  it('leaves nobody with an obstacle or a meeting of the old unit', () => {
    const story = given()
      .dispatched()
      .give('2021-09-15T10:00', 'raiseObstacle')
      .give('2021-09-15T11:00', 'callConsultation')
      .give('2021-09-16T10:00', 'declineDispatch');
    expect(story.cases()).toEqual(['handing_out/2']);
  });
});

describe('a co-unit that takes the lead', () => {
  const assisted = given({ coUnits: ['U2', 'U3'] }).inProgress();

  it('assists no more: nobody countersigns for himself', () => {
    const story = assisted.give('2021-09-20T10:00', 'reassign', { unit: 'U2' });
    expect(story.state.coUnits).toEqual(['U3']);
  });

  it('is not made a co-unit again by a change', () => {
    const asked = { change: { coUnits: ['U1', 'U3'] } };
    expect(assisted.answer('2021-09-20T10:00', 'requestChange', asked)).toBe('invalid');
  });
});
