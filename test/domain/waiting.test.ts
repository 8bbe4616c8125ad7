/** In whose hands everything lay, and for how many working days. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookedStretch, Share } from '../../src/domain/booking.js';
import { formatInstant } from '../../src/domain/instants.js';
import { marksOf } from '../../src/domain/ladder.js';
import { waitingOf, withoutEffect, type WaitingLedger } from '../../src/domain/waiting.js';
import { director, headOf } from './support/people.js';
import { choices, lifeContext, live, type Life } from './support/random-life.js';
import { at, given, milestone, type Story } from './support/story.js';

const m1 = { milestone: 'M1' };
const started = given({ coUnits: ['U2', 'U3'] }).inProgress();

/** Read as the store hands it over: without the facts that have no effect. */
const ledgerOf = (story: Story, now: string): WaitingLedger => {
  const log = story.until(now).log.filter(({ type }) => !withoutEffect.includes(type));
  return waitingOf(log, at(now), story.context);
};

const line = ({ from, to, with: party, units, why, workingDays, workingDaysOver }: BookedStretch) =>
  [
    `${formatInstant(from)} – ${to === null ? '' : formatInstant(to)}`,
    [party, ...units].join(' '),
    why,
    workingDaysOver === 0 ? `${workingDays}` : `${workingDays}, ${workingDaysOver} over`,
  ].join(' | ');

const ofM1 = (story: Story, now: string) => ledgerOf(story, now).milestones[0]?.stretches.map(line) ?? [];
const ofItem = (story: Story, now: string) => ledgerOf(story, now).item.map(line);
const ofCase = (story: Story, id: string, now: string) =>
  ledgerOf(story, now)
    .cases.find((one) => one.case === id)
    ?.stretches.map(line) ?? [];
const sums = (shares: readonly Share[]) =>
  Object.fromEntries(
    shares.map(({ with: party, unit, workingDays, workingDaysOver }) => [
      [party, ...(unit === null ? [] : [unit])].join(' '),
      [workingDays, workingDaysOver],
    ]),
  );

describe('a milestone lies', () => {
  it('with the unit from the hand-out, signed or not, and with the office while it reviews', () => {
    const story = started.accepted();
    expect(ofM1(story, '2021-10-08T12:00')).toEqual([
      // 14, 15, 16, 17 and the make-up Saturday 18; 22 after the festival
      '2021-09-13T09:00 – 2021-09-22T10:00 | unit U1 | evidence | 6',
      '2021-09-22T10:00 – 2021-09-23T10:00 | office | evidence_review | 1',
    ]);
  });

  it('with the unit again after a return, and past its date the days are over', () => {
    const story = started
      .give('2021-10-29T10:00', 'submitEvidence', m1)
      .give('2021-11-03T10:00', 'returnEvidence', m1);
    expect(ofM1(story, '2021-11-05T09:00').slice(1)).toEqual([
      '2021-10-29T10:00 – 2021-11-03T10:00 | office | evidence_review | 3, 3 over',
      '2021-11-03T10:00 – | unit U1 | evidence | 2, 2 over'.replace('– |', '–  |'),
    ]);
  });

  it.each([
    ['the office', {}, 'office'],
    ['a leader, when a leader grants', { binding: true }, 'leader'],
  ])('with %s while an extension asked in time is undecided', (_who, item, party) => {
    const story = given(item)
      .inProgress()
      .give('2021-09-22T10:00', 'requestExtension', { ...m1, to: '2021-12-31' });
    expect(ofM1(story, '2021-09-24T09:00').at(-1)).toBe(`2021-09-22T10:00 –  | ${party} | extension | 2`);
  });

  it('with a leader from the day the item is listed: then only a leader grants', () => {
    const story = started
      .give('2021-09-22T10:00', 'requestExtension', { ...m1, to: '2021-12-31' })
      .give('2021-09-23T10:00', 'proposeListing', { level: 1 })
      .give('2021-09-24T10:00', 'signListing');
    expect(ofM1(story, '2021-09-27T09:00').slice(1)).toEqual([
      '2021-09-22T10:00 – 2021-09-24T10:00 | office | extension | 2',
      '2021-09-24T10:00 –  | leader | extension | 2',
    ]);
  });

  it('with the unit while an extension asked late is undecided', () => {
    const story = started.give('2021-10-28T10:00', 'requestExtension', { ...m1, to: '2021-12-31' });
    expect(ofM1(story, '2021-11-03T09:00')).toEqual([
      expect.stringContaining('2021-09-13T09:00 –  | unit U1 | evidence'),
    ]);
  });

  it.each([
    ['co_unit', { named: 'co_unit', unit: 'U2' }, 'co_unit U2'],
    ['office', { named: 'supervision_head' }, 'office'],
    ['leader', { named: 'leader_in_charge' }, 'leader'],
  ] as const)('with whoever an open obstacle names: %s', (_who, particulars, party) => {
    const story = started
      .give('2021-09-22T10:00', 'raiseObstacle', { text: '堵点', ...particulars })
      .give(
        '2021-09-24T10:00',
        'answerObstacle',
        { obstacle: 'obstacle/1' },
        particulars.named === 'co_unit' ? headOf('U2') : director,
      );
    expect(ofM1(story, '2021-09-27T09:00').slice(1)).toEqual([
      `2021-09-22T10:00 – 2021-09-24T10:00 | ${party} | obstacle | 2`,
      '2021-09-24T10:00 –  | unit U1 | evidence | 2',
    ]);
  });

  it('with nobody while the item is suspended, whatever else is open', () => {
    const story = started
      .give('2021-09-15T10:00', 'submitEvidence', m1)
      .suspended('2021-09-16T10:00')
      .give('2021-09-24T10:00', 'resume');
    expect(ofM1(story, '2021-09-27T09:00').slice(1)).toEqual([
      '2021-09-15T10:00 – 2021-09-16T10:00 | office | evidence_review | 1',
      '2021-09-16T10:00 – 2021-09-24T10:00 | suspended | suspension | 5',
      '2021-09-24T10:00 –  | office | evidence_review | 2',
    ]);
  });

  it('with the office from a decline to the next hand-out', () => {
    const story = given()
      .dispatched()
      .give('2021-09-15T10:00', 'declineDispatch')
      .dispatched('2021-09-17T10:00');
    expect(ofM1(story, '2021-09-18T09:00')).toEqual([
      '2021-09-13T09:00 – 2021-09-15T10:00 | unit U1 | evidence | 2',
      '2021-09-15T10:00 – 2021-09-17T10:00 | office | handing_out | 2',
      '2021-09-17T10:00 –  | unit U1 | evidence | 1',
    ]);
  });

  it('with each unit in its own time: what the old one caused stays its own', () => {
    const story = started.until('2021-11-02').give('2021-11-03T10:00', 'reassign', { unit: 'U9' });
    const { shares } = ledgerOf(story, '2021-11-08T09:00');
    expect(sums(shares)).toEqual({ 'unit U1': [33, 3], 'unit U9': [3, 3], office: [1, 0] });
  });

  it('with nobody during an outage that touched its last day', () => {
    const story = started.until('2021-11-01T10:00').give('2021-11-01T10:00', 'adoptOutage', {
      outage: 1,
      from: at('2021-10-29T08:00'),
      to: at('2021-10-29T20:00'),
      others: [],
    });
    expect(ofM1(story, '2021-11-03T12:00').map((one) => one.replace(/^.*? \| /, ''))).toEqual([
      'unit U1 | evidence | 29',
      'suspended | outage | 2',
      'unit U1 | evidence | 2, 2 over',
    ]);
  });
});

describe('a working day is booked by its morning', () => {
  const days = (submitted: string, returned: string) =>
    ofM1(
      started.give(submitted, 'submitEvidence', m1).give(returned, 'returnEvidence', m1),
      '2021-09-30T12:00',
    ).map((one) => one.split(' | ').slice(1).join(' '));

  it.each([
    ['at 08:30 the day has begun for the unit', '2021-09-23T08:30', '2021-09-23T12:00', [7, 0, 6]],
    ['a moment before it has not', '2021-09-23T08:29:59.999', '2021-09-23T12:00', [6, 1, 6]],
    ['the day it comes back does not count', '2021-09-22T10:00', '2021-09-24T07:00', [6, 2, 5]],
    ['not even for the few hours of the night', '2021-09-24T02:00', '2021-09-24T03:00', [7, 1, 5]],
    ['unless it came back before the day began', '2021-09-22T10:00', '2021-09-24T00:00', [6, 1, 6]],
  ])('%s', (_rule, submitted, returned, [before, review, after]) => {
    expect(days(submitted, returned)).toEqual([
      `unit U1 evidence ${before}`,
      `office evidence_review ${review}`,
      `unit U1 evidence ${after}`,
    ]);
  });

  it('once only, when in one night it comes back and goes again', () => {
    const story = started
      .give('2021-09-22T10:00', 'submitEvidence', m1)
      .give('2021-09-24T03:00', 'returnEvidence', m1)
      .give('2021-09-24T05:00', 'submitEvidence', m1);
    expect(ofM1(story, '2021-09-27T09:00').map((one) => one.split(' | ').slice(1).join(' '))).toEqual([
      'unit U1 evidence 6',
      'office evidence_review 1',
      'unit U1 evidence 0',
      'office evidence_review 3',
    ]);
  });

  it('so that past due the unit’s days are the mornings counted for its ladder', () => {
    const story = started
      .until('2021-11-08T10:00')
      .give('2021-11-08T10:00', 'submitEvidence', m1)
      .give('2021-11-15T10:00', 'returnEvidence', m1)
      .suspended('2021-11-18T10:00')
      .give('2021-11-22T10:00', 'resume');
    const now = '2022-01-10T09:00';
    const then = story.until(now);
    const [first] = ledgerOf(story, now).milestones;
    const over = sums(first?.shares ?? []);
    expect(over['unit U1']?.[1]).toBe(marksOf(then.state, then.milestone(), at(now), then.rules()));
    expect(over).toEqual({ 'unit U1': [73, 43], office: [5, 5], suspended: [2, 2] });
  });
});

describe('while no milestone is open the item itself lies', () => {
  it('with the office before the hand-out', () => {
    expect(ofItem(given(), '2021-09-15T09:00')).toEqual(['2021-09-13T08:00 –  | office | handing_out | 3']);
  });

  it('with the unit to break it down, and with the office to review that', () => {
    const story = given({ milestones: [] })
      .inProgress()
      .give('2021-09-16T10:00', 'proposeMilestones', { milestones: [milestone('N1', '2021-12-31')] })
      .give('2021-09-23T10:00', 'approveMilestones');
    expect(ofItem(story, '2021-09-24T09:00')).toEqual([
      '2021-09-13T08:00 – 2021-09-13T09:00 | office | handing_out | 1',
      '2021-09-13T09:00 – 2021-09-14T10:00 | unit U1 | receipt | 1',
      '2021-09-14T10:00 – 2021-09-16T10:00 | unit U1 | decomposition | 2',
      '2021-09-16T10:00 – 2021-09-23T10:00 | office | decomposition_review | 4',
    ]);
  });

  it('in closing with the unit, the co-units that have not signed, the office and a leader', () => {
    const story = started
      .accepted()
      .give('2021-09-27T10:00', 'requestClosing')
      .give('2021-09-28T10:00', 'countersign', {}, headOf('U3'))
      .give('2021-09-30T10:00', 'countersign', {}, headOf('U2'))
      .give('2021-10-11T10:00', 'verifyClosing')
      .give('2021-10-12T10:00', 'approveClosing');
    expect(ofItem(story, '2022-01-01').slice(1)).toEqual([
      '2021-09-23T10:00 – 2021-09-27T10:00 | unit U1 | closing_request | 3',
      '2021-09-27T10:00 – 2021-09-28T10:00 | co_unit U2 U3 | countersignature | 1',
      '2021-09-28T10:00 – 2021-09-30T10:00 | co_unit U2 | countersignature | 2',
      '2021-09-30T10:00 – 2021-10-11T10:00 | office | closing_verification | 3',
      '2021-10-11T10:00 – 2021-10-12T10:00 | leader | closing_signature | 1',
    ]);
    expect(sums(ledgerOf(story, '2022-01-01').shares)).toMatchObject({
      'co_unit U2': [3, 0],
      'co_unit U3': [1, 0],
    });
  });
});

describe('a case is booked beside', () => {
  it('to its owner, with the days past its term', () => {
    const story = started
      .give('2021-09-15T10:00', 'submitEvidence', m1)
      .give('2021-09-28T10:00', 'returnEvidence', m1);
    // Within 5 working days of the 15th: 16, 17, 18, 22, 23.
    expect(ofCase(story, 'evidence_review/M1/1', '2021-10-08')).toEqual([
      '2021-09-15T10:00 – 2021-09-28T10:00 | office | evidence_review | 9, 4 over',
    ]);
  });

  it('to each unit in its own time when the item goes to another', () => {
    const story = given().listed().give('2021-11-16T10:00', 'reassign', { unit: 'U9' });
    expect(ofCase(story, 'rectification/listing1/1', '2021-11-18T09:00')).toEqual([
      '2021-11-12T08:30 – 2021-11-16T10:00 | unit U1 | rectification | 2',
      '2021-11-16T10:00 –  | unit U9 | rectification | 2',
    ]);
  });
});

describe('whatever happens in a life', { timeout: 60_000 }, () => {
  const everyLedger = (holds: (ledger: WaitingLedger, life: Life) => void) => {
    fc.assert(
      fc.property(choices(30), (chosen) => {
        const life = live(chosen);
        holds(waitingOf(life.log, life.end, lifeContext), life);
      }),
      { numRuns: 25, seed: 20_210_914 },
    );
  };
  const threads = ({ milestones, item, cases }: WaitingLedger) => [
    ...milestones.map(({ stretches }) => stretches),
    item,
    ...cases.map(({ stretches }) => stretches),
  ];

  it('no time is booked twice, and none within a milestone’s life is left out', () => {
    everyLedger((ledger) => {
      for (const stretches of threads(ledger))
        for (const [index, { from, to }] of stretches.entries()) {
          const next = stretches[index + 1];
          if (to !== null) expect(to).toBeGreaterThan(from);
          if (next) expect(to).not.toBeNull();
          if (next) expect(next.from).toBeGreaterThanOrEqual(to ?? Infinity);
        }
    });
  });

  it('every day has one holder: no days are negative, and those over are among them', () => {
    everyLedger((ledger) => {
      for (const stretch of threads(ledger).flat()) {
        expect(stretch.workingDaysOver).toBeGreaterThanOrEqual(0);
        expect(stretch.workingDays).toBeGreaterThanOrEqual(stretch.workingDaysOver);
        expect(stretch.calendarDays).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('the ledger is the same without the facts that change nobody’s hands', () => {
    everyLedger((ledger, { log, end }) => {
      const told = log.filter(({ type }) => !withoutEffect.includes(type));
      expect(waitingOf(told, end, lifeContext)).toEqual(ledger);
    });
  });

  it('a milestone or the item itself is waited for as long as the item runs', () => {
    everyLedger((ledger, { end }) => {
      const lying = [...ledger.milestones.flatMap(({ stretches }) => stretches), ...ledger.item];
      const last = Math.max(...lying.map(({ to }) => to ?? end));
      const ordered = [...lying].sort((a, b) => a.from - b.from);
      let reached = ordered[0]?.from ?? 0;
      for (const { from, to } of ordered) {
        // Only a closed item, before it is reopened, lies with nobody.
        if (from > reached) expect(ledger.item.some((one) => one.why === 'closing_signature')).toBe(true);
        reached = Math.max(reached, to ?? end);
      }
      expect(reached).toBe(last);
    });
  });
});
