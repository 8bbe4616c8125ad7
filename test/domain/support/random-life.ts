/**
 * Random lives of one item: whatever anybody may ask, at any time. Choices are numbers; a life turns them into
 * commands as it goes, so that most are allowed where it stands and some are not. The commands it ends up with can
 * be played again in other portions.
 */
import fc from 'fast-check';
import { createCalendar, withYear } from '../../../src/domain/calendar.js';
import type { CommandType } from '../../../src/domain/commands.js';
import { available, commandTypes } from '../../../src/domain/decide.js';
import type { ItemEvent } from '../../../src/domain/events.js';
import { addDays, dateOf, dayMs, minuteMs, type Instant } from '../../../src/domain/instants.js';
import type { ItemState } from '../../../src/domain/item.js';
import type { Actor } from '../../../src/domain/people.js';
import { defaultPolicy, withOverrides } from '../../../src/domain/policy.js';
import { register } from '../../../src/domain/register.js';
import { settle, type Received } from '../../../src/domain/settle.js';
import { rulesFor, type Context } from '../../../src/domain/context.js';
import { caseOfficer, deputy, director, headOf, officerOf, supervisionHead } from './people.js';
import { at, commandOf, milestone, publishedYears } from './story.js';

const calendar = createCalendar(publishedYears);
const policies = [
  defaultPolicy,
  withOverrides(defaultPolicy, {
    version: 2,
    rungs: { letter: 2, listing1: 4, listing2: 6 },
    standingEvery: 2,
  }),
  withOverrides(defaultPolicy, {
    version: 3,
    rungs: { letter: 8, interview: 12 },
    nextStep: 2,
    terms: { receipt: 1 },
  }),
];

export const lifeContext: Context = {
  calendars: new Map([
    [1, calendar],
    [2, withYear(calendar, { year: 2021, off: ['2021-10-11', '2021-11-08'], on: ['2021-10-16'] })],
  ]),
  calendarVersion: 1,
  policy: defaultPolicy,
  recordedAt: (due) => due,
};

export const birth = register(
  {
    type: 'registered',
    unit: 'U1',
    coUnits: ['U2'],
    caseOfficer: null,
    binding: false,
    policy: defaultPolicy,
    calendarVersion: 1,
    milestones: [
      milestone('M1', '2021-10-15', { measures: ['a'] }),
      milestone('M2', '2021-12-31', { basis: 'proposed', measures: ['a', 'b'] }),
    ],
    measures: ['a', 'b'].map((id) => ({ id, text: id, mark: null })),
  },
  at('2021-09-13T08:00'),
  lifeContext,
);

export interface Choice {
  readonly gapMinutes: number;
  readonly pick: number;
  readonly a: number;
  readonly b: number;
  /** One in eight asks for anything by anybody instead of what is offered. */
  readonly wild: number;
}

/** Half-hour steps, so that 00:00 and 08:30 are met often; mostly days, sometimes the same instant. */
const gaps = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((halfHours) => halfHours * 30),
  fc.integer({ min: 0, max: 6 * 48 }).map((halfHours) => halfHours * 30),
  fc.integer({ min: 0, max: 6 * 48 }).map((halfHours) => halfHours * 30),
  fc.integer({ min: 10, max: 60 }).map((days) => days * 1440),
);
const numbers = fc.integer({ min: 0, max: 10_000 });

export const choices = (atMost: number): fc.Arbitrary<readonly Choice[]> =>
  fc.array(
    fc.record({
      gapMinutes: gaps,
      pick: numbers,
      a: numbers,
      b: numbers,
      wild: fc.integer({ min: 0, max: 7 }),
    }),
    { minLength: 4, maxLength: atMost, size: 'max' },
  );

const postsOf = (state: ItemState): readonly Actor[] => [
  officerOf(state.unit),
  headOf(state.unit),
  headOf('U2'),
  caseOfficer,
  supervisionHead,
  deputy,
  director,
];

/** What brings an item on is asked more often than what stops it, or few lives would come far. */
const often: readonly CommandType[] = [
  'dispatch',
  'acknowledge',
  'approveMilestones',
  'strikeOff',
  'grantChange',
  'submitEvidence',
  'acceptEvidence',
  'grantExtension',
  'resume',
  'signListing',
  'submitRectificationPlan',
  'acceptRectificationPlan',
  'recordInterview',
  'proposeDelisting',
  'delist',
  'requestClosing',
  'countersign',
  'verifyClosing',
  'approveClosing',
  'reopen',
];
const weight = (type: CommandType, pick: number): number => {
  if (type === 'terminate') return pick % 17 === 0 ? 1 : 0;
  return often.includes(type) ? 12 : 1;
};

/** What may be asked here, by whom. */
const offered = (state: ItemState, now: Instant, pick: number): readonly (readonly [Actor, CommandType])[] =>
  postsOf(state).flatMap((actor) =>
    available(state, { ...rulesFor(state, lifeContext), at: now, actor, context: lifeContext })
      .filter(({ allowed }) => allowed)
      .flatMap(({ command }) =>
        Array.from({ length: weight(command, pick) }, () => [actor, command] as const),
      ),
  );

const particulars = (state: ItemState, now: Instant, type: CommandType, { a, b }: Choice): object => {
  const reviewing = ['acceptEvidence', 'returnEvidence', 'withdrawEvidence'].includes(type);
  const fitting = state.milestones.filter((m) => m.status === (reviewing ? 'submitted' : 'open'));
  const among = fitting.length > 0 && b % 9 !== 1 ? fitting : state.milestones;
  const id = among[a % Math.max(1, among.length)]?.id ?? 'M1';
  const asked = state.extensions[0]?.milestone ?? id;
  // One date in nine is not ahead, to be refused.
  const due = addDays(dateOf(now), b % 9 === 0 ? 0 : 1 + (b % 90));
  const measures = state.measures.map((measure) => measure.id);
  const demand = a % 3 === 0 ? { id, due } : { due };
  const seed = milestone(a % 5 === 0 ? id : `N${b}`, due, { measures: a % 2 === 0 ? measures : [] });
  const all: Partial<Record<CommandType, object>> = {
    dispatch: a % 4 === 0 ? { unit: 'U3' } : {},
    reassign: { unit: a % 2 === 0 ? 'U1' : 'U3' },
    proposeMilestones: { milestones: [seed], replaces: a % 3 === 0 ? [id] : [] },
    proposeStrikeOff: { measures },
    waiveMeasure: { measure: measures[a % 2] ?? 'a' },
    requestExtension: { milestone: id, to: due },
    grantExtension: { milestone: asked },
    refuseExtension: { milestone: asked },
    requestChange: { change: a % 2 === 0 ? { drop: id } : { coUnits: a % 3 === 0 ? [] : ['U2'] } },
    suspend: { until: due },
    proposeListing: { level: 1 + (a % 3) },
    instruct: { demand },
    returnClosing: { demands: [demand] },
    reopen: { demands: [demand] },
    adoptPolicy: { policy: policies[a % policies.length] ?? defaultPolicy },
    adoptCalendar: { version: 1 + (a % 2) },
    adoptOutage: { outage: 1 + a, from: now - (1 + (a % 5)) * dayMs, to: now - (b % 4) * (dayMs / 2) },
  };
  return all[type] ?? { milestone: id };
};

/**
 * Two defects are known and have failing tests of their own: a strike-off still to be signed outlives the closing
 * (decide/ending.test.ts), and two hand-outs at one instant share the key of their summaries (alarms.test.ts).
 */
const known = (state: ItemState, now: Instant, type: CommandType): boolean =>
  (type === 'proposeStrikeOff' && state.lifecycle === 'closing_review') ||
  (type === 'reassign' && state.at === now);

const commandFor = (state: ItemState, now: Instant, choice: Choice, n: number): Received => {
  const posts = postsOf(state);
  const anything = [
    posts[choice.a % posts.length] ?? director,
    commandTypes[choice.pick % commandTypes.length] ?? 'comment',
  ] as const;
  const options = offered(state, now, choice.pick);
  const [actor, wanted] = choice.wild === 0 ? anything : (options[choice.pick % options.length] ?? anything);
  const type = known(state, now, wanted) ? 'comment' : wanted;
  return {
    submission: `s${n}`,
    command: commandOf(type, particulars(state, now, type, choice) as never),
    actor,
    receivedAt: now,
    expectedVersion: null,
  };
};

export interface Step {
  readonly received: Received;
  readonly before: ItemState;
  readonly after: ItemState;
}

export interface Life {
  readonly steps: readonly Step[];
  /** A year after the last command. */
  readonly end: Instant;
  readonly state: ItemState;
  readonly log: readonly ItemEvent[];
}

const yearMs = 365 * 1440 * minuteMs;

export const live = (chosen: readonly Choice[], context: Context = lifeContext): Life => {
  let { state } = birth;
  let now = at('2021-09-13T08:30');
  const log = [...birth.events];
  const steps: Step[] = [];
  const settled = (commands: readonly Received[], until: Instant) => {
    const { state: next, events } = settle(state, commands, until, context);
    state = next;
    log.push(...events);
  };
  chosen.forEach((choice, n) => {
    now += choice.gapMinutes * minuteMs;
    settled([], now);
    const before = state;
    const received = commandFor(state, now, choice, n);
    settled([received], now);
    steps.push({ received, before, after: state });
  });
  const end = now + yearMs;
  settled([], end);
  return { steps, end, state, log };
};
