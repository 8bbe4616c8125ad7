/** Milestones proposed by the unit, and the list struck off: what the design says, sentence by sentence. */
import { describe, expect, it } from 'vitest';
import { listCounts } from '../../../src/domain/list.js';
import { at, given, milestone, type Item, type Story } from '../support/story.js';

const when = '2021-09-22T10:00';
const later = '2021-09-23T10:00';

describe('a decomposition', () => {
  const item: Item = {
    measures: ['a', 'b'],
    milestones: [
      milestone('M1', '2021-10-29', { basis: 'plan', measures: ['a'] }),
      milestone('M2', '2021-11-30', { basis: 'proposed', measures: ['b'] }),
    ],
  };
  const started = given(item).inProgress();
  const m3 = milestone('M3', '2021-12-31', { measures: ['b'] });
  const propose = (story: Story, milestones = [m3], replaces: readonly string[] = ['M2']) =>
    story.answer(when, 'proposeMilestones', { milestones, replaces });
  const proposed = started.give(when, 'proposeMilestones', { milestones: [m3], replaces: ['M2'] });

  it('proposed is reviewed by the office, and moves nothing before it is approved', () => {
    expect(proposed.cases()).toEqual(['decomposition_review/1']);
    expect(proposed.state.milestones).toEqual(started.state.milestones);
  });

  it('approved adds what was proposed and drops what it replaces', () => {
    const story = proposed.give(later, 'approveMilestones');
    expect(
      story.state.milestones.map(({ id, status, basis, confirmed }) => [id, status, basis, confirmed]),
    ).toEqual([
      ['M1', 'open', 'plan', true],
      ['M2', 'dropped', 'proposed', true],
      ['M3', 'open', 'unit', true],
    ]);
    expect(story.cases()).toEqual([]);
  });

  it('approved is in force from its approval', () => {
    const story = started
      .give(when, 'proposeMilestones', { milestones: [milestone('M3', '2021-10-20')] })
      .give('2021-10-08T10:00', 'approveMilestones') // 12 days: reminded 3 days before, on Saturday the 16th … Friday the 15th
      .until('2021-10-20');
    expect(story.when('M3:reminder1:1')).toBe('2021-10-15T08:30');
  });

  it('returned is owed again within 5 working days, as a second case', () => {
    const story = proposed.give(later, 'returnMilestones', { reason: 'too coarse' });
    expect(story.state.cases).toMatchObject([{ id: 'decomposition/1', owedBy: 'unit', until: '2021-09-29' }]);
    expect(story.state.decomposition).toBeNull();
  });

  it('is one at a time', () => {
    expect(propose(proposed)).toBe('case_open');
  });

  it('that is not proposed can be neither approved nor returned', () => {
    expect(started.answer(when, 'approveMilestones')).toBe('no_such_case');
    expect(started.answer(when, 'returnMilestones')).toBe('no_such_case');
  });

  it('may replace proposed milestones not yet confirmed, and no others', () => {
    expect(propose(started)).toBe('done');
    expect(propose(started, [milestone('M3', '2021-12-31', { measures: ['a'] })], ['M1'])).toBe(
      'already_done',
    );
  });

  it('may not replace one that is confirmed: after that only an extension moves a date', () => {
    const confirmed = given(item)
      .inProgress()
      .give('2021-09-15T10:00', 'proposeMilestones', { milestones: [milestone('M4', '2021-12-31')] })
      .give('2021-09-16T10:00', 'approveMilestones');
    expect(propose(confirmed)).toBe('already_done');
  });

  it('may not replace one that is overdue', () => {
    const story = given({ milestones: [milestone('M2', '2021-09-20', { basis: 'proposed' })] }).inProgress();
    expect(propose(story, [milestone('M3', '2021-12-31')])).toBe('milestone_overdue');
  });

  it('may not replace one whose evidence is under review, though it came in after the proposal', () => {
    const story = proposed.give('2021-09-22T12:00', 'submitEvidence', { milestone: 'M2' });
    expect(story.answer(later, 'approveMilestones')).toBe('evidence_under_review');
  });

  it('names at least one milestone, each new and named once, each measure known', () => {
    expect(propose(started, [])).toBe('no_milestone');
    expect(propose(started, [milestone('M1', '2021-12-31', { measures: ['a'] })], [])).not.toBe('done');
    expect(propose(started, [m3, m3], [])).toBe('invalid');
    expect(propose(started, [milestone('M3', '2021-12-31', { measures: ['z'] })], [])).toBe(
      'no_such_measure',
    );
    expect(propose(started, [m3], ['M7'])).toBe('no_milestone');
  });

  describe('with the id of a proposed milestone is the unit’s own version of it', () => {
    const own = (due: string) =>
      started
        .give(when, 'proposeMilestones', {
          milestones: [milestone('M2', due, { title: 'own', measures: ['b'] })],
        })
        .give(later, 'approveMilestones');

    it('with another date it is a new epoch in force from the approval; the first date is kept', () => {
      expect(own('2021-12-31').state.milestones[1]).toMatchObject({
        id: 'M2',
        title: 'own',
        basis: 'unit',
        due: '2021-12-31',
        firstDue: '2021-11-30',
        epoch: 2,
        confirmed: true,
        inForceSince: at(later),
      });
    });

    it('with the same date it keeps its epoch', () => {
      expect(own('2021-11-30').state.milestones[1]).toMatchObject({
        title: 'own',
        due: '2021-11-30',
        epoch: 1,
        inForceSince: at('2021-09-13T09:00'),
      });
    });

    it('and after that only an extension moves its date', () => {
      const again = { milestones: [milestone('M2', '2022-01-31', { measures: ['b'] })] };
      expect(own('2021-12-31').answer('2021-09-24T10:00', 'proposeMilestones', again)).toBe('already_done');
    });
  });

  it('ends a request for time on the milestone it replaces, which nobody could answer any more', () => {
    const story = proposed
      .give('2021-09-22T12:00', 'requestExtension', { milestone: 'M2', to: '2022-01-31' })
      .give(later, 'approveMilestones');
    expect(story.cases()).toEqual([]);
  });
});

describe('the list', () => {
  const item: Item = {
    measures: ['a', 'b', 'c'],
    milestones: [
      milestone('M1', '2021-10-29', { basis: 'proposed', measures: ['a', 'b'] }),
      milestone('M2', '2021-12-31', { basis: 'proposed', measures: ['b', 'c'] }),
    ],
  };
  const started = given(item).inProgress();
  const half = started.accepted('M1');
  const all = half.accepted('M2', '2021-09-24T10:00', '2021-09-24T11:00');
  const strike = (measures: readonly string[]) => ({ measures });

  it('every measure is carried: a drop that would leave one without is refused', () => {
    expect(started.answer(when, 'requestChange', { change: { drop: 'M1' } })).toBe('measure_uncarried');
  });

  it('every measure is carried: a decomposition that would leave one without is refused', () => {
    const more = { milestones: [milestone('M3', '2021-12-31', { measures: ['a'] })], replaces: ['M1', 'M2'] };
    expect(started.answer(when, 'proposeMilestones', more)).toBe('measure_uncarried');
  });

  it('a measure that is waived needs no carrier', () => {
    const waived = started.give(when, 'waiveMeasure', { measure: 'a' });
    expect(waived.answer(later, 'requestChange', { change: { drop: 'M1' } })).toBe('done');
  });

  it('several done measures are proposed for striking off in one signature', () => {
    const story = all.give('2021-09-24T12:00', 'proposeStrikeOff', strike(['a', 'b']));
    expect(story.state.cases.map(({ id, owedBy }) => [id, owedBy])).toContainEqual([
      'strike_off_signature/1',
      'leader_in_charge',
    ]);
    const signed = story.give('2021-09-26T10:00', 'strikeOff');
    expect(listCounts(signed.state)).toEqual({ total: 3, open: 0, done: 1, struckOff: 2, waived: 0 });
  });

  it('an open measure is not proposed for striking off, nor one that is struck off or unknown, nor none', () => {
    expect(half.answer('2021-09-24T12:00', 'proposeStrikeOff', strike(['a', 'b']))).toBe('measure_open');
    expect(half.answer('2021-09-24T12:00', 'proposeStrikeOff', strike(['z']))).toBe('no_such_measure');
    expect(half.answer('2021-09-24T12:00', 'proposeStrikeOff', strike([]))).toBe('no_such_measure');
    const struck = half
      .give('2021-09-24T12:00', 'proposeStrikeOff', strike(['a']))
      .give('2021-09-24T13:00', 'strikeOff');
    expect(struck.answer('2021-09-26T10:00', 'proposeStrikeOff', strike(['a']))).toBe('already_done');
  });

  it('a strike-off that is declined leaves the measures done, and may be proposed again', () => {
    const story = half
      .give('2021-09-24T12:00', 'proposeStrikeOff', strike(['a']))
      .give('2021-09-24T13:00', 'declineStrikeOff');
    expect(listCounts(story.state).done).toBe(1);
    expect(story.answer('2021-09-26T10:00', 'proposeStrikeOff', strike(['a']))).toBe('done');
  });

  it('one strike-off waits at a time, and none is signed unproposed', () => {
    const story = half.give('2021-09-24T12:00', 'proposeStrikeOff', strike(['a']));
    expect(story.answer('2021-09-26T10:00', 'proposeStrikeOff', strike(['a']))).toBe('case_open');
    expect(half.answer('2021-09-24T12:00', 'strikeOff')).toBe('no_such_case');
    expect(half.answer('2021-09-24T12:00', 'declineStrikeOff')).toBe('no_such_case');
  });

  it('a measure is waived once', () => {
    const waived = started.give(when, 'waiveMeasure', { measure: 'a' });
    expect(waived.answer(later, 'waiveMeasure', { measure: 'a' })).toBe('already_done');
  });

  it('closing is refused while a measure is open', () => {
    const carried = {
      measures: ['a', 'b'],
      milestones: [milestone('M1', '2021-10-29', { measures: ['a'] })],
    };
    const story = given(carried).inProgress().accepted();
    expect(story.answer('2021-09-24T10:00', 'requestClosing')).toBe('measure_open');
  });

  it('`approveClosing` strikes off what is done and not yet struck off', () => {
    const story = all
      .give('2021-09-26T10:00', 'requestClosing')
      .give('2021-09-26T11:00', 'verifyClosing')
      .give('2021-09-26T12:00', 'approveClosing');
    expect(listCounts(story.state)).toEqual({ total: 3, open: 0, done: 0, struckOff: 3, waived: 0 });
  });

  it('what is reopened before the signature is not struck off: item 36 strikes off work', () => {
    const story = half
      .give('2021-09-24T12:00', 'proposeStrikeOff', strike(['a']))
      .give('2021-09-26T10:00', 'instruct', { demand: { id: 'M1', due: '2021-12-31' } });
    expect(story.answer('2021-09-27T10:00', 'strikeOff')).toBe('measure_open');
  });
});
