/** Obstacles and consultations: who blocks is named, and what a meeting concludes is dated. */
import { describe, expect, it } from 'vitest';
import { toldOf } from '../../../src/domain/told.js';
import {
  caseOfficer,
  deputy,
  director,
  headOf,
  supervisionHead,
  unitHead,
  unitOfficer,
} from '../support/people.js';
import { given } from '../support/story.js';

const monday = '2021-11-08T10:00';
const later = '2021-11-09T10:00';
const started = given({ coUnits: ['U2'] }).inProgress();
const raised = started.give(
  monday,
  'raiseObstacle',
  { named: 'supervision_head', text: 'no rooms' },
  unitOfficer,
);
const one = { obstacle: 'obstacle/1' };

describe('an obstacle', () => {
  it('never clears red and stops no clock', () => {
    const overdue = given().inProgress().until('2021-11-02T09:00');
    const story = overdue.give('2021-11-02T10:00', 'raiseObstacle');
    expect(story.light('2021-11-02T10:00')).toBe('red');
    expect(story.until('2021-11-30').when('M1:letter:1')).toBe(
      overdue.until('2021-11-30').when('M1:letter:1'),
    );
  });

  it('is answered by whoever is named or stands above, and by nobody else', () => {
    expect(raised.answer(later, 'answerObstacle', one, caseOfficer)).toBe('rank_too_low');
    expect(raised.answer(later, 'answerObstacle', one, unitHead)).toBe('rank_too_low');
    expect(raised.answer(later, 'answerObstacle', one, supervisionHead)).toBe('done');
    expect(raised.answer(later, 'answerObstacle', one, deputy)).toBe('done');
    expect(raised.give(later, 'answerObstacle', one, supervisionHead).cases()).not.toContain('obstacle/1');
  });

  it('of a co-unit is answered by that unit’s head', () => {
    const story = started.give(monday, 'raiseObstacle', { named: 'co_unit', unit: 'U2' });
    expect(story.state.cases.at(-1)).toMatchObject({ owedBy: 'co_unit', unit: 'U2' });
    expect(story.answer(later, 'answerObstacle', one, headOf('U2'))).toBe('done');
    expect(story.answer(later, 'answerObstacle', one, deputy)).toBe('rank_too_low');
    // Unanswered it comes to the director, who may then answer.
    expect(story.answer(later, 'answerObstacle', one, director)).toBe('done');
  });

  it('names a co-unit exactly when it is a co-unit’s, and one of the item', () => {
    expect(started.answer(monday, 'raiseObstacle', { named: 'co_unit' })).toBe('invalid');
    expect(started.answer(monday, 'raiseObstacle', { named: 'director', unit: 'U2' })).toBe('invalid');
    expect(started.answer(monday, 'raiseObstacle', { named: 'co_unit', unit: 'U9' })).toBe('invalid');
  });

  it('may be one of several, and is withdrawn by the unit', () => {
    const two = raised.give(later, 'raiseObstacle', { named: 'director' });
    expect(two.cases()).toEqual(expect.arrayContaining(['obstacle/1', 'obstacle/2']));
    const left = two.give(later, 'withdrawObstacle', one, unitOfficer).cases();
    expect(left).toContain('obstacle/2');
    expect(left).not.toContain('obstacle/1');
    expect(raised.answer(later, 'withdrawObstacle', { obstacle: 'obstacle/7' })).toBe('no_such_case');
  });

  it('unanswered twice goes to the director, whoever was named', () => {
    const story = started.give(monday, 'raiseObstacle', { named: 'case_officer' }).until('2021-12-31');
    const up = story.log.find((event) => event.type === 'caseEscalated' && event.case === 'obstacle/1');
    expect(up && toldOf(up).to).toEqual(['leader_in_charge', 'director']);
  });
});

describe('a consultation', () => {
  const called = started.give(monday, 'callConsultation', {}, caseOfficer);

  it('is one at a time', () => {
    expect(called.answer(later, 'callConsultation')).toBe('case_open');
  });

  it('concludes in dated milestones of the unit', () => {
    const story = called.give(later, 'recordConsultation', {
      record: 'agreed',
      demands: [{ title: 'rooms found', due: '2021-12-31', evidence: 'lease' }],
    });
    expect(story.milestone('C1')).toMatchObject({
      basis: 'consultation',
      due: '2021-12-31',
      title: 'rooms found',
    });
    expect(story.cases()).not.toContain('consultation_record/1');
  });

  it('may conclude nothing, but no date that is not ahead', () => {
    expect(called.answer(later, 'recordConsultation', { record: 'nothing' })).toBe('done');
    expect(called.answer(later, 'recordConsultation', { demands: [{ due: '2021-11-09' }] })).toBe(
      'date_not_future',
    );
  });
});
