/** Listing, interviews, rectification and delisting: what the design says, sentence by sentence. */
import { describe, expect, it } from 'vitest';
import { deputy, director } from '../support/people.js';
import { at, given, milestone, type Story } from '../support/story.js';

const m1 = { milestone: 'M1' };
const started = given().inProgress();
/** Listed at level 1 since 2021-11-12T08:30. */
const listed = given().listed();
const when = '2021-11-15T10:00';
const later = '2021-11-16T10:00';

/** Listed, the plan accepted on 11-16, the milestone accepted on 11-17: it may be delisted. */
const cured = listed
  .give(when, 'submitRectificationPlan')
  .give(later, 'acceptRectificationPlan')
  .give('2021-11-16T11:00', 'submitEvidence', m1)
  .give('2021-11-17T10:00', 'acceptEvidence', m1);

describe('a listing', () => {
  it('never lapses by time', () => {
    expect(cured.until('2025-12-31').level()).toBe('listed_1');
  });

  it('never lapses by extension', () => {
    const story = listed
      .give(when, 'requestExtension', { ...m1, to: '2021-12-31' })
      .give(later, 'grantExtension', m1);
    expect(story.level()).toBe('listed_1');
  });

  it('never lapses by change of unit', () => {
    expect(listed.give(when, 'reassign', { unit: 'U2' }).level()).toBe('listed_1');
  });

  it.each([
    [1, 'deputy', 'done'],
    [2, 'deputy', 'done'],
    [3, 'deputy', 'rank_too_low'],
    [1, 'director', 'done'],
    [2, 'director', 'done'],
    [3, 'director', 'done'],
  ] as const)('of level %i signed or declined by a %s: %s', (level, rank, expected) => {
    const story = started.give('2021-09-22T10:00', 'proposeListing', { level });
    const by = rank === 'deputy' ? deputy : director;
    expect(story.answer('2021-09-23T10:00', 'signListing', {}, by)).toBe(expected);
    expect(story.answer('2021-09-23T10:00', 'declineListing', {}, by)).toBe(expected);
  });

  it('a decline leaves the level and the ladder as they are', () => {
    const proposed = listed.until('2021-11-26T09:00');
    const story = proposed.give('2021-11-29T10:00', 'declineListing', {}, deputy);
    expect(story.level()).toBe('listed_1');
    expect(story.state.proposal).toBeNull();
    expect(story.until('2021-12-31').when('M1:interview:1')).toBe('2021-12-10T08:30');
    expect(story.until('2021-12-31').when('M1:listing3:1')).toBe('2021-12-24T08:30');
  });

  it('a higher proposal supersedes a lower open one', () => {
    const story = listed.until('2021-12-24T09:00');
    expect(story.event('listing_signature/L2/1')).toMatchObject({ type: 'proposalSuperseded' });
    expect(story.state.proposal?.level).toBe(3);
    expect(story.cases()).toContain('listing_signature/L3/1');
    expect(story.cases()).not.toContain('listing_signature/L2/1');
  });

  it('signing level 3 over an unsigned level 2 jumps from 1 to 3, in the same listing', () => {
    const story = listed.until('2021-12-24T09:00').give('2021-12-27T10:00', 'signListing', {}, director);
    expect(story.level()).toBe('listed_3');
    expect(story.state.listing).toMatchObject({ n: 1, startedAt: at('2021-11-12T08:30') });
  });

  it('level 1 by the ladder supersedes a proposal of level 1 by hand, and leaves a higher one', () => {
    const low = started.give('2021-11-08T10:00', 'proposeListing', { level: 1 }).until('2021-11-12T09:00');
    expect(low.state.proposal).toBeNull();
    expect(low.level()).toBe('listed_1');
    const high = started.give('2021-11-08T10:00', 'proposeListing', { level: 3 }).until('2021-11-12T09:00');
    expect(high.state.proposal?.level).toBe(3);
    expect(high.level()).toBe('listed_1');
  });

  it('a proposal not above what stands or waits is refused', () => {
    expect(listed.answer(when, 'proposeListing', { level: 1 })).toBe('already_done');
    const waiting = listed.give(when, 'proposeListing', { level: 2 });
    expect(waiting.answer(later, 'proposeListing', { level: 2 })).toBe('case_open');
    expect(waiting.answer(later, 'proposeListing', { level: 3 })).toBe('done');
    const top = waiting.give(later, 'proposeListing', { level: 3 }).give('2021-11-17T10:00', 'signListing');
    expect(top.answer('2021-11-18T10:00', 'proposeListing', { level: 3 })).toBe('already_done');
  });

  it('is not signed or declined unproposed', () => {
    expect(listed.answer(when, 'signListing')).toBe('no_such_case');
    expect(listed.answer(when, 'declineListing')).toBe('no_such_case');
  });

  it('steps taken by hand count for the level', () => {
    expect(started.give('2021-09-22T10:00', 'urge').level()).toBe('urged');
    expect(started.give('2021-09-22T10:00', 'issueLetter').level()).toBe('lettered');
  });

  it('rungs join a letter by hand, or go above it; the count is untouched', () => {
    const story = started.give('2021-11-02T10:00', 'issueLetter').until('2021-11-13');
    expect(story.event('M1:letter:1')).toMatchObject({ type: 'rungJoined', into: 'lettered' });
    expect(story.when('M1:listing1:1')).toBe('2021-11-12T08:30');
  });

  it('a step by hand goes against the milestone named, else all overdue ones, else all open ones', () => {
    const two = given({
      milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-06-30')],
    }).inProgress();
    const against = (story: Story, day: string, id?: string) =>
      (
        story.give(day, 'urge', id === undefined ? {} : { milestone: id }).brought[0] as {
          milestones?: unknown;
        }
      ).milestones;
    expect(against(two, '2021-09-22', 'M2')).toEqual(['M2']);
    expect(against(two, '2021-11-03T10:00')).toEqual(['M1']);
    expect(against(two, '2021-09-22')).toEqual(['M1', 'M2']);
    expect(two.answer('2021-09-22', 'urge', { milestone: 'M7' })).toBe('no_milestone');
    expect(two.accepted().answer('2021-09-24', 'issueLetter', m1)).toBe('already_done');
  });

  it('an item without an open milestone is not urged', () => {
    expect(started.accepted().answer('2021-09-24T10:00', 'urge')).toBe('no_milestone');
    expect(started.accepted().answer('2021-09-24T10:00', 'issueLetter')).toBe('no_milestone');
  });

  it('a ladder proposal is withdrawn when no milestone is overdue any more', () => {
    const story = listed
      .until('2021-11-26T09:00')
      .give('2021-11-29T10:00', 'submitEvidence', m1)
      .give('2021-11-30T10:00', 'acceptEvidence', m1);
    expect(story.event('listing_signature/L2/1')).toMatchObject({ type: 'proposalWithdrawn', level: 2 });
    expect(story.state.proposal).toBeNull();
    expect(story.cases()).not.toContain('listing_signature/L2/1');
  });

  it('a ladder proposal stays open while late evidence is under review', () => {
    const story = listed.until('2021-11-26T09:00').give('2021-11-29T10:00', 'submitEvidence', m1);
    expect(story.state.proposal?.level).toBe(2);
  });

  it('a ladder proposal stays while another milestone is overdue', () => {
    const story = given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-11-10')] })
      .inProgress()
      .until('2021-11-26T09:00')
      .give('2021-11-29T10:00', 'submitEvidence', m1)
      .give('2021-11-30T10:00', 'acceptEvidence', m1);
    expect(story.state.proposal?.level).toBe(2);
  });

  it('a proposal by hand is not withdrawn by the cure', () => {
    const story = listed
      .give(when, 'proposeListing', { level: 2 })
      .give(later, 'submitEvidence', m1)
      .give('2021-11-17T10:00', 'acceptEvidence', m1);
    expect(story.state.proposal?.level).toBe(2);
  });
});

describe('a rectification plan', () => {
  it('is owed within 5 working days after listing, reviewed within 5, owed again within 5 after a return', () => {
    expect(listed.state.cases).toMatchObject([
      { id: 'rectification/listing1/1', owedBy: 'unit', until: '2021-11-19' },
    ]);
    const submitted = listed.give(when, 'submitRectificationPlan');
    expect(submitted.state.cases).toMatchObject([
      { id: 'rectification_review/listing1/1', owedBy: 'case_officer', until: '2021-11-22' },
    ]);
    const returned = submitted.give(later, 'returnRectificationPlan', { reason: 'vague' });
    expect(returned.state.cases).toMatchObject([
      { id: 'rectification/listing1/2', owedBy: 'unit', until: '2021-11-23' },
    ]);
  });

  it('is one a listing: a higher level asks for no other', () => {
    const story = listed
      .give(when, 'submitRectificationPlan')
      .give(later, 'acceptRectificationPlan')
      .give('2021-11-17T10:00', 'proposeListing', { level: 2 })
      .give('2021-11-17T11:00', 'signListing');
    expect(story.cases()).toEqual([]);
    expect(story.answer('2021-11-18T10:00', 'submitRectificationPlan')).toBe('already_done');
  });

  it('moves no date', () => {
    const story = listed.give(when, 'submitRectificationPlan').give(later, 'acceptRectificationPlan');
    expect(story.milestone()).toMatchObject({ due: '2021-10-29', epoch: 1 });
    expect(story.until('2021-11-27').when('M1:listing2:1')).toBe('2021-11-26T08:30');
  });

  it('is refused unless it is owed, and twice while it is under review', () => {
    expect(started.answer('2021-09-22T10:00', 'submitRectificationPlan')).toBe('no_such_case');
    expect(listed.answer(when, 'acceptRectificationPlan')).toBe('no_such_case');
    expect(listed.answer(when, 'returnRectificationPlan')).toBe('no_such_case');
    const submitted = listed.give(when, 'submitRectificationPlan');
    expect(submitted.answer(later, 'submitRectificationPlan')).toBe('case_open');
  });
});

describe('an interview', () => {
  it('is called once at a time and recorded once called', () => {
    const called = started.give('2021-09-22T10:00', 'callInterview');
    expect(called.state.cases).toMatchObject([
      { id: 'interview/1', owedBy: 'supervision_head', until: '2021-10-11' },
    ]);
    expect(called.answer('2021-09-23T10:00', 'callInterview')).toBe('case_open');
    expect(called.give('2021-09-23T10:00', 'recordInterview').cases()).toEqual([]);
    expect(started.answer('2021-09-22T10:00', 'recordInterview')).toBe('no_such_case');
  });

  it('is recorded beside the level and does not raise it', () => {
    expect(started.give('2021-09-22T10:00', 'callInterview').level()).toBe('none');
  });
});

describe('delisting', () => {
  const day = '2021-11-18T10:00';
  const proposed = cured.give(day, 'proposeDelisting');

  it('needs no milestone overdue', () => {
    const planned = listed.give(when, 'submitRectificationPlan').give(later, 'acceptRectificationPlan');
    expect(planned.answer(day, 'proposeDelisting')).toBe('milestone_overdue');
    expect(cured.answer(day, 'proposeDelisting')).toBe('done');
  });

  it('needs the plan accepted', () => {
    const story = listed.give(when, 'submitEvidence', m1).give(later, 'acceptEvidence', m1);
    expect(story.answer(day, 'proposeDelisting')).toBe('plan_not_accepted');
    const planned = story.give(later, 'submitRectificationPlan');
    expect(planned.answer(day, 'proposeDelisting')).toBe('plan_not_accepted');
  });

  it('needs no open interview, when proposed and when signed', () => {
    const called = cured.give('2021-11-17T11:00', 'callInterview');
    expect(called.answer(day, 'proposeDelisting')).toBe('case_open');
    expect(proposed.give(day, 'callInterview').answer('2021-11-19T10:00', 'delist')).toBe('case_open');
  });

  it('needs no open listing proposal', () => {
    const story = cured.give('2021-11-17T11:00', 'proposeListing', { level: 2 });
    expect(story.answer(day, 'proposeDelisting')).toBe('case_open');
  });

  it('needs a listing', () => {
    expect(started.answer('2021-09-22T10:00', 'proposeDelisting')).toBe('no_such_case');
    expect(started.answer('2021-09-22T10:00', 'delist')).toBe('no_such_case');
    expect(started.answer('2021-09-22T10:00', 'declineDelisting')).toBe('no_such_case');
  });

  it('needs a proposal, one at a time', () => {
    expect(cured.answer(day, 'delist')).toBe('no_such_case');
    expect(proposed.answer('2021-11-19T10:00', 'proposeDelisting')).toBe('case_open');
  });

  it('needs a signer of the listing’s level', () => {
    expect(proposed.answer('2021-11-19T10:00', 'delist', {}, deputy)).toBe('done');
    const top = listed
      .give(when, 'proposeListing', { level: 3 })
      .give(when, 'signListing')
      .give(when, 'submitRectificationPlan')
      .give(later, 'acceptRectificationPlan')
      .give('2021-11-16T11:00', 'submitEvidence', m1)
      .give('2021-11-17T10:00', 'acceptEvidence', m1)
      .give(day, 'proposeDelisting');
    expect(top.state.cases).toMatchObject([{ kind: 'delisting_signature', owedBy: 'director' }]);
    expect(top.answer('2021-11-19T10:00', 'delist', {}, deputy)).toBe('rank_too_low');
    expect(top.answer('2021-11-19T10:00', 'declineDelisting', {}, deputy)).toBe('rank_too_low');
    expect(top.answer('2021-11-19T10:00', 'delist', {}, director)).toBe('done');
  });

  it('ends the listing only: the item goes on, and may be closed', () => {
    const story = proposed.give('2021-11-19T10:00', 'delist');
    expect(story.level()).toBe('none');
    expect(story.state.lifecycle).toBe('in_progress');
    expect(story.cases()).toEqual(['closing_request/1']);
    expect(story.until('2022-06-30').timeline('2021-11-19T10:00').join('\n')).not.toContain('standing');
  });

  it('declined leaves the listing', () => {
    const story = proposed.give('2021-11-19T10:00', 'declineDelisting');
    expect(story.level()).toBe('listed_1');
    expect(story.answer('2021-11-22T10:00', 'proposeDelisting')).toBe('done');
  });

  it('a milestone falling overdue withdraws the proposal', () => {
    const story = given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-11-19')] })
      .listed()
      .give(when, 'submitRectificationPlan')
      .give(later, 'acceptRectificationPlan')
      .give('2021-11-16T11:00', 'submitEvidence', m1)
      .give('2021-11-17T10:00', 'acceptEvidence', m1)
      .give(day, 'proposeDelisting')
      .until('2021-11-20');
    expect(story.event('delisting_signature/listing1/1')).toMatchObject({
      type: 'delistingWithdrawn',
      at: at('2021-11-20'),
    });
    expect(story.cases()).toEqual([]);
  });

  it('a second listing of the item is numbered and has its own plan', () => {
    const again = proposed
      .give('2021-11-19T10:00', 'delist')
      .give('2021-11-22T10:00', 'instruct', { demand: { due: '2021-11-30' } })
      .until('2021-12-14T09:00');
    expect(again.event('I1:listing1:1')).toMatchObject({ type: 'listed', listing: 2 });
    expect(again.cases()).toContain('rectification/listing2/1');
  });
});
