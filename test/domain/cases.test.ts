/** The table of cases: who owes each, by when, and who hears of it when it is over, row by row as the design has it. */
import { describe, expect, it } from 'vitest';
import { caseKinds, type CaseKind } from '../../src/domain/cases.js';
import { formatInstant } from '../../src/domain/instants.js';
import { toldOf } from '../../src/domain/told.js';
import { headOf } from './support/people.js';
import { given, milestone, type Item, type Story } from './support/story.js';

const m1 = { milestone: 'M1' };
const far: Item = { milestones: [milestone('M1', '2022-12-30')] };
const started = given(far).inProgress();
const monday = '2021-11-08T10:00'; // no day off before December: n working days after it are easily counted
const listing: Item = { milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-12-30')] };
const listed = given(listing).listed(); // on Friday 2021-11-12
const withMeasure = { measures: ['a'], milestones: [milestone('M1', '2021-10-29', { measures: ['a'] })] };

const unitChain = { over: ['unit_officer', 'unit_head'], up: ['case_officer', 'supervision_head'] };
const coUnitChain = { over: ['co_unit_officer', 'co_unit_head'], up: ['case_officer', 'supervision_head'] };
const caseOfficerChain = { over: ['case_officer', 'supervision_head'], up: ['leader_in_charge'] };
const headChain = { over: ['supervision_head', 'leader_in_charge'], up: ['director'] };
const allLeaders = ['leader_in_charge', 'director', 'other_leaders'];
const leaderChain = { over: ['leader_in_charge', 'director'], up: allLeaders };
const directorChain = { over: allLeaders, up: allLeaders };

interface Row {
  readonly story: Story;
  readonly id: string;
  readonly owedBy: string;
  /** The day it is owed by. */
  readonly until: string;
  /** 08:30 of the 5th (receipt: 2nd) working morning after it. */
  readonly next: string;
  readonly chain: { readonly over: readonly string[]; readonly up: readonly string[] };
}

const rows: Readonly<Record<string, Row>> = {
  'handing out, after import': {
    story: given({ ...far, registered: '2021-11-08T10:00' }),
    id: 'handing_out/1',
    owedBy: 'case_officer',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: caseOfficerChain,
  },
  'handing out, after a decline': {
    story: given(far).dispatched().give(monday, 'declineDispatch'),
    id: 'handing_out/2',
    owedBy: 'case_officer',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: caseOfficerChain,
  },
  receipt: {
    story: given(far).give(monday, 'dispatch'),
    id: 'receipt/1',
    owedBy: 'unit',
    until: '2021-11-11',
    next: '2021-11-15T08:30',
    chain: unitChain,
  },
  'receipt, after a reassignment': {
    story: started.give(monday, 'reassign', { unit: 'U2' }),
    id: 'receipt/2',
    owedBy: 'unit',
    until: '2021-11-11',
    next: '2021-11-15T08:30',
    chain: unitChain,
  },
  'decomposition, no milestone yet': {
    story: given({ milestones: [] }).dispatched().give(monday, 'acknowledge'),
    id: 'decomposition/1',
    owedBy: 'unit',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: unitChain,
  },
  'decomposition, returned': {
    story: started
      .give('2021-11-05T10:00', 'proposeMilestones', { milestones: [milestone('M2', '2022-12-30')] })
      .give(monday, 'returnMilestones'),
    id: 'decomposition/1',
    owedBy: 'unit',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: unitChain,
  },
  'decomposition review': {
    story: started.give(monday, 'proposeMilestones', { milestones: [milestone('M2', '2022-12-30')] }),
    id: 'decomposition_review/1',
    owedBy: 'case_officer',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: caseOfficerChain,
  },
  'evidence review': {
    story: started.give(monday, 'submitEvidence', m1),
    id: 'evidence_review/M1/1',
    owedBy: 'case_officer',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: caseOfficerChain,
  },
  'extension, for the supervision head': {
    story: started.give(monday, 'requestExtension', { ...m1, to: '2023-06-30' }),
    id: 'extension/M1/1',
    owedBy: 'supervision_head',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: headChain,
  },
  'extension, for a leader': {
    story: given({ ...far, binding: true })
      .inProgress()
      .give(monday, 'requestExtension', { ...m1, to: '2023-06-30' }),
    id: 'extension/M1/1',
    owedBy: 'leader_in_charge',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: leaderChain,
  },
  'change, for the supervision head': {
    story: started.give(monday, 'requestChange', { change: { note: '' } }),
    id: 'change/1',
    owedBy: 'supervision_head',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: headChain,
  },
  'change, for a leader': {
    story: started.give(monday, 'requestChange', { change: { drop: 'M1' } }),
    id: 'change/1',
    owedBy: 'leader_in_charge',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: leaderChain,
  },
  report: {
    story: started.until('2022-01-01T00:00'),
    id: 'report/2021Q4/1',
    owedBy: 'unit',
    until: '2022-01-10',
    next: '2022-01-17T08:30',
    chain: unitChain,
  },
  'rectification plan': {
    story: listed,
    id: 'rectification/listing1/1',
    owedBy: 'unit',
    until: '2021-11-19',
    next: '2021-11-26T08:30',
    chain: unitChain,
  },
  'rectification plan, returned': {
    story: listed
      .give('2021-11-15T10:00', 'submitRectificationPlan')
      .give('2021-11-16T10:00', 'returnRectificationPlan'),
    id: 'rectification/listing1/2',
    owedBy: 'unit',
    until: '2021-11-23',
    next: '2021-11-30T08:30',
    chain: unitChain,
  },
  'rectification review': {
    story: listed.give('2021-11-15T10:00', 'submitRectificationPlan'),
    id: 'rectification_review/listing1/1',
    owedBy: 'case_officer',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: caseOfficerChain,
  },
  'listing signature, level 1': {
    story: started.give(monday, 'proposeListing', { level: 1 }),
    id: 'listing_signature/L1/1',
    owedBy: 'leader_in_charge',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: leaderChain,
  },
  'listing signature, level 3': {
    story: started.give(monday, 'proposeListing', { level: 3 }),
    id: 'listing_signature/L3/1',
    owedBy: 'director',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: directorChain,
  },
  'delisting signature': {
    story: started
      .give('2021-11-05T10:00', 'proposeListing', { level: 2 })
      .give('2021-11-05T10:00', 'signListing')
      .give('2021-11-05T10:00', 'submitRectificationPlan')
      .give('2021-11-05T10:00', 'acceptRectificationPlan')
      .give(monday, 'proposeDelisting'),
    id: 'delisting_signature/listing1/1',
    owedBy: 'leader_in_charge',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: leaderChain,
  },
  interview: {
    story: started.give(monday, 'callInterview'),
    id: 'interview/1',
    owedBy: 'supervision_head',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: headChain,
  },
  obstacle: {
    story: started.give(monday, 'raiseObstacle', { named: 'leader_in_charge' }),
    id: 'obstacle/1',
    owedBy: 'leader_in_charge',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: leaderChain,
  },
  'consultation record': {
    story: started.give(monday, 'callConsultation'),
    id: 'consultation_record/1',
    owedBy: 'supervision_head',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: headChain,
  },
  'closing request': {
    story: started.accepted('M1', '2021-11-05T10:00', monday),
    id: 'closing_request/1',
    owedBy: 'unit',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: unitChain,
  },
  'strike-off signature': {
    story: given(withMeasure)
      .inProgress()
      .accepted()
      .give(monday, 'proposeStrikeOff', { measures: ['a'] }),
    id: 'strike_off_signature/1',
    owedBy: 'leader_in_charge',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: leaderChain,
  },
  countersignature: {
    story: given({ coUnits: ['U2'] })
      .inProgress()
      .accepted()
      .give(monday, 'requestClosing'),
    id: 'countersignature/U2/1',
    owedBy: 'co_unit',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: coUnitChain,
  },
  'closing verification': {
    story: given({ coUnits: ['U2'] })
      .inClosingReview()
      .give(monday, 'countersign', {}, headOf('U2')),
    id: 'closing_verification/1',
    owedBy: 'case_officer',
    until: '2021-11-22',
    next: '2021-11-29T08:30',
    chain: caseOfficerChain,
  },
  'closing signature': {
    story: given().inClosingReview().give(monday, 'verifyClosing'),
    id: 'closing_signature/1',
    owedBy: 'leader_in_charge',
    until: '2021-11-15',
    next: '2021-11-22T08:30',
    chain: leaderChain,
  },
  suspension: {
    story: started.give(monday, 'suspend', { until: '2021-11-20' }),
    id: 'suspension/1',
    owedBy: 'leader_in_charge',
    until: '2021-11-20',
    next: '2021-11-26T08:30',
    chain: leaderChain,
  },
};

/** The case over, its next step, and what both are told. */
const course = ({ story, id }: Row) => {
  const until = story.until('2022-01-31');
  const of = (name: string) =>
    until.log.find((event) => 'case' in event && event.case === id && event.type === name);
  const [over, up] = [of('caseBecameOverdue'), of('caseEscalated')];
  return {
    over: over && [formatInstant(over.at), toldOf(over).to, toldOf(over).class],
    up: up && [formatInstant(up.at), toldOf(up).to, toldOf(up).class],
  };
};

const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

describe.each(Object.entries(rows))('%s', (_name, row) => {
  const open = row.story.state.cases.find(({ id }) => id === row.id);

  it(`is owed by the ${row.owedBy} until ${row.until}`, () => {
    expect(open).toMatchObject({ owedBy: row.owedBy, until: row.until });
  });

  it('is over at 24:00 of that day, and its chain is told; the next step up the chain follows', () => {
    expect(course(row)).toEqual({
      over: [`${nextDay(row.until)}T00:00`, row.chain.over, 'urgent'],
      up: [row.next, row.chain.up, 'urgent'],
    });
  });
});

it('every kind of case has its row', () => {
  const covered = new Set(Object.values(rows).map(({ id }) => id.split('/')[0]));
  const missing = caseKinds.filter((kind: CaseKind) => !covered.has(kind));
  expect(missing).toEqual([]);
});

describe('a receipt that is over counts as an urge', () => {
  it('until the unit signs', () => {
    const story = given().dispatched().until('2021-09-16T23:59');
    expect(story.level()).toBe('none');
    const over = story.until('2021-09-17');
    expect(over.level()).toBe('urged');
    expect(over.give('2021-09-17T10:00', 'acknowledge').level()).toBe('none');
  });
});

describe('a further step', () => {
  it('every 20 working mornings is a repeat, and joins the digest', () => {
    const story = given({ ...far, registered: monday }).until('2022-01-31');
    const steps = story.log.flatMap((event) =>
      event.type === 'caseEscalated' ? [[formatInstant(event.at), event.step, toldOf(event).class]] : [],
    );
    expect(steps).toEqual([
      ['2021-11-22T08:30', 1, 'urgent'],
      ['2021-12-20T08:30', 2, 'reminder'],
      ['2022-01-18T08:30', 3, 'reminder'],
    ]);
  });

  it('is not taken once the case is done', () => {
    const story = started.give(monday, 'submitEvidence', m1).give('2021-11-17T10:00', 'returnEvidence', m1);
    expect(story.when('evidence_review/M1/1:over:1')).toBe('2021-11-16T00:00');
    expect(story.until('2022-12-01').when('evidence_review/M1/1:up1:1')).toBeNull();
  });
});

describe('a report', () => {
  const asked = (story: Story, until = '2022-10-15') =>
    story.until(until).log.flatMap((event) => (event.type === 'reportAsked' ? [event.quarter] : []));

  it('is not owed for the quarter in which the item was handed out', () => {
    expect(asked(started)).not.toContain('2021Q3');
  });

  it('is asked for at 24:00 of the quarter’s last day', () => {
    expect(started.until('2022-01-01').when('report/2021Q4/1:asked:1')).toBe('2022-01-01T00:00');
    expect(started.until('2021-12-31T23:59:59.999').when('report/2021Q4/1:asked:1')).toBeNull();
  });

  it('is owed for every quarter, also when nobody has given a command since the hand-out', () => {
    expect(asked(started)).toEqual(['2021Q4', '2022Q1', '2022Q2', '2022Q3']);
  });

  it('is owed for every quarter of an item somebody works on', () => {
    const story = started.give('2021-10-08T10:00', 'comment');
    expect(asked(story)).toEqual(['2021Q4', '2022Q1', '2022Q2', '2022Q3']);
  });

  it('is owed within 5 working days after the quarter’s last day, its first day after counting as one', () => {
    const story = given({ milestones: [milestone('M1', '2022-12-30')] })
      .inProgress()
      .give('2022-01-10T10:00', 'reportProgress')
      .until('2022-04-01');
    // 04-01, Saturday 04-02 made up for Qingming, 04-06, 04-07, 04-08.
    expect(story.state.cases).toMatchObject([{ id: 'report/2022Q1/1', until: '2022-04-08' }]);
  });

  it('is not owed when no milestone is open at the quarter’s end', () => {
    expect(asked(given().inProgress().accepted(), '2022-01-15')).toEqual([]);
  });

  it('is not owed while a listing stands at its end, whose standings take its place', () => {
    expect(asked(listed, '2022-01-15')).toEqual([]);
  });

  it('is not owed while suspended at its end', () => {
    const story = started
      .give('2021-12-30T10:00', 'suspend', { until: '2022-03-31' })
      .give('2022-01-05T10:00', 'resume');
    expect(asked(story, '2022-01-15')).toEqual([]);
  });

  it('is owed when the suspension ended within the quarter', () => {
    const story = started
      .give('2021-12-01T10:00', 'suspend', { until: '2022-03-31' })
      .give('2021-12-30T10:00', 'resume');
    expect(asked(story, '2022-01-15')).toEqual(['2021Q4']);
  });

  it('is not owed by an item that was only dispatched at the quarter’s start or end', () => {
    expect(
      asked(given(far).dispatched('2021-09-30T10:00').acknowledged('2021-10-08T10:00'), '2022-01-15'),
    ).toEqual([]);
    expect(asked(started.give('2021-12-31T10:00', 'reassign', { unit: 'U2' }), '2022-01-15')).toEqual([]);
  });
});

it('a report asked for at midnight and handled a minute later is owed as if it were handled at midnight', () => {
  const far = { milestones: [milestone('M1', '2022-12-30')] };
  const untilOf = (downtime?: readonly [string, string]) =>
    given({ ...far, ...(downtime && { downtime }) })
      .inProgress()
      .until('2022-04-01T00:02')
      .state.cases.find(({ subject }) => subject === '2022Q1')?.until;
  expect(untilOf()).toBe('2022-04-08');
  expect(untilOf(['2022-04-01T00:00', '2022-04-01T00:01'])).toBe('2022-04-08');
});
