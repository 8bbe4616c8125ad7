/** Who asks: mostly somebody who may, now and then a deputy, the same person in another post, or anybody. */
import type { CommandType } from '../../src/domain/commands.js';
import type { ItemState } from '../../src/domain/item.js';
import type { Actor } from '../../src/domain/people.js';
import {
  another,
  asPerson,
  caseOfficer,
  deputy,
  director,
  headOf,
  officerOf,
  standingIn,
  supervisionHead,
  systemAdmin,
  usualActor,
} from '../domain/support/people.js';

export const at = <T>(from: readonly T[], index: number): T | undefined => from[index % from.length];

const ofOfficersToo: readonly CommandType[] = [
  'acknowledge',
  'raiseObstacle',
  'withdrawObstacle',
  'reportProgress',
];
const ofGranters: readonly CommandType[] = [
  'grantExtension',
  'refuseExtension',
  'grantChange',
  'refuseChange',
];

/** Those who usually may, the likeliest first. */
const proper = (state: ItemState, type: CommandType): readonly Actor[] => {
  if (ofOfficersToo.includes(type)) return [headOf(state.unit), officerOf(state.unit)];
  if (ofGranters.includes(type)) return [deputy, supervisionHead, director];
  if (type === 'countersign' && state.coUnits.length > 0) return state.coUnits.map(headOf);
  if (type === 'answerObstacle') return [director, headOf('U2'), supervisionHead];
  const usual = usualActor(type, state);
  if (usual.role === 'leader') return [director, deputy];
  return usual.role === 'case_officer' ? [caseOfficer, supervisionHead] : [usual];
};

const everybody = (state: ItemState): readonly Actor[] => [
  officerOf(state.unit),
  headOf(state.unit),
  headOf('U2'),
  headOf('U3'),
  caseOfficer,
  supervisionHead,
  deputy,
  director,
  systemAdmin,
];

export const askerOf = (state: ItemState, type: CommandType, who: number): Actor => {
  const rest = Math.floor(who / 12);
  const usual = at(proper(state, type), rest) ?? director;
  const other = at(everybody(state), rest) ?? director;
  switch (who % 12) {
    case 11:
      return other;
    case 10:
      return standingIn(usual, other.person);
    case 9:
      return asPerson(usual, other.person);
    case 8:
      return another(usual);
    default:
      return usual;
  }
};
