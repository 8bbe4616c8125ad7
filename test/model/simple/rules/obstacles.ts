/** The rows of obstacles and consultations. */
import type { Owner } from '../../../../src/domain/cases.js';
import type { Actor } from '../../../../src/domain/people.js';
import { endCase, endCases, openCase, openOf } from '../cases.js';
import { demand, ofDemands } from '../demands.js';
import { type Rules, denied } from '../rule.js';
import type { Owed, World } from '../world.js';

const heights: readonly Owner[] = ['case_officer', 'supervision_head', 'leader_in_charge', 'director'];

const heightOf = ({ role, rank }: Actor): number =>
  heights.indexOf(
    role === 'leader' ? (rank === 'director' ? 'director' : 'leader_in_charge') : (role as Owner),
  );

const obstacleNamed = (world: World, key: string): Owed | undefined =>
  world.cases.find((one) => one.kind === 'obstacle' && one.key === key);

/** A co-unit's obstacle has the director above it, since no post of the office stands over the unit. */
const mayAnswer = ({ by, unit }: Owed, actor: Actor): boolean =>
  by === 'co_unit'
    ? (actor.role === 'unit_head' && actor.unit === unit) || actor.rank === 'director'
    : heightOf(actor) >= heights.indexOf(by);

export const obstacles: Rules<
  'raiseObstacle' | 'withdrawObstacle' | 'answerObstacle' | 'callConsultation' | 'recordConsultation'
> = {
  raiseObstacle: {
    in: 'DP',
    by: 'oh',
    unless: (world, { named, unit }) => [
      (named === 'co_unit') !== (unit !== undefined) && 'invalid',
      unit !== undefined && !world.coUnits.includes(unit) && 'invalid',
    ],
    then: (world, { named, unit }) => openCase(world, 'obstacle', named, { unit }),
  },
  withdrawObstacle: {
    in: 'DP',
    by: 'oh',
    unless: (world, { obstacle }) => [!obstacleNamed(world, obstacle) && 'no_such_case'],
    then: (world, { obstacle }) => endCase(world, obstacleNamed(world, obstacle)),
  },
  answerObstacle: {
    in: 'DP',
    by: 'hcsl',
    unless: (world, { obstacle }, actor) => {
      const owed = obstacleNamed(world, obstacle);
      if (!owed) return ['no_such_case', actor.unit !== null && actor.unit !== world.unit && 'not_allowed'];
      return mayAnswer(owed, actor) ? [] : denied;
    },
    then: (world, { obstacle }) => endCase(world, obstacleNamed(world, obstacle)),
  },
  callConsultation: {
    in: 'DP',
    by: 'cs',
    unless: (world) => [openOf(world, 'consultation_record') !== undefined && 'case_open'],
    then: (world) => openCase(world, 'consultation_record', 'supervision_head'),
  },
  recordConsultation: {
    in: 'DP',
    by: 'cs',
    unless: (world, { demands }) => [
      !openOf(world, 'consultation_record') && 'no_such_case',
      ...ofDemands(world, demands),
    ],
    then: (world, { demands }) => {
      endCases(world, 'consultation_record');
      demand(world, demands, 'C');
    },
  },
};
