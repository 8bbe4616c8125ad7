/** The table of commands and the table of roles, written down by hand from the design, apart from the code's own. */
import { describe, expect, it } from 'vitest';
import type { Command, CommandType } from '../../src/domain/commands.js';
import { available, commandTypes, decide } from '../../src/domain/decide.js';
import { lifecycles, type ItemState, type Lifecycle } from '../../src/domain/item.js';
import { roles, type Actor, type Role } from '../../src/domain/people.js';
import { defaultPolicy } from '../../src/domain/policy.js';
import { isRefusal, refusalCodes, type RefusalCode } from '../../src/domain/refusals.js';
import { settle } from '../../src/domain/settle.js';
import {
  asPerson,
  auditAdmin,
  caseOfficer,
  deputy,
  director,
  headOf,
  securityAdmin,
  standingIn,
  supervisionHead,
  systemAdmin,
  unitHead,
  unitOfficer,
  usualActor,
} from './support/people.js';
import { at, commandOf, given, milestone, type Story } from './support/story.js';

const now = '2021-10-11T10:00';

const particulars: { readonly [T in CommandType]?: object } = {
  reassign: { unit: 'U9' },
  proposeMilestones: { milestones: [milestone('M9', '2021-12-31')] },
  proposeStrikeOff: { measures: ['a'] },
  waiveMeasure: { measure: 'a' },
  submitEvidence: { milestone: 'M1' },
  withdrawEvidence: { milestone: 'M1' },
  acceptEvidence: { milestone: 'M1' },
  returnEvidence: { milestone: 'M1' },
  requestExtension: { milestone: 'M1', to: '2021-12-31' },
  grantExtension: { milestone: 'M1' },
  refuseExtension: { milestone: 'M1' },
  requestChange: { change: { note: '' } },
  suspend: { until: '2021-12-31' },
  proposeListing: { level: 1 },
  instruct: { demand: { due: '2021-12-31' } },
  returnClosing: { demands: [{ due: '2021-12-31' }] },
  reopen: { demands: [{ due: '2021-12-31' }] },
  adoptPolicy: { policy: defaultPolicy },
  adoptCalendar: { version: 1 },
  adoptOutage: { outage: 1, from: at('2021-10-11T08:00'), to: at('2021-10-11T09:00'), others: [] },
};

const command = (type: CommandType): Command => commandOf(type, particulars[type] as never);

const answer = ({ context, ...story }: Story, type: CommandType, actor: Actor): RefusalCode | 'done' => {
  const moment = { ...rulesOf(context, story.state), at: at(now), actor, context };
  const decided = decide(story.state, command(type), moment);
  return isRefusal(decided) ? decided.refused : 'done';
};

const rulesOf = (context: Story['context'], state: ItemState) => {
  const calendar = context.calendars.get(state.calendarVersion);
  if (!calendar) throw new Error('no calendar');
  return { policy: state.policy, calendar };
};

/** In which lifecycles a command may be given: R D P V C X = registered, dispatched, in progress, review, completed, closed. */
const cells: Readonly<Record<CommandType, string>> = {
  dispatch: 'R',
  acknowledge: 'D',
  declineDispatch: 'D',
  reassign: 'DP',
  proposeMilestones: 'P',
  approveMilestones: 'P',
  returnMilestones: 'P',
  proposeStrikeOff: 'PV',
  strikeOff: 'PV',
  declineStrikeOff: 'PV',
  waiveMeasure: 'PV',
  raiseObstacle: 'DP',
  withdrawObstacle: 'DP',
  answerObstacle: 'DP',
  callConsultation: 'DP',
  recordConsultation: 'DP',
  reportProgress: 'P',
  submitEvidence: 'P',
  withdrawEvidence: 'P',
  acceptEvidence: 'P',
  returnEvidence: 'P',
  requestExtension: 'P',
  grantExtension: 'P',
  refuseExtension: 'P',
  requestChange: 'P',
  grantChange: 'P',
  refuseChange: 'P',
  suspend: 'DP',
  resume: '', // only while suspended
  urge: 'DP',
  issueLetter: 'DP',
  proposeListing: 'DP',
  signListing: 'DP',
  declineListing: 'DP',
  callInterview: 'DP',
  recordInterview: 'DP',
  submitRectificationPlan: 'P',
  acceptRectificationPlan: 'P',
  returnRectificationPlan: 'P',
  proposeDelisting: 'P',
  delist: 'P',
  declineDelisting: 'P',
  instruct: 'DPV',
  requestClosing: 'P',
  countersign: 'V',
  verifyClosing: 'V',
  approveClosing: 'C',
  returnClosing: 'VC',
  reopen: 'X',
  terminate: 'RDPV',
  comment: 'RDPVCXT', // always, even when terminated
  adoptPolicy: 'RDPV',
  adoptCalendar: 'RDPVCXT', // of the plan: every item takes it
  adoptOutage: 'RDPVCXT',
};

const letters: Readonly<Record<Lifecycle, string>> = {
  registered: 'R',
  dispatched: 'D',
  in_progress: 'P',
  closing_review: 'V',
  completed: 'C',
  closed: 'X',
  terminated: 'T',
};

const item = {
  coUnits: ['U2'],
  measures: ['a'],
  milestones: [milestone('M1', '2021-10-29', { measures: ['a'] })],
};
const stories: Readonly<Record<Lifecycle, Story>> = {
  registered: given(item),
  dispatched: given(item).dispatched(),
  in_progress: given(item).inProgress(),
  closing_review: given(item).inClosingReview(),
  completed: given(item).completed(),
  closed: given(item).closed(),
  terminated: given(item).inProgress().terminated(),
};
const suspended = {
  dispatched: given(item).dispatched().suspended(),
  'in progress': given(item).inProgress().suspended(),
};
const whileSuspended: readonly CommandType[] = [
  'resume',
  'terminate',
  'comment',
  'adoptPolicy',
  'adoptCalendar',
  'adoptOutage',
];

const pairs = commandTypes.flatMap((type) => lifecycles.map((lifecycle) => [type, lifecycle] as const));
const mayBeGiven = ([type, lifecycle]: (typeof pairs)[number]) => cells[type].includes(letters[lifecycle]);

describe('the table of commands', () => {
  it('has a row for every command there is', () => {
    expect([...commandTypes].sort()).toEqual(Object.keys(cells).sort());
  });

  it('is asked of items that really are in the lifecycle they stand for', () => {
    for (const lifecycle of lifecycles) expect(stories[lifecycle].state.lifecycle).toBe(lifecycle);
  });

  it.each(pairs.filter((pair) => !mayBeGiven(pair)))(
    '%s of an item that is %s: wrong_state',
    (type, lifecycle) => {
      const story = stories[lifecycle];
      expect(answer(story, type, usualActor(type, story.state))).toBe('wrong_state');
    },
  );

  it.each(pairs.filter(mayBeGiven))(
    '%s of an item that is %s is not refused for its state',
    (type, lifecycle) => {
      const story = stories[lifecycle];
      expect(['wrong_state', 'suspended', 'not_allowed']).not.toContain(
        answer(story, type, usualActor(type, story.state)),
      );
    },
  );

  it.each(
    Object.entries(suspended).flatMap(([name, story]) =>
      commandTypes.map((type) => [type, name, story] as const),
    ),
  )('%s of a suspended item that is %s', (type, _name, story) => {
    const answered = answer(story, type, usualActor(type, story.state));
    expect(answered).toBe(whileSuspended.includes(type) ? 'done' : 'suspended');
  });
});

describe('the table of lifecycles: where a command leads', () => {
  const demands = { demands: [{ due: '2021-12-31' }] };
  it.each([
    ['dispatch', stories.registered, {}, 'dispatched'],
    ['acknowledge', stories.dispatched, {}, 'in_progress'],
    ['declineDispatch', stories.dispatched, {}, 'registered'],
    ['reassign', stories.dispatched, { unit: 'U9' }, 'dispatched'],
    ['reassign', stories.in_progress, { unit: 'U9' }, 'dispatched'],
    ['instruct', stories.dispatched, { demand: { due: '2021-12-31' } }, 'dispatched'],
    ['instruct', stories.in_progress, { demand: { due: '2021-12-31' } }, 'in_progress'],
    ['instruct', stories.closing_review, { demand: { due: '2021-12-31' } }, 'in_progress'],
    ['requestClosing', given(item).inProgress().accepted(), {}, 'closing_review'],
    ['verifyClosing', given().inClosingReview(), {}, 'completed'],
    ['approveClosing', stories.completed, {}, 'closed'],
    ['returnClosing', stories.closing_review, demands, 'in_progress'],
    ['returnClosing', stories.completed, demands, 'in_progress'],
    ['reopen', stories.closed, demands, 'in_progress'],
    ['terminate', stories.registered, {}, 'terminated'],
    ['terminate', stories.dispatched, {}, 'terminated'],
    ['terminate', stories.in_progress, {}, 'terminated'],
    ['terminate', stories.closing_review, {}, 'terminated'],
    ['terminate', suspended['in progress'], {}, 'terminated'],
    ['suspend', stories.in_progress, { until: '2021-12-31' }, 'in_progress'],
    ['resume', suspended['in progress'], {}, 'in_progress'],
  ] as const)('%s', (type, story, more, lifecycle) => {
    expect(story.give(now, type, more as never).state.lifecycle).toBe(lifecycle);
  });
});

/** Each role in every command: o officer, h unit head, c case officer, s supervision head, l leader. Administrators in none. */
const byRole: Readonly<Record<CommandType, string>> = {
  dispatch: 'cs',
  acknowledge: 'oh',
  declineDispatch: 'h',
  reassign: 'cs',
  proposeMilestones: 'h',
  approveMilestones: 'cs',
  returnMilestones: 'cs',
  proposeStrikeOff: 'cs',
  strikeOff: 'l',
  declineStrikeOff: 'l',
  waiveMeasure: 'l',
  raiseObstacle: 'oh',
  withdrawObstacle: 'oh',
  answerObstacle: 'hcsl', // who is named, or above
  callConsultation: 'cs',
  recordConsultation: 'cs',
  reportProgress: 'oh',
  submitEvidence: 'h',
  withdrawEvidence: 'h',
  acceptEvidence: 'cs',
  returnEvidence: 'cs',
  requestExtension: 'h',
  grantExtension: 'sl',
  refuseExtension: 'sl',
  requestChange: 'h',
  grantChange: 'sl',
  refuseChange: 'sl',
  suspend: 'l',
  resume: 'l',
  urge: 'cs',
  issueLetter: 'cs',
  proposeListing: 'cs',
  signListing: 'l',
  declineListing: 'l',
  callInterview: 'cs',
  recordInterview: 'cs',
  submitRectificationPlan: 'h',
  acceptRectificationPlan: 'cs',
  returnRectificationPlan: 'cs',
  proposeDelisting: 'cs',
  delist: 'l',
  declineDelisting: 'l',
  instruct: 'l',
  requestClosing: 'h',
  countersign: 'h', // of a co-unit
  verifyClosing: 'cs',
  approveClosing: 'l',
  returnClosing: 'csl',
  reopen: 'l',
  terminate: 'l',
  comment: 'ohcsl',
  adoptPolicy: 's',
  adoptCalendar: 's',
  adoptOutage: 'cs',
};

const actorOf: Readonly<Record<Role, Actor>> = {
  unit_officer: unitOfficer,
  unit_head: unitHead,
  case_officer: caseOfficer,
  supervision_head: supervisionHead,
  leader: director,
  system_admin: systemAdmin,
  security_admin: securityAdmin,
  audit_admin: auditAdmin,
};
const roleLetter: Readonly<Record<Role, string>> = {
  unit_officer: 'o',
  unit_head: 'h',
  case_officer: 'c',
  supervision_head: 's',
  leader: 'l',
  system_admin: '-',
  security_admin: '-',
  audit_admin: '-',
};

/** An item in which the command is not refused for its state. */
const storyFor = (type: CommandType): Story => {
  if (type === 'resume') return suspended['in progress'];
  const lifecycle = lifecycles.find((one) => cells[type].includes(letters[one]));
  return stories[lifecycle ?? 'in_progress'];
};

/** What is asked of a post further up one's own line is a matter of rank; of anybody else, of no right at all. */
const superiors = (letter: string): string =>
  ['oh', 'csl'].map((line) => (line.includes(letter) ? line.slice(line.indexOf(letter) + 1) : '')).join('');
const denial = (type: CommandType, letter: string): RefusalCode =>
  [...superiors(letter)].some((higher) => byRole[type].includes(higher)) ? 'rank_too_low' : 'not_allowed';

describe('who may do what', () => {
  it.each(commandTypes.flatMap((type) => roles.map((role) => [type, role] as const)))(
    '%s by %s',
    (type, role) => {
      const letter = roleLetter[role];
      // A leader returns a closing only when it is completed.
      const story = type === 'returnClosing' && role === 'leader' ? stories.completed : storyFor(type);
      const answered = answer(story, type, actorOf[role]);
      if (byRole[type].includes(letter)) expect(['not_allowed', 'rank_too_low']).not.toContain(answered);
      else expect(answered).toBe(denial(type, letter));
    },
  );

  const ofUnits = commandTypes.filter((type) => /[oh]/.test(byRole[type]) && type !== 'countersign');
  it.each(ofUnits)('%s not by another unit', (type) => {
    expect(answer(storyFor(type), type, headOf('U7'))).toBe('not_allowed');
  });

  it('a co-unit may comment, but not act for the lead unit', () => {
    const story = given({ coUnits: ['U2'] }).inProgress();
    expect(story.answer(now, 'comment', {}, headOf('U2'))).toBe('done');
    expect(story.answer(now, 'reportProgress', {}, headOf('U2'))).toBe('not_allowed');
  });

  it('only the head of a co-unit countersigns', () => {
    const story = given({ coUnits: ['U2'] }).inClosingReview();
    expect(story.answer(now, 'countersign', {}, unitHead)).toBe('no_such_case');
    expect(story.answer(now, 'countersign', {}, headOf('U3'))).toBe('no_such_case');
    expect(story.answer(now, 'countersign', {}, headOf('U2'))).toBe('done');
  });

  it('a leader returns a closing once it is completed, the office before', () => {
    expect(answer(stories.closing_review, 'returnClosing', director)).toBe('not_allowed');
    expect(answer(stories.closing_review, 'returnClosing', supervisionHead)).toBe('done');
    expect(answer(stories.completed, 'returnClosing', supervisionHead)).toBe('rank_too_low');
    expect(answer(stories.completed, 'returnClosing', deputy)).toBe('done');
  });

  it('an extension is the supervision head’s to grant when it is the first, in time, of no listed or binding item', () => {
    const asked = { milestone: 'M1', to: '2021-12-31' };
    const grantable = given().inProgress().give('2021-09-15T10:00', 'requestExtension', asked);
    expect(grantable.answer(now, 'grantExtension', { milestone: 'M1' }, supervisionHead)).toBe('done');
  });
});

describe('what is offered is what would be answered', () => {
  const all = [...Object.values(stories), ...Object.values(suspended)];
  const posts = Object.values(actorOf);

  it('every command of a role is shown, and one that is not allowed is refused for the reason shown', () => {
    for (const story of all)
      for (const actor of posts) {
        const moment = { ...story.rules(), at: at(now), actor, context: story.context };
        const offered = available(story.state, moment);
        const letter = roleLetter[actor.role];
        expect(offered.map((one) => one.command).sort()).toEqual(
          commandTypes.filter((type) => byRole[type].includes(letter)).sort(),
        );
        for (const { command: type, allowed, reason } of offered) {
          expect(allowed).toBe(reason === null);
          if (reason) expect(answer(story, type, actor)).toBe(reason.refused);
        }
      }
  });
});

describe('hard rules of separation, for the person who acts and the one he acts for', () => {
  const submitted = given().inProgress().give('2021-09-22T10:00', 'submitEvidence', { milestone: 'M1' });
  const m1 = { milestone: 'M1' };
  const u1 = unitHead.person;

  it.each(['acceptEvidence', 'returnEvidence'] as const)('who submitted evidence does not %s', (type) => {
    expect(submitted.answer(now, type, m1, asPerson(caseOfficer, u1))).toBe('same_person');
    expect(submitted.answer(now, type, m1, standingIn(caseOfficer, u1))).toBe('same_person');
    expect(submitted.answer(now, type, m1, standingIn(asPerson(caseOfficer, u1), 'x'))).toBe('same_person');
    expect(submitted.answer(now, type, m1, standingIn(caseOfficer, 'x'))).toBe('done');
  });

  it('who submitted for the unit head does not accept, nor does the unit head he did it for', () => {
    const story = given()
      .inProgress()
      .give('2021-09-22T10:00', 'submitEvidence', m1, standingIn(unitHead, 'B'));
    expect(story.answer(now, 'acceptEvidence', m1, asPerson(caseOfficer, 'B'))).toBe('same_person');
    expect(story.answer(now, 'acceptEvidence', m1, asPerson(caseOfficer, u1))).toBe('same_person');
  });

  it('an officer who reported on the item does not review it either', () => {
    const story = submitted.give('2021-09-23T10:00', 'reportProgress', {}, unitOfficer);
    expect(story.answer(now, 'acceptEvidence', m1, asPerson(caseOfficer, unitOfficer.person))).toBe(
      'same_person',
    );
  });

  it('who submitted does not verify the closing', () => {
    expect(given().inClosingReview().answer(now, 'verifyClosing', {}, asPerson(supervisionHead, u1))).toBe(
      'same_person',
    );
  });

  it('who submitted, accepted evidence or verified the closing does not approve it', () => {
    const story = given().inClosingReview().give('2021-09-27T10:00', 'verifyClosing', {}, supervisionHead);
    for (const person of [u1, caseOfficer.person, supervisionHead.person]) {
      expect(story.answer(now, 'approveClosing', {}, asPerson(director, person))).toBe('same_person');
      expect(story.answer(now, 'approveClosing', {}, standingIn(director, person))).toBe('same_person');
    }
    expect(story.answer(now, 'approveClosing', {}, director)).toBe('done');
  });

  it('the same person may accept evidence and verify the closing', () => {
    expect(given().inClosingReview().answer(now, 'verifyClosing', {}, caseOfficer)).toBe('done');
  });

  it('who accepted the evidence does not strike off what it proved', () => {
    const story = given(item)
      .inProgress()
      .accepted()
      .give('2021-09-24T10:00', 'proposeStrikeOff', { measures: ['a'] }, supervisionHead);
    expect(story.answer(now, 'strikeOff', {}, asPerson(director, caseOfficer.person))).toBe('same_person');
    expect(story.answer(now, 'strikeOff', {}, director)).toBe('done');
  });

  it('strike-off has two keys: who proposed it does not sign it', () => {
    const story = given(item)
      .inProgress()
      .accepted()
      .give('2021-09-24T10:00', 'proposeStrikeOff', { measures: ['a'] }, supervisionHead);
    expect(story.answer(now, 'strikeOff', {}, asPerson(director, supervisionHead.person))).toBe(
      'same_person',
    );
  });

  const asking = { milestone: 'M1', to: '2021-12-31' };
  it('who asks for time does not grant it', () => {
    const story = given().inProgress().give('2021-09-22T10:00', 'requestExtension', asking);
    expect(story.answer(now, 'grantExtension', m1, asPerson(supervisionHead, u1))).toBe('same_person');
    expect(story.answer(now, 'grantExtension', m1, standingIn(director, u1))).toBe('same_person');
    expect(story.answer(now, 'grantExtension', m1, supervisionHead)).toBe('done');
  });

  it('nor does the one for whom time was asked', () => {
    const story = given()
      .inProgress()
      .give('2021-09-22T10:00', 'requestExtension', asking, standingIn(unitHead, 'B'));
    expect(story.answer(now, 'grantExtension', m1, asPerson(supervisionHead, u1))).toBe('same_person');
  });

  it('who asks for a change does not grant it', () => {
    const story = given()
      .inProgress()
      .give('2021-09-22T10:00', 'requestChange', { change: { note: '' } });
    expect(story.answer(now, 'grantChange', {}, asPerson(supervisionHead, u1))).toBe('same_person');
    expect(story.answer(now, 'grantChange', {}, supervisionHead)).toBe('done');
  });

  it('who proposed milestones does not review them', () => {
    const story = given()
      .inProgress()
      .give('2021-09-22T10:00', 'proposeMilestones', { milestones: [milestone('M2', '2021-12-31')] });
    expect(story.answer(now, 'approveMilestones', {}, asPerson(caseOfficer, u1))).toBe('same_person');
  });

  it('who submitted a rectification plan does not review it', () => {
    const story = given().listed().give('2021-11-15T10:00', 'submitRectificationPlan');
    expect(story.answer('2021-11-16T10:00', 'acceptRectificationPlan', {}, asPerson(caseOfficer, u1))).toBe(
      'same_person',
    );
  });
});

describe('every code is an answer that is really given', () => {
  const started = given(item).inProgress();
  const m1 = { milestone: 'M1' };
  const asking = { milestone: 'M1', to: '2021-12-31' };
  const listed = given(item).listed();
  const produced: Readonly<Record<RefusalCode, () => RefusalCode | 'done'>> = {
    wrong_state: () => given(item).answer(now, 'acknowledge'),
    suspended: () => started.suspended().answer(now, 'reportProgress'),
    already_done: () => started.accepted().answer(now, 'submitEvidence', m1),
    case_open: () =>
      started.give('2021-09-15T10:00', 'requestExtension', asking).answer(now, 'requestExtension', asking),
    date_not_future: () => started.answer(now, 'requestExtension', { milestone: 'M1', to: '2021-10-11' }),
    due_date_over: () =>
      started
        .give('2021-10-29T10:00', 'submitEvidence', m1)
        .answer('2021-10-30T00:00', 'withdrawEvidence', m1),
    evidence_under_review: () =>
      started.give('2021-10-08T10:00', 'submitEvidence', m1).answer(now, 'submitEvidence', m1),
    listing_stands: () =>
      listed
        .give('2021-11-15T10:00', 'reassign', { unit: 'U2' })
        .answer('2021-11-16T10:00', 'declineDispatch'),
    milestone_open: () => started.answer(now, 'requestClosing'),
    milestone_overdue: () => listed.answer('2021-11-15T10:00', 'proposeDelisting'),
    no_milestone: () => started.answer(now, 'submitEvidence', { milestone: 'M7' }),
    no_such_case: () => started.answer(now, 'recordInterview'),
    no_such_measure: () => started.answer(now, 'waiveMeasure', { measure: 'z' }),
    not_countersigned: () =>
      given({ coUnits: ['U2'] })
        .inClosingReview()
        .answer(now, 'verifyClosing'),
    measure_open: () => started.answer(now, 'proposeStrikeOff', { measures: ['a'] }),
    measure_uncarried: () => started.answer(now, 'requestChange', { change: { drop: 'M1' } }),
    plan_not_accepted: () =>
      listed
        .give('2021-11-15T10:00', 'submitEvidence', m1)
        .give('2021-11-16T10:00', 'acceptEvidence', m1)
        .answer('2021-11-17T10:00', 'proposeDelisting'),
    rank_too_low: () =>
      listed
        .give('2021-11-15T10:00', 'proposeListing', { level: 3 })
        .answer('2021-11-16T10:00', 'signListing', {}, deputy),
    same_person: () =>
      started
        .give('2021-09-15T10:00', 'requestExtension', asking)
        .answer(now, 'grantExtension', m1, asPerson(director, unitHead.person)),
    too_many_extensions: () =>
      started
        .give('2021-09-15T10:00', 'requestExtension', { milestone: 'M1', to: '2021-11-30' })
        .give('2021-09-16T10:00', 'grantExtension', m1)
        .give('2021-09-17T10:00', 'requestExtension', { milestone: 'M1', to: '2021-12-30' })
        .give('2021-09-22T10:00', 'grantExtension', m1)
        .answer(now, 'requestExtension', { milestone: 'M1', to: '2022-06-30' }),
    not_allowed: () => started.answer(now, 'terminate', {}, unitHead),
    stale_version: () => {
      const { outcomes } = settle(
        started.state,
        [
          {
            submission: 's',
            command: commandOf('comment'),
            actor: unitHead,
            receivedAt: at(now),
            expectedVersion: started.state.version - 1,
          },
        ],
        at(now),
        started.context,
      );
      const outcome = outcomes.get('s');
      return outcome?.kind === 'refused' ? outcome.code : 'done';
    },
    invalid: () => started.answer(now, 'adoptCalendar', { version: 7 }),
  };

  it.each(refusalCodes)('%s', (code) => {
    expect(produced[code]()).toBe(code);
  });
});
