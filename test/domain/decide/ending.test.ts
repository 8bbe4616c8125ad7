/** Instructions, closing with two keys, returning, reopening, terminating: what the design says, sentence by sentence. */
import { describe, expect, it } from 'vitest';
import { another, deputy, director, headOf } from '../support/people.js';
import { at, given, milestone, type Item, type Story } from '../support/story.js';

const m1 = { milestone: 'M1' };
const when = '2021-09-24T10:00';
const later = '2021-09-26T10:00';
const started = given().inProgress();
const done = started.accepted();

describe('an instruction', () => {
  it('becomes a dated milestone', () => {
    const story = started.give(when, 'instruct', { text: 'faster', demand: { due: '2021-12-31' } });
    expect(story.milestone('I1')).toMatchObject({
      due: '2021-12-31',
      basis: 'instruction',
      title: 'faster',
      inForceSince: at(when),
      confirmed: true,
    });
    expect(story.give(later, 'instruct', { demand: { due: '2021-12-31' } }).milestone('I2').status).toBe(
      'open',
    );
  });

  it('ends a closing review, with all that was open of it', () => {
    const story = given({ coUnits: ['U2', 'U3'] })
      .inClosingReview()
      .give(later, 'instruct', { demand: { due: '2021-12-31' } });
    expect(story.state.lifecycle).toBe('in_progress');
    expect(story.cases()).toEqual([]);
  });

  it('makes the request for closing moot', () => {
    expect(done.cases()).toEqual(['closing_request/1']);
    expect(done.give(when, 'instruct', { demand: { due: '2021-12-31' } }).cases()).toEqual([]);
  });

  it('of a milestone that is still open is refused', () => {
    expect(started.answer(when, 'instruct', { demand: { id: 'M1', due: '2021-12-31' } })).toBe(
      'milestone_open',
    );
  });
});

describe('closing needs', () => {
  const refused = (story: Story, day = '2021-09-28T10:00') => story.answer(day, 'requestClosing');

  it('a milestone', () => {
    expect(refused(given({ milestones: [] }).inProgress())).toBe('no_milestone');
    const dropped = started.give(when, 'requestChange', { change: { drop: 'M1' } }).give(when, 'grantChange');
    expect(refused(dropped)).toBe('no_milestone');
  });

  it('all milestones accepted or dropped', () => {
    const item: Item = { milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-12-31')] };
    const half = given(item).inProgress().accepted();
    expect(refused(half)).toBe('milestone_open');
    expect(refused(half.give(when, 'submitEvidence', { milestone: 'M2' }))).toBe('milestone_open');
    const dropped = half.give(when, 'requestChange', { change: { drop: 'M2' } }).give(when, 'grantChange');
    expect(refused(dropped)).toBe('done');
  });

  it('no measure open', () => {
    expect(
      refused(
        given({ measures: ['a'] })
          .inProgress()
          .accepted(),
      ),
    ).toBe('measure_open');
  });

  it('no listing', () => {
    const story = given()
      .listed()
      .give('2021-11-15T10:00', 'submitEvidence', m1)
      .give('2021-11-16T10:00', 'acceptEvidence', m1);
    expect(refused(story, '2021-11-17T10:00')).toBe('listing_stands');
  });

  it('no open interview', () => {
    expect(refused(done.give(when, 'callInterview'))).toBe('case_open');
  });

  it('no open signature', () => {
    expect(refused(done.give(when, 'proposeListing', { level: 1 }))).toBe('case_open');
    const listed = given({
      measures: ['a'],
      milestones: [milestone('M1', '2021-10-29', { measures: ['a'] })],
    });
    const striking = listed
      .inProgress()
      .accepted()
      .give(when, 'proposeStrikeOff', { measures: ['a'] });
    expect(refused(striking)).toBe('case_open');
  });

  it('no open change or decomposition', () => {
    expect(refused(done.give(when, 'requestChange', { change: { note: '' } }))).toBe('case_open');
    const proposed = done.give(when, 'proposeMilestones', { milestones: [milestone('M2', '2021-12-31')] });
    expect(refused(proposed)).toBe('case_open');
    expect(refused(proposed.give(later, 'returnMilestones'))).toBe('case_open');
  });

  it('when it became possible, a request by the unit within 10 working days', () => {
    expect(done.state.cases).toMatchObject([
      { id: 'closing_request/1', owedBy: 'unit', until: '2021-10-12' },
    ]);
    expect(done.give(when, 'requestClosing').cases()).toEqual(['closing_verification/1']);
  });
});

describe('verifying', () => {
  const review = given({ coUnits: ['U2', 'U3'] }).inClosingReview();

  it('needs every co-unit’s countersignature', () => {
    expect(review.cases()).toEqual(['countersignature/U2/1', 'countersignature/U3/1']);
    expect(review.answer(later, 'verifyClosing')).toBe('not_countersigned');
    const one = review.give(later, 'countersign', { opinion: 'agreed' }, headOf('U2'));
    expect(one.answer(later, 'verifyClosing')).toBe('not_countersigned');
    const both = one.give('2021-09-27T10:00', 'countersign', {}, headOf('U3'));
    expect(both.answer('2021-09-28T10:00', 'verifyClosing')).toBe('done');
  });

  it('is owed within 10 working days after the last countersignature', () => {
    const both = review
      .give(later, 'countersign', {}, headOf('U2'))
      .give('2021-09-27T10:00', 'countersign', {}, headOf('U3'));
    expect(both.state.cases).toMatchObject([
      { id: 'closing_verification/1', owedBy: 'case_officer', until: '2021-10-15' },
    ]);
  });

  it('a co-unit countersigns once', () => {
    const one = review.give(later, 'countersign', {}, headOf('U2'));
    expect(one.answer(later, 'countersign', {}, headOf('U2'))).toBe('already_done');
  });

  it('brings these facts', () => {
    const both = given().inClosingReview().give(later, 'verifyClosing');
    expect(both.brought).toMatchObject([
      { type: 'closingVerified' },
      { type: 'caseEnded', case: 'closing_verification/1' },
      { type: 'caseOpened', case: 'closing_signature/1', owedBy: 'leader_in_charge', until: '2021-10-08' },
    ]);
  });
});

describe('the closer’s rank', () => {
  /** An item that once was listed at the level, delisted, and verified. */
  const completedAfter = (level: 1 | 2 | 3) => {
    const raised = given()
      .inProgress()
      .give('2021-09-15T10:00', 'proposeListing', { level })
      .give('2021-09-15T10:00', 'signListing')
      .give('2021-09-15T10:00', 'submitRectificationPlan')
      .give('2021-09-15T11:00', 'acceptRectificationPlan');
    return raised
      .accepted()
      .give('2021-09-24T10:00', 'proposeDelisting')
      .give('2021-09-24T11:00', 'delist')
      .give('2021-09-26T10:00', 'requestClosing')
      .give('2021-09-27T10:00', 'verifyClosing');
  };

  it.each([
    [1, 'done', 'leader_in_charge'],
    [2, 'done', 'leader_in_charge'],
    [3, 'rank_too_low', 'director'],
  ] as const)('is at least the highest level the item ever had: %i', (level, byDeputy, owedBy) => {
    const story = completedAfter(level);
    expect(story.level()).toBe('none');
    expect(story.state.cases).toMatchObject([{ kind: 'closing_signature', owedBy }]);
    expect(story.answer('2021-09-28T10:00', 'approveClosing', {}, deputy)).toBe(byDeputy);
    expect(story.answer('2021-09-28T10:00', 'approveClosing', {}, director)).toBe('done');
  });
});

it('a lower listing after a higher one does not lower the rank the closing needs', () => {
  const delistable = (level: 1 | 3) => (story: Story, day: string, id: string) =>
    story
      .give(`${day}T10:00`, 'proposeListing', { level })
      .give(`${day}T10:00`, 'signListing')
      .give(`${day}T11:00`, 'submitRectificationPlan')
      .give(`${day}T11:00`, 'acceptRectificationPlan')
      .accepted(id, `${day}T12:00`, `${day}T13:00`)
      .give(`${day}T14:00`, 'proposeDelisting')
      .give(`${day}T15:00`, 'delist');
  const high = delistable(3)(started, '2021-09-15', 'M1');
  const twice = delistable(1)(
    high.give('2021-09-16T10:00', 'instruct', { demand: { due: '2021-12-31' } }),
    '2021-09-17',
    'I1',
  );
  const completed = twice
    .give('2021-09-22T10:00', 'requestClosing')
    .give('2021-09-23T10:00', 'verifyClosing');
  expect(completed.answer('2021-09-24T10:00', 'approveClosing', {}, deputy)).toBe('rank_too_low');
});

describe('a closed item', () => {
  it('owes nothing, and nothing happens to it any more', () => {
    const closed = given().closed();
    expect(closed.cases()).toEqual([]);
    expect(closed.until('2026-12-31').log).toEqual(closed.log);
  });

  it('owes no signature for what was struck off with it', () => {
    const item: Item = { measures: ['a'], milestones: [milestone('M1', '2021-10-29', { measures: ['a'] })] };
    const story = given(item)
      .inClosingReview()
      .give(later, 'proposeStrikeOff', { measures: ['a'] })
      .give('2021-09-27T10:00', 'verifyClosing')
      .give('2021-09-28T10:00', 'approveClosing');
    expect(story.cases()).toEqual([]);
  });
});

describe.each([
  ['returnClosing', given().inClosingReview()],
  ['returnClosing', given().completed()],
  ['reopen', given().closed()],
] as const)('%s', (type, story) => {
  const day = '2021-10-11T10:00';
  const answered = (demands: object[]) => story.answer(day, type, { demands } as never);

  it('names what is missing and by when', () => {
    expect(answered([])).toBe('no_milestone');
    expect(answered([{ due: '2021-10-11' }])).toBe('date_not_future');
    expect(
      answered([
        { id: 'R1', due: '2021-12-31' },
        { id: 'R1', due: '2021-12-31' },
      ]),
    ).toBe('invalid');
  });

  it('demands new milestones', () => {
    const back = story.give(day, type, {
      reason: 'no photos',
      demands: [{ due: '2021-12-31' }, { due: '2022-01-31' }],
    });
    expect(back.milestone('R1')).toMatchObject({ due: '2021-12-31', basis: 'return', inForceSince: at(day) });
    expect(back.milestone('R2')).toMatchObject({ due: '2022-01-31' });
  });

  it('or an accepted one reopened in a new epoch; the rest stays accepted, the level starts at none', () => {
    const back = story.give(day, type, { demands: [{ id: 'M1', due: '2021-12-31' }] });
    expect(back.milestone()).toMatchObject({
      status: 'open',
      epoch: 2,
      due: '2021-12-31',
      firstDue: '2021-10-29',
      onTime: null,
    });
    expect(back.level()).toBe('none');
    expect(back.state.lifecycle).toBe('in_progress');
    expect(back.cases()).toEqual([]);
    const other = story.give(day, type, { demands: [{ due: '2021-12-31' }] });
    expect(other.milestone()).toMatchObject({ status: 'accepted', epoch: 1 });
  });

  it('asks for both keys again', () => {
    const again = story
      .give(day, type, { demands: [{ id: 'M1', due: '2021-12-31' }] })
      .accepted('M1', '2021-10-12T10:00', '2021-10-13T10:00')
      .give('2021-10-14T10:00', 'requestClosing');
    expect(again.answer('2021-10-15T10:00', 'approveClosing')).toBe('wrong_state');
    const verified = again.give('2021-10-15T10:00', 'verifyClosing');
    expect(verified.answer('2021-10-18T10:00', 'approveClosing', {}, another(director))).toBe('done');
  });
});

describe('termination', () => {
  const listed = given().listed();

  it('ends all cases and a listing', () => {
    const story = listed.give('2021-11-15T10:00', 'terminate', { reason: 'merged', successor: 'plan-7' });
    expect(story.brought).toMatchObject([{ type: 'terminated', successor: 'plan-7' }]);
    expect(story.cases()).toEqual([]);
    expect(story.state.listing).toBeNull();
  });

  it('of a listed item needs a signer of its level', () => {
    expect(listed.answer('2021-11-15T10:00', 'terminate', {}, deputy)).toBe('done');
    const top = listed
      .give('2021-11-15T10:00', 'proposeListing', { level: 3 })
      .give('2021-11-15T11:00', 'signListing');
    expect(top.answer('2021-11-16T10:00', 'terminate', {}, deputy)).toBe('rank_too_low');
    expect(top.answer('2021-11-16T10:00', 'terminate', {}, director)).toBe('done');
  });

  it('lets nothing fire after it', () => {
    const story = listed.give('2021-11-15T10:00', 'terminate');
    expect(story.until('2026-12-31').log).toEqual(story.log);
  });

  it('is final: only a comment is taken', () => {
    const story = started.terminated();
    expect(story.answer(when, 'comment')).toBe('done');
    for (const type of ['dispatch', 'resume', 'reopen', 'terminate', 'adoptPolicy'] as const)
      expect(story.answer(when, type)).toBe('wrong_state');
  });

  it('is possible while suspended, which it ends', () => {
    const story = started.suspended().terminated();
    expect(story.state.suspendedSince).toBeNull();
    expect(story.light('2022-01-01')).toBe('grey');
  });
});

it('nothing is deleted: every step only adds to the log', () => {
  const stories = [
    given(),
    given().dispatched(),
    given().inProgress(),
    given().inClosingReview(),
    given().closed(),
  ];
  stories.reduce((before, after) => {
    expect(after.log.slice(0, before.log.length)).toEqual(before.log);
    expect(after.log.length).toBeGreaterThan(before.log.length);
    return after;
  });
});

it('a request to close leaves nobody with an obstacle or a meeting: there is nothing left to remove', () => {
  const story = given()
    .inProgress()
    .give('2021-09-20T10:00', 'raiseObstacle')
    .give('2021-09-20T11:00', 'callConsultation')
    .accepted()
    .give('2021-09-24T10:00', 'requestClosing');
  expect(story.cases()).toEqual(['closing_verification/1']);
});
