/** Of what: the rest of a command, mostly fitting what the item is. */
import type { Command, CommandOf, CommandType, Demand } from '../../src/domain/commands.js';
import { addDays, dateOf, dayMs, type Instant, type IsoDate } from '../../src/domain/instants.js';
import type { ItemState, Milestone, MilestoneSeed } from '../../src/domain/item.js';
import { milestone } from '../domain/support/story.js';
import { at } from './askers.js';
import { policies } from './setups.js';
import type { Setup } from './simple/world.js';

/** Two numbers from which everything is drawn. */
export interface Draw {
  readonly a: number;
  readonly b: number;
}

const reviewed: readonly CommandType[] = ['acceptEvidence', 'returnEvidence', 'withdrawEvidence'];

/** One in nine is any, fitting or not. */
const milestoneFor = ({ milestones, extensions }: ItemState, type: CommandType, { a, b }: Draw): string => {
  const answered = type === 'grantExtension' || type === 'refuseExtension';
  if (answered && extensions.length > 0) return at(extensions, a)?.milestone ?? '';
  const status: Milestone['status'] = reviewed.includes(type) ? 'submitted' : 'open';
  const fitting = milestones.filter((one) => one.status === status);
  return at(b % 9 === 1 || fitting.length === 0 ? milestones : fitting, a)?.id ?? 'M9';
};

/** One date in nine is not ahead. */
const dateFor = (now: Instant, { b }: Draw): IsoDate =>
  addDays(dateOf(now), b % 9 === 0 ? -(b % 2) : 1 + (b % 90));

const demandsFor = ({ milestones }: ItemState, due: IsoDate, { a }: Draw): readonly Demand[] => {
  if (a % 11 === 10) return [];
  const id = at(milestones, a)?.id;
  const first: Demand = a % 3 === 0 && id !== undefined ? { id, due } : { due };
  return a % 5 === 0 ? [first, { due: addDays(due, 7) }] : [first];
};

/** A new milestone, or the unit's own version of one there is. */
const seedFor = (state: ItemState, due: IsoDate, { a, b }: Draw): MilestoneSeed => {
  const known = at(state.milestones, a);
  if (known && a % 4 === 0)
    return milestone(known.id, b % 2 === 0 ? known.due : due, { measures: known.measures });
  const measures = state.measures.map(({ id }) => id).filter((_, index) => (a >> index) % 2 === 0);
  return milestone(`N${b}`, due, { measures });
};

const coUnitSets: readonly (readonly string[])[] = [['U2'], ['U3'], ['U2', 'U3'], []];

const changeFor = ({ milestones }: ItemState, { a, b }: Draw): CommandOf<'requestChange'>['change'] => {
  const id = at(milestones, a)?.id ?? 'M9';
  if (a % 3 === 0) return { drop: id };
  if (a % 3 === 1) return { evidence: { milestone: id, evidence: 'photos' } };
  return b % 5 === 4 ? { note: 'less' } : { coUnits: at(coUnitSets, b) ?? [] };
};

const named = ['case_officer', 'supervision_head', 'leader_in_charge', 'director', 'co_unit'] as const;

const obstacleFor = ({ coUnits }: ItemState, { a, b }: Draw) => {
  const by = at(named, a) ?? 'director';
  const unit = b % 7 === 0 ? 'U2' : by === 'co_unit' ? coUnits[0] : undefined;
  return { text: '', named: by, ...(unit === undefined ? {} : { unit }) };
};

/** What each command must say, as little as it may. */
const particulars = (state: ItemState, now: Instant, type: CommandType, draw: Draw, setup: Setup) => {
  const { a, b } = draw;
  const due = dateFor(now, draw);
  const reason = '';
  const text = '';
  const measures = state.measures.map(({ id }) => id);
  const one = () => milestoneFor(state, type, draw);
  const obstacle = () =>
    at(
      state.cases.filter(({ kind }) => kind === 'obstacle'),
      a,
    )?.id ?? 'obstacle/9';
  const some = () => (a % 2 === 0 ? {} : { milestone: one() });
  const demands = () => demandsFor(state, due, draw);
  const all: { readonly [T in CommandType]: () => Omit<CommandOf<T>, 'type'> } = {
    dispatch: () => (a % 4 === 0 ? { unit: 'U3' } : {}),
    acknowledge: () => ({}),
    declineDispatch: () => ({ reason }),
    reassign: () => ({ unit: state.unit === 'U1' && a % 9 !== 0 ? 'U4' : 'U1', reason }),
    proposeMilestones: () => ({
      milestones: b % 13 === 0 ? [] : [seedFor(state, due, draw)],
      replaces: a % 3 === 1 ? [at(state.milestones, b)?.id ?? 'M9'] : [],
    }),
    approveMilestones: () => ({}),
    returnMilestones: () => ({ reason }),
    proposeStrikeOff: () => ({ measures: a % 2 === 0 ? measures : measures.slice(0, 1) }),
    strikeOff: () => ({}),
    declineStrikeOff: () => ({ reason }),
    waiveMeasure: () => ({ measure: at(measures, a) ?? 'z', reason }),
    raiseObstacle: () => obstacleFor(state, draw),
    withdrawObstacle: () => ({ obstacle: obstacle(), reason }),
    answerObstacle: () => ({ obstacle: obstacle(), answer: '' }),
    callConsultation: () => ({ text }),
    recordConsultation: () => ({ record: '', demands: demands() }),
    reportProgress: () => ({ text }),
    submitEvidence: () => ({ milestone: one(), files: [], note: '' }),
    withdrawEvidence: () => ({ milestone: one(), reason }),
    acceptEvidence: () => ({ milestone: one(), note: '' }),
    returnEvidence: () => ({ milestone: one(), reason }),
    requestExtension: () => ({ milestone: one(), to: addDays(due, a % 3 === 0 ? 0 : 60), reason }),
    grantExtension: () => ({ milestone: one(), ...(a % 5 === 0 ? { to: addDays(due, 30) } : {}) }),
    refuseExtension: () => ({ milestone: one(), reason }),
    requestChange: () => ({ change: changeFor(state, draw), reason }),
    grantChange: () => ({}),
    refuseChange: () => ({ reason }),
    suspend: () => ({ until: due, reason }),
    resume: () => ({}),
    urge: () => ({ ...some(), note: '' }),
    issueLetter: () => ({ ...some(), note: '' }),
    proposeListing: () => ({ level: ([1, 2, 3] as const)[a % 3] ?? 1 }),
    signListing: () => ({}),
    declineListing: () => ({ reason }),
    callInterview: () => ({}),
    recordInterview: () => ({ record: '' }),
    submitRectificationPlan: () => ({ text, files: [] }),
    acceptRectificationPlan: () => ({}),
    returnRectificationPlan: () => ({ reason }),
    proposeDelisting: () => ({}),
    delist: () => ({}),
    declineDelisting: () => ({ reason }),
    instruct: () => ({ text, demand: demands()[0] ?? { due } }),
    requestClosing: () => ({ text }),
    countersign: () => ({ opinion: '' }),
    verifyClosing: () => ({ text }),
    approveClosing: () => ({ text }),
    returnClosing: () => ({ reason, demands: demands() }),
    reopen: () => ({ reason, demands: demands() }),
    terminate: () => ({ reason }),
    comment: () => ({ text }),
    adoptPolicy: () => ({ policy: at(policies, a) ?? setup.policy }),
    adoptCalendar: () => ({ version: 1 + (a % 10 === 9 ? 5 : a % setup.calendars.length) }),
    adoptOutage: () => ({
      outage: 1 + a,
      from: now - (1 + (a % 5)) * dayMs,
      to: now - (b % 4) * (dayMs / 2),
      others: [],
    }),
  };
  return all[type]();
};

export const commandFor = (
  state: ItemState,
  now: Instant,
  type: CommandType,
  draw: Draw,
  setup: Setup,
): Command => ({ type, ...particulars(state, now, type, draw, setup) }) as Command;
