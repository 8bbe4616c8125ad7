/** Reports and evidence: what the design says of them, sentence by sentence. */
import { describe, expect, it } from 'vitest';
import { available } from '../../../src/domain/decide.js';
import { isOverdue } from '../../../src/domain/item.js';
import { marksOf } from '../../../src/domain/ladder.js';
import { explainMilestone } from '../../../src/domain/explain.js';
import { headOf } from '../support/people.js';
import { at, given, milestone, type Story } from '../support/story.js';

const m1 = { milestone: 'M1' };
const started = given().inProgress();
/** Overdue since 2021-10-30. */
const overdue = started.until('2021-11-02T09:00');
const isRed = (story: Story) => isOverdue(story.milestone());

describe('evidence', () => {
  it('a report never clears overdue', () => {
    expect(isRed(overdue.give('2021-11-02T10:00', 'reportProgress'))).toBe(true);
  });

  it('a late submission never clears overdue', () => {
    expect(isRed(overdue.give('2021-11-02T10:00', 'submitEvidence', m1))).toBe(true);
  });

  it('only acceptance clears it', () => {
    const story = overdue
      .give('2021-11-02T10:00', 'submitEvidence', m1)
      .give('2021-11-02T11:00', 'acceptEvidence', m1);
    expect(isRed(story)).toBe(false);
    expect(story.light('2021-11-02T11:00')).toBe('green');
  });

  it('or a granted extension', () => {
    const story = overdue
      .give('2021-11-02T10:00', 'requestExtension', { ...m1, to: '2021-12-31' })
      .give('2021-11-02T11:00', 'grantExtension', m1);
    expect(isRed(story)).toBe(false);
    expect(story.light('2021-11-02T11:00')).toBe('green');
  });

  it('or a drop by change', () => {
    const story = overdue
      .give('2021-11-02T10:00', 'requestChange', { change: { drop: 'M1' } })
      .give('2021-11-02T11:00', 'grantChange');
    expect(isRed(story)).toBe(false);
  });

  it('or the item’s end, which greys it', () => {
    expect(overdue.give('2021-11-02T10:00', 'terminate').light('2021-11-02T10:00')).toBe('grey');
  });

  it('suspension greys it, and it is red again on resume', () => {
    const story = overdue.give('2021-11-02T10:00', 'suspend', { until: '2021-12-31' });
    expect(story.milestoneLight('2021-11-03T10:00')).toBe('grey');
    expect(story.give('2021-11-04T10:00', 'resume').milestoneLight('2021-11-04T10:00')).toBe('red');
  });

  it('submitted by the due date keeps the milestone from overdue while under review', () => {
    const story = started.give('2021-10-29T23:59:59.999', 'submitEvidence', m1);
    expect(isRed(story.until('2022-01-31'))).toBe(false);
  });

  it('submitted at 24:00 of the due date is late', () => {
    const story = started.give('2021-10-30T00:00', 'submitEvidence', m1);
    expect(isRed(story)).toBe(true);
    expect(story.milestone().submitted?.inTime).toBe(false);
  });

  it('returned after it: overdue from that instant, the days count from the due date, the ladder from the next working morning', () => {
    const story = started
      .give('2021-10-28T16:00', 'submitEvidence', m1)
      .give('2021-11-19T15:00', 'returnEvidence', m1);
    expect(story.milestone().overdueAt).toBe(at('2021-11-19T15:00'));
    const told = explainMilestone(story.state, story.milestone(), at('2021-11-19T15:01'), story.rules());
    expect(told.daysOverdue).toBe(21);
    expect(told.marks).toBe(0);
    expect(story.until('2021-11-22T08:30').when('M1:urge1:1')).toBe('2021-11-22T08:30');
  });

  it('that is late leaves the light red but holds the ladder', () => {
    const story = overdue.give('2021-11-02T10:00', 'submitEvidence', m1).until('2021-12-31');
    expect(story.light('2021-12-31')).toBe('red');
    expect(marksOf(story.state, story.milestone(), at('2021-12-31'), story.rules())).toBe(2);
    expect(story.when('M1:urge2:1')).toBeNull();
  });

  it('is one submission at a time', () => {
    const story = started.give('2021-10-11T10:00', 'submitEvidence', m1);
    expect(story.answer('2021-10-12T10:00', 'submitEvidence', m1)).toBe('evidence_under_review');
  });

  it('can be withdrawn until the due date is over', () => {
    const story = started.give('2021-10-28T10:00', 'submitEvidence', m1);
    expect(story.answer('2021-10-29T23:59:59.999', 'withdrawEvidence', m1)).toBe('done');
    expect(story.answer('2021-10-30T00:00', 'withdrawEvidence', m1)).toBe('due_date_over');
  });

  it('withdrawn leaves the milestone open, nobody owing its review', () => {
    const story = started
      .give('2021-10-28T10:00', 'submitEvidence', m1)
      .give('2021-10-28T11:00', 'withdrawEvidence', m1);
    expect(story.milestone()).toMatchObject({ status: 'open', submitted: null });
    expect(story.cases()).toEqual([]);
    expect(story.until('2021-10-30').when('M1:overdue:1')).toBe('2021-10-30T00:00');
  });

  it('that was returned is known for what it lacks until it is made good', () => {
    const returned = started
      .give('2021-10-11T10:00', 'submitEvidence', m1)
      .give('2021-10-12T10:00', 'returnEvidence', { ...m1, reason: '缺盖章页' });
    expect(returned.milestone()).toMatchObject({
      returned: { at: at('2021-10-12T10:00'), reason: '缺盖章页' },
    });
    expect(returned.give('2021-10-13T10:00', 'submitEvidence', m1).milestone().returned).toBeNull();
  });

  it('is not offered where nothing is left to hand in for, nor is another date', () => {
    const all = given({ milestones: [milestone('M1', '2021-10-29')] }).inProgress();
    const reasons = (story: typeof all) => {
      const moment = {
        ...story.rules(),
        at: at('2021-10-13T10:00'),
        actor: headOf(story.state.unit),
        context: story.context,
      };
      const offered = available(story.state, moment);
      return (['submitEvidence', 'requestExtension'] as const).map(
        (type) => offered.find(({ command }) => command === type)?.reason?.refused ?? null,
      );
    };
    expect(reasons(all)).toEqual([null, null]);
    const submitted = all.give('2021-10-11T10:00', 'submitEvidence', m1);
    expect(reasons(submitted)).toEqual(['evidence_under_review', null]);
    expect(reasons(submitted.give('2021-10-12T10:00', 'acceptEvidence', m1))).toEqual([
      'already_done',
      'already_done',
    ]);
  });

  it('there is none to withdraw, accept or return before it is submitted', () => {
    for (const type of ['withdrawEvidence', 'acceptEvidence', 'returnEvidence'] as const) {
      expect(started.answer('2021-10-11T10:00', type, m1)).toBe('no_such_case');
      const other = given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-11-30')] })
        .inProgress()
        .give('2021-10-11T10:00', 'submitEvidence', { milestone: 'M2' });
      expect(other.answer('2021-10-11T11:00', type, m1)).toBe('no_such_case');
    }
  });

  it('on time = the accepted evidence was submitted by the due date, however late it is accepted', () => {
    const story = started
      .give('2021-10-29T16:00', 'submitEvidence', m1)
      .give('2021-12-01T10:00', 'acceptEvidence', m1);
    expect(story.milestone().onTime).toBe(true);
  });

  it('not on time: the first was, but it was returned and the accepted one came late', () => {
    const story = started
      .give('2021-10-29T16:00', 'submitEvidence', m1)
      .give('2021-11-01T10:00', 'returnEvidence', m1)
      .give('2021-11-01T16:00', 'submitEvidence', m1)
      .give('2021-11-02T10:00', 'acceptEvidence', m1);
    expect(story.milestone().onTime).toBe(false);
  });

  it('submitted, accepted: these facts', () => {
    const submitted = started.give('2021-09-22T10:00', 'submitEvidence', { ...m1, files: ['f'], note: 'n' });
    expect(submitted.brought).toMatchObject([
      { type: 'evidenceSubmitted', milestone: 'M1', files: ['f'], note: 'n', inTime: true, submission: 's' },
      { type: 'caseOpened', case: 'evidence_review/M1/1', owedBy: 'case_officer', days: 5 },
    ]);
    expect(submitted.give('2021-09-23T10:00', 'acceptEvidence', m1).brought).toMatchObject([
      { type: 'evidenceAccepted', milestone: 'M1', onTime: true },
      { type: 'caseEnded', case: 'evidence_review/M1/1', how: 'done' },
      { type: 'caseOpened', case: 'closing_request/1', actor: null },
    ]);
  });
});

describe('a return', () => {
  it('of an item with a single owner keeps it with that owner; it never falls back to "not dispatched"', () => {
    const story = started
      .give('2021-10-20T10:00', 'submitEvidence', m1)
      .give('2021-10-21T10:00', 'returnEvidence', m1);
    expect(story.state).toMatchObject({ lifecycle: 'in_progress', unit: 'U1' });
    expect(story.milestone().status).toBe('open');
  });

  it('is a new event: what was submitted stays in the log', () => {
    const submitted = started.give('2021-10-20T10:00', 'submitEvidence', m1);
    const story = submitted.give('2021-10-21T10:00', 'returnEvidence', m1);
    expect(story.log.slice(0, submitted.log.length)).toEqual(submitted.log);
    expect(story.facts()).toEqual(['evidenceReturned', 'caseEnded']);
  });
});

describe('one report', () => {
  it('settles all open ones', () => {
    const story = given({ milestones: [milestone('M1', '2023-10-31')] })
      .inProgress()
      .give('2021-10-15T10:00', 'comment')
      .until('2022-07-05');
    expect(story.cases()).toEqual(['report/2021Q4/1', 'report/2022Q1/1', 'report/2022Q2/1']);
    expect(story.give('2022-07-05T10:00', 'reportProgress').cases()).toEqual([]);
  });

  it('of a listed item counts for the next standing and not for the one after', () => {
    const story = given().listed().give('2021-11-15T10:00', 'reportProgress').until('2021-11-30');
    const reports = story.log.flatMap((event) => (event.type === 'standingReported' ? [event.report] : []));
    expect(reports).toEqual(['given', 'missing']);
  });
});
