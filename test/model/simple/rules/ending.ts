/** The rows of instructions, closing and the end. */
import { endCase, endCases, openCase, openOf, signerOf } from '../cases.js';
import { demand, ofDemands } from '../demands.js';
import { isDone, isOpenMeasure } from '../measures.js';
import { isLive } from '../miles.js';
import { type Reasons, type Rules, isAmong, remember, tooLow } from '../rule.js';
import type { World } from '../world.js';

const undecided = [
  'interview',
  'listing_signature',
  'delisting_signature',
  'strike_off_signature',
  'extension',
  'change',
  'decomposition',
  'decomposition_review',
] as const;

export const ofClosing = (world: World): Reasons => [
  world.miles.every(({ status }) => status === 'dropped') && 'no_milestone',
  world.miles.some(isLive) && 'milestone_open',
  [...world.measures.keys()].some((id) => isOpenMeasure(world, id)) && 'measure_open',
  world.listing !== null && 'listing_stands',
  undecided.some((kind) => openOf(world, kind)) && 'case_open',
];

const backToWork = (world: World): void => {
  world.lifecycle = 'in_progress';
  endCases(world, 'countersignature', 'closing_verification', 'closing_signature');
};

export const ending: Rules<
  | 'instruct'
  | 'requestClosing'
  | 'countersign'
  | 'verifyClosing'
  | 'approveClosing'
  | 'returnClosing'
  | 'reopen'
  | 'terminate'
> = {
  instruct: {
    in: 'DPV',
    by: 'l',
    unless: (world, command) => ofDemands(world, [command.demand]),
    then: (world, command) => {
      demand(world, [command.demand], 'I');
      if (world.lifecycle === 'closing_review') backToWork(world);
    },
  },
  requestClosing: {
    in: 'P',
    by: 'h',
    unless: ofClosing,
    then: (world, _command, actor) => {
      remember(world.submitters, actor);
      world.lifecycle = 'closing_review';
      endCases(world, 'closing_request', 'report', 'obstacle', 'consultation_record');
      for (const unit of world.coUnits)
        openCase(world, 'countersignature', 'co_unit', { subject: unit, unit });
      if (world.coUnits.length === 0) openCase(world, 'closing_verification', 'case_officer');
    },
  },
  countersign: {
    in: 'V',
    by: 'h',
    unless: (world, _command, { unit }) => [
      !world.coUnits.includes(unit ?? '') && 'no_such_case',
      !openOf(world, 'countersignature', unit ?? '') && 'already_done',
    ],
    then: (world, _command, { unit }) => {
      endCase(world, openOf(world, 'countersignature', unit ?? ''));
      if (!openOf(world, 'countersignature')) openCase(world, 'closing_verification', 'case_officer');
    },
  },
  verifyClosing: {
    in: 'V',
    by: 'cs',
    unless: (world, _command, actor) => [
      openOf(world, 'countersignature') !== undefined && 'not_countersigned',
      isAmong(actor, world.submitters) && 'same_person',
    ],
    then: (world, _command, actor) => {
      remember(world.verifiers, actor);
      world.lifecycle = 'completed';
      endCases(world, 'closing_verification');
      openCase(world, 'closing_signature', signerOf(world.highest));
    },
  },
  approveClosing: {
    in: 'C',
    by: 'l',
    unless: (world, _command, actor) => [
      tooLow(actor, world.highest) && 'rank_too_low',
      isAmong(actor, [...world.submitters, ...world.verifiers]) && 'same_person',
    ],
    then: (world) => {
      world.lifecycle = 'closed';
      world.cases = [];
      world.strikeOff = null;
      for (const [id, mark] of world.measures)
        if (mark === null && isDone(world, id)) world.measures.set(id, 'struck_off');
    },
  },
  returnClosing: {
    in: 'VC',
    by: 'csl',
    unless: (world, { demands }, { role }) => [
      world.lifecycle === 'completed' && role !== 'leader' && 'rank_too_low',
      world.lifecycle === 'closing_review' && role === 'leader' && 'not_allowed',
      demands.length === 0 && 'no_milestone',
      ...ofDemands(world, demands),
    ],
    then: (world, { demands }) => {
      demand(world, demands, 'R');
      backToWork(world);
    },
  },
  reopen: {
    in: 'X',
    by: 'l',
    unless: (world, { demands }) => [demands.length === 0 && 'no_milestone', ...ofDemands(world, demands)],
    then: (world, { demands }) => {
      demand(world, demands, 'R');
      backToWork(world);
    },
  },
  terminate: {
    in: 'RDPV',
    by: 'l',
    unless: (world, _command, actor) => [tooLow(actor, world.listing?.level ?? 0) && 'rank_too_low'],
    then: (world) => {
      const span = world.suspensions.at(-1);
      if (span) span.to ??= world.now;
      Object.assign(world, { lifecycle: 'terminated', cases: [], listing: null, proposal: null });
    },
  },
};
