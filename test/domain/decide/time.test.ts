/** Dates, extensions, changes and suspensions: what the design says of them, sentence by sentence. */
import { describe, expect, it } from 'vitest';
import { isOverdue } from '../../../src/domain/item.js';
import { marksOf } from '../../../src/domain/ladder.js';
import { asPerson, deputy, director, supervisionHead } from '../support/people.js';
import { at, given, milestone, type Item, type Story } from '../support/story.js';

const m1 = { milestone: 'M1' };
const started = given().inProgress();
const overdue = started.until('2021-11-05T09:00');
const asking = (to = '2021-12-31') => ({ ...m1, to });

describe('a due date set by hand must be after today', () => {
  const today = '2021-10-11';
  const tomorrow = '2021-10-12';
  const when = `${today}T00:00`;
  const closing = given().inClosingReview();
  const closed = given().closed();
  const early = given({ milestones: [milestone('M1', '2021-10-09')] }).inProgress();
  const ways: Readonly<Record<string, (due: string) => string>> = {
    instruct: (due) => started.answer(when, 'instruct', { demand: { due } }),
    proposeMilestones: (due) =>
      started.answer(when, 'proposeMilestones', { milestones: [milestone('M2', due)] }),
    requestExtension: (due) => early.answer(when, 'requestExtension', asking(due)),
    returnClosing: (due) => closing.answer(when, 'returnClosing', { demands: [{ due }] }),
    reopen: (due) => closed.answer(when, 'reopen', { demands: [{ due }] }),
    suspend: (until) => started.answer(when, 'suspend', { until }),
  };

  it.each(Object.entries(ways))('%s', (_name, answered) => {
    expect(answered('2021-10-10')).toBe('date_not_future');
    expect(answered(today)).toBe('date_not_future');
    expect(answered(tomorrow)).toBe('done');
  });

  it('also when an extension is granted to another date than asked', () => {
    const story = early.give('2021-09-16T10:00', 'requestExtension', asking());
    expect(story.answer(when, 'grantExtension', asking(today))).toBe('date_not_future');
    expect(story.answer(when, 'grantExtension', asking(tomorrow))).toBe('done');
  });

  it('also when it was still ahead as it was proposed but is not as it is approved', () => {
    const story = started.give('2021-09-24T10:00', 'proposeMilestones', {
      milestones: [milestone('M2', today)],
    });
    expect(story.answer(when, 'approveMilestones')).toBe('date_not_future');
  });
});

it('first and current due date are both kept', () => {
  const story = started
    .give('2021-09-15T10:00', 'requestExtension', asking())
    .give('2021-09-16T10:00', 'grantExtension', m1);
  expect(story.milestone()).toMatchObject({ firstDue: '2021-10-29', due: '2021-12-31' });
});

it('milestones an item is handed out with are in force from dispatch, signed or not', () => {
  const story = given({ milestones: [milestone('M1', '2021-10-29', { basis: 'proposed' })] })
    .dispatched()
    .until('2021-11-13');
  expect(story.when('M1:overdue:1')).toBe('2021-10-30T00:00');
  expect(story.level()).toBe('listed_1');
});

describe('an extension', () => {
  it('is granted at most twice', () => {
    const twice = started
      .give('2021-09-15T10:00', 'requestExtension', asking('2021-11-30'))
      .give('2021-09-16T10:00', 'grantExtension', m1)
      .give('2021-09-17T10:00', 'requestExtension', asking('2021-12-30'))
      .give('2021-09-22T10:00', 'grantExtension', m1);
    expect(twice.answer('2021-09-23T10:00', 'requestExtension', asking('2022-06-30'))).toBe(
      'too_many_extensions',
    );
  });

  it('that was refused does not count', () => {
    const refused = started
      .give('2021-09-15T10:00', 'requestExtension', asking())
      .give('2021-09-16T10:00', 'refuseExtension', m1)
      .give('2021-09-17T10:00', 'requestExtension', asking())
      .give('2021-09-18T10:00', 'refuseExtension', m1);
    expect(refused.answer('2021-09-22T10:00', 'requestExtension', asking())).toBe('done');
  });

  it('is one request at a time', () => {
    const story = started.give('2021-09-15T10:00', 'requestExtension', asking());
    expect(story.answer('2021-09-16T10:00', 'requestExtension', asking('2022-01-31'))).toBe('case_open');
  });

  it('goes to a date after the current one', () => {
    expect(started.answer('2021-09-15T10:00', 'requestExtension', asking('2021-10-29'))).toBe(
      'date_not_future',
    );
    expect(started.answer('2021-09-15T10:00', 'requestExtension', asking('2021-10-30'))).toBe('done');
  });

  it('cannot be granted, nor refused, unasked', () => {
    expect(started.answer('2021-09-15T10:00', 'grantExtension', m1)).toBe('no_such_case');
    expect(started.answer('2021-09-15T10:00', 'refuseExtension', m1)).toBe('no_such_case');
  });

  it('asked in time holds the ladder until decided', () => {
    const story = started.give('2021-10-20T10:00', 'requestExtension', asking());
    expect(story.until('2021-12-30').when('M1:overdue:1')).toBeNull();
    expect(story.light('2021-12-30T10:00')).toBe('yellow');
    const refused = story.give('2021-11-10T15:00', 'refuseExtension', m1);
    expect(refused.when('M1:overdue:1')).toBe('2021-11-10T15:00');
  });

  it('asked late holds nothing', () => {
    const story = started.give('2021-10-21T10:00', 'requestExtension', asking()).until('2021-11-05T09:00');
    expect(story.when('M1:letter:1')).toBe('2021-11-05T08:30');
  });

  /** Who owes the answer tells whether it was asked in time. */
  const owedBy = (story: Story) => story.state.cases.find(({ kind }) => kind === 'extension')?.owedBy;

  it('is in time by the later of 20 working days before due and a fifth of the span before it', () => {
    // M1: 20 working days before 2021-10-29 is 09-27; ⌊46 / 5⌋ = 9 days before is 10-20, which is later.
    expect(owedBy(started.give('2021-10-20T23:59', 'requestExtension', asking()))).toBe('supervision_head');
    expect(owedBy(started.give('2021-10-21T00:00', 'requestExtension', asking()))).toBe('leader_in_charge');
  });

  it('of a long span is in time by 20 working days before due', () => {
    // Due 2022-09-30 with a span of 382 days: 20 working days before is 09-01; 76 days before is earlier.
    const long = given({ milestones: [milestone('M1', '2022-09-30')] }).inProgress();
    const ask = (when: string) => owedBy(long.give(when, 'requestExtension', asking('2022-12-31')));
    expect(ask('2022-09-01T23:59')).toBe('supervision_head');
    expect(ask('2022-09-02T00:00')).toBe('leader_in_charge');
  });

  const granters: readonly (readonly [string, Story])[] = [
    ['late', started.give('2021-10-25T10:00', 'requestExtension', asking())],
    [
      'second',
      started
        .give('2021-09-15T10:00', 'requestExtension', asking('2021-11-30'))
        .give('2021-09-16T10:00', 'grantExtension', m1)
        .give('2021-10-25T10:00', 'requestExtension', asking()),
    ],
    [
      'of a binding item',
      given({ binding: true }).inProgress().give('2021-09-15T10:00', 'requestExtension', asking()),
    ],
    [
      'of a listed item',
      given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-10-31')] })
        .listed()
        .give('2021-11-15T10:00', 'requestExtension', { milestone: 'M2', to: '2022-12-30' }),
    ],
    [
      'asked before the item was listed',
      given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-10-31')] })
        .inProgress()
        .give('2021-11-11T10:00', 'requestExtension', { milestone: 'M2', to: '2022-12-30' })
        .until('2021-11-15T10:00'),
    ],
  ];

  it.each(granters)('that is %s is a leader’s to decide', (_what, story) => {
    const id = { milestone: story.state.extensions[0]?.milestone ?? '' };
    expect(owedBy(story)).toBe('leader_in_charge');
    for (const type of ['grantExtension', 'refuseExtension'] as const) {
      expect(story.answer('2021-11-16T10:00', type, id as never, supervisionHead)).toBe('rank_too_low');
      expect(story.answer('2021-11-16T10:00', type, id as never, deputy)).toBe('done');
    }
  });

  it('starts a new epoch and ends urges and letters', () => {
    expect(overdue.level()).toBe('lettered');
    const story = overdue
      .give('2021-11-05T10:00', 'requestExtension', asking())
      .give('2021-11-05T11:00', 'grantExtension', m1);
    expect(story.level()).toBe('none');
    expect(story.milestone()).toMatchObject({ epoch: 2, urges: 0, letters: 0, overdueAt: null });
    expect(story.until('2022-01-05').when('M1:urge1:2')).toBe('2022-01-04T08:30');
  });

  it('never ends a listing', () => {
    const story = given()
      .listed()
      .give('2021-11-15T10:00', 'requestExtension', asking())
      .give('2021-11-15T11:00', 'grantExtension', m1);
    expect(story.level()).toBe('listed_1');
  });

  it('is made moot by acceptance', () => {
    const story = started.give('2021-09-15T10:00', 'requestExtension', asking()).accepted();
    expect(story.brought).toContainEqual(
      expect.objectContaining({ type: 'caseEnded', case: 'extension/M1/1', how: 'moot' }),
    );
    expect(story.state.extensions).toEqual([]);
  });
});

describe('a change', () => {
  const items: Item = {
    coUnits: ['U2'],
    milestones: [
      milestone('M1', '2021-10-29', { basis: 'plan' }),
      milestone('M2', '2021-12-31', { basis: 'proposed' }),
    ],
  };
  const running = given(items).inProgress();
  const asked = (change: object) => running.give('2021-09-22T10:00', 'requestChange', { change });
  const when = '2021-09-23T10:00';

  it('alters scope, evidence or co-units', () => {
    const story = asked({ evidence: { milestone: 'M2', evidence: 'photos' }, coUnits: ['U3', 'U4'] }).give(
      when,
      'grantChange',
    );
    expect(story.milestone('M2').evidence).toBe('photos');
    expect(story.state.coUnits).toEqual(['U3', 'U4']);
  });

  it('never a date: what it leaves is due as before, in its epoch', () => {
    const story = asked({ drop: 'M2', coUnits: [] }).give(when, 'grantChange');
    expect(story.milestone('M1')).toEqual(running.milestone('M1'));
  });

  it('only a leader drops a milestone', () => {
    const story = asked({ drop: 'M2' });
    expect(story.answer(when, 'grantChange', {}, supervisionHead)).toBe('rank_too_low');
    expect(story.answer(when, 'refuseChange', {}, supervisionHead)).toBe('rank_too_low');
    const dropped = story.give(when, 'grantChange', {}, deputy);
    expect(dropped.milestone('M2').status).toBe('dropped');
    expect(dropped.milestoneLight(when, 'M2')).toBe('grey');
  });

  it('only a leader changes one the plan prints', () => {
    const printed = asked({ evidence: { milestone: 'M1', evidence: 'photos' } });
    expect(printed.answer(when, 'grantChange', {}, supervisionHead)).toBe('rank_too_low');
    expect(printed.answer(when, 'grantChange', {}, deputy)).toBe('done');
    const proposed = asked({ evidence: { milestone: 'M2', evidence: 'photos' } });
    expect(proposed.answer(when, 'grantChange', {}, supervisionHead)).toBe('done');
  });

  it('is one request at a time, and none can be decided unasked', () => {
    expect(asked({ note: 'x' }).answer(when, 'requestChange', { change: { note: 'y' } })).toBe('case_open');
    expect(running.answer(when, 'grantChange')).toBe('no_such_case');
    expect(running.answer(when, 'refuseChange')).toBe('no_such_case');
  });

  it('that is refused changes nothing', () => {
    const story = asked({ drop: 'M2' }).give(when, 'refuseChange');
    expect(story.milestone('M2').status).toBe('open');
    expect(story.state.change).toBeNull();
  });

  it('of a milestone that is not there, or done, is refused', () => {
    expect(running.answer(when, 'requestChange', { change: { drop: 'M7' } })).toBe('no_milestone');
    const done = running.accepted();
    expect(done.answer('2021-09-24T10:00', 'requestChange', { change: { drop: 'M1' } })).toBe('already_done');
  });

  it('a drop ends what waited on the milestone', () => {
    const story = asked({ drop: 'M2' })
      .give('2021-09-22T11:00', 'submitEvidence', { milestone: 'M2' })
      .give('2021-09-22T11:00', 'requestExtension', { milestone: 'M2', to: '2022-03-31' })
      .give(when, 'grantChange');
    expect(story.cases()).toEqual([]);
    expect(story.state.extensions).toEqual([]);
  });
});

describe('a suspension', () => {
  it('is one at a time', () => {
    expect(started.suspended().answer('2021-09-17T10:00', 'suspend', { until: '2022-01-31' })).toBe(
      'suspended',
    );
  });

  it('is owed an end by the leader in charge at its expected date, and never ends by itself', () => {
    const story = started.suspended('2021-09-16T10:00', '2021-10-15').until('2022-10-15');
    expect(story.state.suspendedSince).not.toBeNull();
    expect(story.when('suspension/1:over:1')).toBe('2021-10-16T00:00');
    expect(story.when('suspension/1:up1:1')).toBe('2021-10-22T08:30');
  });

  it('on resume due dates not over when it began move by the working days in (suspension date, resume date]', () => {
    // (09-16, 09-27]: 17, 18, 22, 23, 24, 26, 27 are seven working days; the seventh after 10-29 is 11-09.
    const story = started.suspended('2021-09-16T10:00').give('2021-09-27T10:00', 'resume');
    expect(story.milestone()).toMatchObject({ due: '2021-11-09', firstDue: '2021-10-29', epoch: 2 });
  });

  it('a due date is not over when it began on that very day', () => {
    const story = started
      .give('2021-10-29T23:59', 'suspend', { until: '2021-12-31' })
      .give('2021-11-02T10:00', 'resume');
    expect(story.milestone().due).toBe('2021-11-02');
  });

  it('a due date is over when it begins at its 24:00', () => {
    const story = started
      .give('2021-10-29T10:00', 'submitEvidence', m1)
      .give('2021-10-30T00:00', 'suspend', { until: '2021-12-31' })
      .give('2021-11-02T10:00', 'resume');
    expect(story.milestone()).toMatchObject({ due: '2021-10-29', epoch: 1 });
  });

  it('open terms move alike, those that are over stay', () => {
    const story = given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-12-31')] })
      .inProgress()
      .give('2021-09-14T10:00', 'submitEvidence', m1)
      .give('2021-09-28T10:00', 'submitEvidence', { milestone: 'M2' })
      .give('2021-09-29T10:00', 'suspend', { until: '2021-12-31' })
      .give('2021-10-11T10:00', 'resume');
    // (09-29, 10-11]: 30, 08, 09, 11. M1's review was over on 09-22; M2's was due on 10-11.
    expect(story.state.cases.map(({ id, until, epoch }) => [id, until, epoch])).toEqual([
      ['evidence_review/M1/1', '2021-09-22', 1],
      ['evidence_review/M2/1', '2021-10-15', 2],
    ]);
  });

  it('without a lost working day nothing moves', () => {
    const story = started
      .give('2021-10-01T10:00', 'suspend', { until: '2021-12-31' })
      .give('2021-10-07T10:00', 'resume');
    expect(story.milestone()).toMatchObject({ due: '2021-10-29', epoch: 1 });
  });

  it('an overdue milestone keeps its date and its count', () => {
    const before = overdue.give('2021-11-05T10:00', 'suspend', { until: '2021-12-31' });
    const after = before.give('2021-11-15T10:00', 'resume');
    expect(after.milestone()).toMatchObject({ due: '2021-10-29', epoch: 1 });
    expect(isOverdue(after.milestone())).toBe(true);
    expect(marksOf(after.state, after.milestone(), at('2021-11-15T10:00'), after.rules())).toBe(5);
    expect(after.until('2021-11-30').when('M1:listing1:1')).toBe('2021-11-22T08:30');
  });

  it('while it lasts nothing falls but its own end', () => {
    const story = overdue.give('2021-11-05T10:00', 'suspend', { until: '2021-12-31' });
    expect(
      story
        .until('2022-06-30')
        .timeline('2021-11-05T10:00')
        .every((line) => line.includes('suspension/1')),
    ).toBe(true);
  });

  it('is ended by nobody who did not begin one', () => {
    expect(started.answer('2021-10-11T10:00', 'resume')).toBe('wrong_state');
  });

  it('that ends on a day off does not date an event before its end', () => {
    // The review's term, 09-22, has no working day left: moved by the two days in (09-22, 09-25] it is 09-24,
    // which is over on the Saturday of the resume, hours before it.
    const story = started
      .give('2021-09-14T10:00', 'submitEvidence', m1)
      .give('2021-09-22T10:00', 'suspend', { until: '2021-12-31' })
      .give('2021-09-25T10:00', 'resume');
    expect(story.log.filter((event, i) => event.at < (story.log[i - 1]?.at ?? 0))).toEqual([]);
  });
});

describe('a term that ends within a suspension no working day is lost to', () => {
  it('is over when the suspension ends, not before', () => {
    const story = started
      .give('2021-10-09T10:00', 'requestChange', { change: { note: '' } })
      .give('2021-10-22T18:00', 'suspend', { until: '2021-12-31' })
      .give('2021-10-24T10:00', 'resume');
    expect(story.event('change/1:over:1')).toMatchObject({ at: at('2021-10-24T10:00') });
  });
});

it('who acts for a leader has the leader’s rank, and no more', () => {
  const story = given().listed().give('2021-11-15T10:00', 'proposeListing', { level: 3 });
  expect(story.answer('2021-11-16T10:00', 'signListing', {}, asPerson(deputy, 'x'))).toBe('rank_too_low');
  expect(story.answer('2021-11-16T10:00', 'signListing', {}, asPerson(director, 'x'))).toBe('done');
});
