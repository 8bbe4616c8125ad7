/** The ladder of one milestone, rule by rule as the design numbers them; dates worked out with a finger on the calendar. */
import { describe, expect, it } from 'vitest';
import { toldOf } from '../../src/domain/told.js';
import { at, given, milestone, type Story } from './support/story.js';

const m1 = { milestone: 'M1' };
/** Silent since the receipt: M1, due 2021-10-29, is overdue from 2021-10-30. */
const silent = given().inProgress();
const reasonOf = (story: Story, key: string) => (story.event(key) as { reason?: string } | undefined)?.reason;
const intoOf = (story: Story, key: string) => (story.event(key) as { into?: string } | undefined)?.into;

describe('1. H: the milestone does not lie with the unit', () => {
  it('while the item is not handed out', () => {
    const story = given()
      .dispatched()
      .give('2021-09-15T10:00', 'declineDispatch')
      .give('2021-11-03T10:00', 'dispatch')
      .until('2021-11-05');
    expect(story.when('M1:overdue:1')).toBe('2021-11-03T10:00');
    expect(story.when('M1:urge1:1')).toBe('2021-11-04T08:30');
  });

  it('while the item is suspended', () => {
    const story = silent
      .give('2021-11-02T10:00', 'suspend', { until: '2021-12-31' })
      .give('2021-11-08T10:00', 'resume')
      .until('2021-11-12');
    expect(story.when('M1:urge2:1')).toBe('2021-11-09T08:30');
    expect(story.when('M1:letter:1')).toBe('2021-11-11T08:30');
  });

  it('while evidence is under review', () => {
    const story = silent
      .give('2021-11-02T10:00', 'submitEvidence', m1)
      .give('2021-11-08T10:00', 'returnEvidence', m1)
      .until('2021-11-12');
    expect(story.when('M1:urge2:1')).toBe('2021-11-09T08:30');
    expect(story.when('M1:letter:1')).toBe('2021-11-11T08:30');
  });

  it('while an extension asked in time is undecided', () => {
    const story = silent
      .give('2021-10-20T10:00', 'requestExtension', { ...m1, to: '2021-12-31' })
      .give('2021-11-03T15:00', 'refuseExtension', m1)
      .until('2021-11-05');
    expect(story.when('M1:overdue:1')).toBe('2021-11-03T15:00');
    expect(story.when('M1:urge1:1')).toBe('2021-11-04T08:30');
  });

  it('and at no other time: a late request, a change or a proposal of milestones stops nothing', () => {
    const busy = silent
      .give('2021-10-25T10:00', 'requestExtension', { ...m1, to: '2021-12-31' })
      .give('2021-10-25T10:00', 'requestChange', { change: { note: 'x' } })
      .give('2021-10-25T10:00', 'proposeMilestones', { milestones: [milestone('M2', '2021-12-31')] })
      .until('2021-11-12T09:00');
    for (const rung of ['overdue', 'urge1', 'urge2', 'letter', 'listing1'])
      expect(busy.when(`M1:${rung}:1`)).toBe(silent.until('2021-11-12T09:00').when(`M1:${rung}:1`));
  });
});

describe('2. end, span and b', () => {
  const reminders = (due: string) =>
    given({ registered: '2021-11-03T08:00', milestones: [milestone('M1', due)] })
      .dispatched('2021-11-03T23:59')
      .until('2022-12-31')
      .when('M1:reminder1:1');

  it.each([
    ['2021-11-10', '2021-11-08T08:30', 'a span of 7 days: 2 days before'],
    ['2021-11-11', '2021-11-08T08:30', '8 days: 3 days before'],
    ['2021-11-18', '2021-11-15T08:30', '15 days: 3 days before'],
    ['2021-11-19', '2021-11-12T08:30', '16 days: 7 days before'],
    ['2021-12-03', '2021-11-26T08:30', '30 days: 7 days before'],
    ['2022-02-21', '2022-01-30T08:30', '110 days: 15 days before is 02-06, the end of Spring Festival'],
  ])('due %s, reminded %s (%s)', (due, reminded) => {
    expect(reminders(due)).toBe(reminded);
  });
});

describe('3. first and last reminder', () => {
  it('first at 08:30 of the working day b days before, last on the third working day before due', () => {
    const story = silent.until('2021-10-29');
    expect(story.timeline()).toEqual([
      '2021-10-19T08:30 reminded M1:reminder1:1',
      '2021-10-26T08:30 reminded M1:reminder2:1',
    ]);
  });

  it('a moment on a day off moves to the working day before', () => {
    const story = given({ milestones: [milestone('M1', '2021-10-15')] })
      .inProgress()
      .until('2021-10-15');
    expect(story.when('M1:reminder1:1')).toBe('2021-09-30T08:30'); // 10 days before is 10-05, a holiday
    expect(story.when('M1:reminder2:1')).toBe('2021-10-12T08:30');
  });

  it.each([
    ['2021-11-10', 'the last would fall before the first'],
    ['2021-11-11', 'both fall together'],
  ])('due %s: %s, so there is only the first, told as a last one', (due) => {
    const story = given({ registered: '2021-11-03T08:00', milestones: [milestone('M1', due)] })
      .dispatched('2021-11-03T09:00')
      .until(due);
    const event = story.event('M1:reminder1:1');
    expect(event && toldOf(event).to).toEqual(['unit_officer', 'unit_head']);
    expect(story.when('M1:reminder1:1')).toBe('2021-11-08T08:30');
    expect(story.when('M1:reminder2:1')).toBeNull();
  });

  it('yellow from the first, not a millisecond before', () => {
    expect(silent.light('2021-10-19T08:29:59.999')).toBe('green');
    expect(silent.light('2021-10-19T08:30')).toBe('yellow');
  });
});

describe('4. a reminder is skipped and recorded as such', () => {
  it.each(['2021-10-27T08:30', '2021-10-27T09:00'])('at F = %s when its moment is not after F', (when) => {
    const story = given({ registered: '2021-10-26T08:00' }).dispatched(when);
    expect(story.when('M1:reminder1:1')).toBe(when); // a span of 2 days: 10-27T08:30
    expect(reasonOf(story, 'M1:reminder1:1')).toBe('moment_past');
  });

  it('not when its moment is after F by a millisecond', () => {
    const story = given({ registered: '2021-10-26T08:00' })
      .dispatched('2021-10-27T08:29:59.999')
      .until('2021-10-28');
    expect(story.event('M1:reminder1:1')?.type).toBe('reminded');
  });

  it('at the resume when its moment lay within a suspension', () => {
    const story = silent
      .give('2021-10-19T07:00', 'suspend', { until: '2021-12-31' })
      .give('2021-10-19T10:00', 'resume')
      .until('2021-10-27');
    expect(story.when('M1:reminder1:1')).toBe('2021-10-19T10:00');
    expect(reasonOf(story, 'M1:reminder1:1')).toBe('moment_past');
    expect(story.event('M1:reminder2:1')?.type).toBe('reminded');
  });

  it('at its moment when that lies within a review', () => {
    const story = silent
      .give('2021-10-18T10:00', 'submitEvidence', m1)
      .give('2021-10-20T10:00', 'returnEvidence', m1)
      .until('2021-10-27');
    expect(story.when('M1:reminder1:1')).toBe('2021-10-19T08:30');
    expect(reasonOf(story, 'M1:reminder1:1')).toBe('under_review');
    expect(story.event('M1:reminder2:1')?.type).toBe('reminded');
  });

  it('and is told to nobody', () => {
    const story = given({ registered: '2021-10-26T08:00' }).dispatched('2021-10-27T09:00');
    const event = story.event('M1:reminder1:1');
    expect(event && toldOf(event).to).toEqual([]);
  });
});

describe('5. overdue at the first instant from 24:00 of the due date outside H', () => {
  it('at 24:00 of the due date, and a millisecond before it is not', () => {
    expect(silent.until('2021-10-29T23:59:59.999').when('M1:overdue:1')).toBeNull();
    expect(silent.until('2021-10-30T00:00').when('M1:overdue:1')).toBe('2021-10-30T00:00');
  });

  it('at the end of the hold, while `since` stays 24:00 of the due date', () => {
    const story = silent
      .give('2021-10-28T16:00', 'submitEvidence', m1)
      .give('2021-11-19T15:00', 'returnEvidence', m1)
      .until('2021-11-20');
    expect(story.when('M1:overdue:1')).toBe('2021-11-19T15:00');
    expect((story.event('M1:overdue:1') as { since?: number }).since).toBe(at('2021-10-30'));
  });

  it.each(['suspend', 'submitEvidence'] as const)(
    'a hold beginning at end exactly comes too late: %s',
    (type) => {
      const story = silent.give('2021-10-30T00:00', type, { ...m1, until: '2021-12-31' });
      expect(story.when('M1:overdue:1')).toBe('2021-10-30T00:00');
    },
  );

  it('on a day off as on any other, for a due date never shifts', () => {
    const story = given({ milestones: [milestone('M1', '2021-10-03')] })
      .inProgress()
      .until('2021-10-08T12:00');
    expect(story.when('M1:overdue:1')).toBe('2021-10-04T00:00');
    expect(story.when('M1:urge1:1')).toBe('2021-10-08T08:30');
  });
});

describe('6. a working day counts', () => {
  const returned = (when: string) =>
    silent
      .give('2021-10-28T16:00', 'submitEvidence', m1)
      .give(when, 'returnEvidence', m1)
      .until('2021-11-30')
      .when('M1:urge1:1');

  it('if its 00:00 is not before o', () => {
    expect(returned('2021-11-19T15:00')).toBe('2021-11-22T08:30');
    expect(returned('2021-11-22T00:00')).toBe('2021-11-22T08:30');
    expect(returned('2021-11-22T00:01')).toBe('2021-11-23T08:30');
  });

  it('if no hold meets its [00:00, 08:30): the day it comes back does not count', () => {
    const story = silent
      .give('2021-11-02T10:00', 'submitEvidence', m1)
      .give('2021-11-03T00:01', 'returnEvidence', m1)
      .until('2021-11-05');
    expect(story.when('M1:urge2:1')).toBe('2021-11-04T08:30');
  });
});

describe('7. a rung "+n wd" happens at mark n', () => {
  it('from the first urge to level 3', () => {
    const story = silent.until('2021-12-31');
    expect(story.timeline('2021-10-29').filter((line) => line.includes(' M1:'))).toEqual([
      '2021-10-30T00:00 becameOverdue M1:overdue:1',
      '2021-11-01T08:30 urged M1:urge1:1',
      '2021-11-03T08:30 urged M1:urge2:1',
      '2021-11-05T08:30 letterIssued M1:letter:1',
      '2021-11-12T08:30 listed M1:listing1:1',
      '2021-11-26T08:30 listingProposed M1:listing2:1',
      '2021-12-10T08:30 interviewCalled M1:interview:1',
      '2021-12-24T08:30 listingProposed M1:listing3:1',
    ]);
  });

  const adopted = (letter: number) => {
    const story = silent.withPolicy({ rungs: { letter, urge1: 9 } });
    return story
      .give('2021-11-04T10:00', 'adoptPolicy', { policy: story.context.policy })
      .until('2021-11-30');
  };

  it('under a policy adopted later, an unfired rung with n ≤ k at the next mark', () => {
    expect(adopted(2).when('M1:letter:1')).toBe('2021-11-05T08:30');
    expect(adopted(4).when('M1:letter:1')).toBe('2021-11-05T08:30');
  });

  it('under a policy adopted later, any other unfired rung at its mark, and a fired one never again', () => {
    const story = adopted(7);
    expect(story.when('M1:letter:1')).toBe('2021-11-09T08:30');
    expect(story.timeline().filter((line) => line.includes('M1:urge1'))).toHaveLength(1);
  });

  it('the policy of the house does not reach a running item before it adopts it', () => {
    const story = silent.withPolicy({ rungs: { letter: 2 } }).until('2021-11-30');
    expect(story.when('M1:letter:1')).toBe('2021-11-05T08:30');
  });
});

describe('8. steps from the letter upwards are taken against the item, once', () => {
  const two = given({
    milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-11-03')],
  }).inProgress();

  it('urges always happen, per milestone', () => {
    const story = two.until('2021-11-09');
    expect(story.when('M2:urge1:1')).toBe('2021-11-04T08:30');
    expect(story.when('M2:urge2:1')).toBe('2021-11-08T08:30');
    expect(story.event('M2:urge2:1')?.type).toBe('urged');
  });

  it('a letter joins if the item is lettered', () => {
    expect(intoOf(two.until('2021-11-11'), 'M2:letter:1')).toBe('lettered');
  });

  it('a letter joins if the item is listed', () => {
    const story = given({ milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2021-11-10')] })
      .inProgress()
      .until('2021-11-18');
    expect(intoOf(story, 'M2:letter:1')).toBe('listed_1');
  });

  it('level 1 joins if any listing stands', () => {
    expect(intoOf(two.until('2021-11-18'), 'M2:listing1:1')).toBe('listed_1');
    const by = two
      .give('2021-11-04T10:00', 'proposeListing', { level: 2 })
      .give('2021-11-05T10:00', 'signListing');
    expect(intoOf(by.until('2021-11-13'), 'M1:listing1:1')).toBe('listed_2');
  });

  it('level 2 and 3 join if that level or a higher one is proposed', () => {
    expect(intoOf(two.until('2021-12-02'), 'M2:listing2:1')).toBe('open_proposal');
    const story = silent.give('2021-11-15T10:00', 'proposeListing', { level: 3 }).until('2021-12-31');
    expect(intoOf(story, 'M1:listing2:1')).toBe('open_proposal');
    expect(intoOf(story, 'M1:listing3:1')).toBe('open_proposal');
  });

  it('level 2 and 3 join if that level or a higher one stands', () => {
    const story = silent
      .give('2021-11-15T10:00', 'proposeListing', { level: 3 })
      .give('2021-11-16T10:00', 'signListing')
      .until('2021-12-31');
    expect(intoOf(story, 'M1:listing2:1')).toBe('listed_3');
    expect(intoOf(story, 'M1:listing3:1')).toBe('listed_3');
  });

  it('an interview joins if one is open', () => {
    expect(intoOf(two.until('2021-12-16'), 'M2:interview:1')).toBe('interview');
  });

  it('an interview joins if this listing had one', () => {
    const story = silent
      .give('2021-11-15T10:00', 'callInterview')
      .give('2021-11-16T10:00', 'recordInterview')
      .until('2021-12-13');
    expect(intoOf(story, 'M1:interview:1')).toBe('interview');
  });

  it('joined is recorded and told to nobody', () => {
    const event = two.until('2021-11-11').event('M2:letter:1');
    expect(event?.type).toBe('rungJoined');
    expect(event && toldOf(event).to).toEqual([]);
  });

  it('the second milestone carries the listing on when the first is accepted', () => {
    const story = two
      .give('2021-11-18T10:00', 'submitEvidence', m1)
      .give('2021-11-18T11:00', 'acceptEvidence', m1)
      .until('2021-12-02');
    expect(story.level()).toBe('listed_1');
    expect(story.event('M2:listing2:1')?.type).toBe('listingProposed');
  });

  it('joined adds a cause: the letter stands for the second milestone when the first is accepted', () => {
    const story = two
      .give('2021-11-10T10:00', 'submitEvidence', m1)
      .give('2021-11-10T11:00', 'acceptEvidence', m1);
    expect(intoOf(story, 'M2:letter:1')).toBe('lettered');
    expect(story.level()).toBe('lettered');
  });
});

describe('9. level 1 starts the listing', () => {
  it('with a rectification case and a standing at every 5th working morning', () => {
    const story = given().listed();
    expect(story.cases()).toContain('rectification/listing1/1');
    const later = story.until('2021-11-30');
    expect(later.when('listing/1:standing1:1')).toBe('2021-11-19T08:30');
    expect(later.when('listing/1:standing2:1')).toBe('2021-11-26T08:30');
  });

  it('a suspension holds the standing', () => {
    const story = given()
      .listed()
      .give('2021-11-16T10:00', 'suspend', { until: '2021-12-31' })
      .give('2021-11-18T10:00', 'resume')
      .until('2021-11-24');
    expect(story.when('listing/1:standing1:1')).toBe('2021-11-23T08:30');
  });

  it('a review does not hold it', () => {
    const story = given().listed().give('2021-11-15T10:00', 'submitEvidence', m1).until('2021-11-24');
    expect(story.when('listing/1:standing1:1')).toBe('2021-11-19T08:30');
  });
});

describe('10. what ends the ladder at an instant lets what is due by then happen and no more', () => {
  const dropAsked = silent.give('2021-11-04T10:00', 'requestChange', { change: { drop: 'M1' } });
  const moreTime = silent.give('2021-11-04T10:00', 'requestExtension', { ...m1, to: '2022-06-30' });
  const ends = {
    'a drop': (when: string) => dropAsked.give(when, 'grantChange'),
    'a new epoch': (when: string) => moreTime.give(when, 'grantExtension', m1),
    'the item’s end': (when: string) => silent.give(when, 'terminate'),
  };

  it.each(Object.entries(ends))('%s', (_name, end) => {
    const before = end('2021-11-05T08:29:59.999').until('2021-12-31');
    expect(before.timeline().filter((line) => /M1:(letter|listing\d):1/.test(line))).toEqual([]);
    const after = end('2021-11-05T08:30').until('2021-12-31');
    expect(after.timeline().filter((line) => /M1:(letter|listing\d):1/.test(line))).toEqual([
      '2021-11-05T08:30 letterIssued M1:letter:1',
    ]);
  });

  it('acceptance', () => {
    const story = silent
      .give('2021-11-05T08:30', 'submitEvidence', m1)
      .give('2021-11-05T08:31', 'acceptEvidence', m1)
      .until('2021-12-31');
    expect(story.timeline('2021-11-05').filter((line) => line.includes('M1:'))).toEqual([
      '2021-11-05T08:30 letterIssued M1:letter:1',
    ]);
  });
});

describe('11. the term of a case', () => {
  const reviewed = silent.give('2021-09-30T16:00', 'submitEvidence', m1);
  const review = (story: Story) => story.state.cases.find(({ kind }) => kind === 'evidence_review');

  it('is n working days after its opening, and over at 24:00 of that day', () => {
    expect(review(reviewed)?.until).toBe('2021-10-13');
    expect(reviewed.until('2021-10-13T23:59:59.999').when('evidence_review/M1/1:over:1')).toBeNull();
    expect(reviewed.until('2021-10-14').when('evidence_review/M1/1:over:1')).toBe('2021-10-14T00:00');
  });

  it('does not count suspended days (from, to]', () => {
    const story = reviewed.give('2021-10-11T10:00', 'suspend', { until: '2021-12-31' });
    const resumed = story.give('2021-10-13T10:00', 'resume');
    expect(review(resumed)?.until).toBe('2021-10-15');
    expect(resumed.until('2021-10-20').when('evidence_review/M1/1:over:2')).toBe('2021-10-16T00:00');
  });

  it('stays when no working day was lost, with its epoch', () => {
    const story = reviewed
      .give('2021-10-11T09:00', 'suspend', { until: '2021-12-31' })
      .give('2021-10-11T17:00', 'resume');
    expect(review(story)?.until).toBe('2021-10-13');
    expect(review(story)?.epoch).toBe(1);
  });
});

describe('12. the further steps of a case', () => {
  it('the next at mark 5 after its term, again every 20 marks', () => {
    const story = silent.give('2021-09-30T16:00', 'submitEvidence', m1).until('2021-12-31');
    expect(story.timeline().filter((line) => line.includes('evidence_review/'))).toEqual([
      '2021-10-14T00:00 caseBecameOverdue evidence_review/M1/1:over:1',
      '2021-10-20T08:30 caseEscalated evidence_review/M1/1:up1:1',
      '2021-11-17T08:30 caseEscalated evidence_review/M1/1:up2:1',
      '2021-12-15T08:30 caseEscalated evidence_review/M1/1:up3:1',
    ]);
  });

  it('of a receipt the next at mark 2', () => {
    const story = given().dispatched().until('2021-10-25');
    expect(story.timeline().filter((line) => line.includes('receipt/'))).toEqual([
      '2021-09-17T00:00 caseBecameOverdue receipt/1:over:1',
      '2021-09-18T08:30 caseEscalated receipt/1:up1:1',
      '2021-10-22T08:30 caseEscalated receipt/1:up2:1',
    ]);
  });

  it('are held by a suspension, whose days do not count', () => {
    const story = given()
      .dispatched()
      .give('2021-09-17T10:00', 'suspend', { until: '2021-12-31' })
      .give('2021-09-23T10:00', 'resume')
      .until('2021-09-30');
    expect(story.when('receipt/1:up1:1')).toBe('2021-09-24T08:30');
  });
});
