/** The rows of the list. */
import { endCases, openCase } from '../cases.js';
import { isOpenMeasure } from '../measures.js';
import { type Reasons, type Rules, isAmong, personsBehind } from '../rule.js';

export const strikingOff: Rules<'proposeStrikeOff' | 'strikeOff' | 'declineStrikeOff' | 'waiveMeasure'> = {
  proposeStrikeOff: {
    in: 'PV',
    by: 'cs',
    unless: (world, { measures }) => [
      world.strikeOff !== null && 'case_open',
      measures.length === 0 && 'no_such_measure',
      ...measures.flatMap((id): Reasons => [
        !world.measures.has(id) && 'no_such_measure',
        world.measures.get(id) != null && 'already_done',
        isOpenMeasure(world, id) && 'measure_open',
      ]),
    ],
    then: (world, { measures }, actor) => {
      world.strikeOff = { measures, by: personsBehind(actor) };
      openCase(world, 'strike_off_signature', 'leader_in_charge');
    },
  },
  strikeOff: {
    in: 'PV',
    by: 'l',
    unless: (world, _command, actor) => {
      const { strikeOff, submitters, verifiers } = world;
      if (!strikeOff) return ['no_such_case'];
      return [
        strikeOff.measures.some((id) => isOpenMeasure(world, id)) && 'measure_open',
        strikeOff.measures.some((id) => world.measures.get(id) !== null) && 'already_done',
        isAmong(actor, [...strikeOff.by, ...submitters, ...verifiers]) && 'same_person',
      ];
    },
    then: (world) => {
      for (const id of world.strikeOff?.measures ?? []) world.measures.set(id, 'struck_off');
      world.strikeOff = null;
      endCases(world, 'strike_off_signature');
    },
  },
  declineStrikeOff: {
    in: 'PV',
    by: 'l',
    unless: (world) => [world.strikeOff === null && 'no_such_case'],
    then: (world) => {
      world.strikeOff = null;
      endCases(world, 'strike_off_signature');
    },
  },
  waiveMeasure: {
    in: 'PV',
    by: 'l',
    unless: (world, { measure }) => [
      !world.measures.has(measure) && 'no_such_measure',
      world.measures.get(measure) != null && 'already_done',
    ],
    then: (world, { measure }) => {
      world.measures.set(measure, 'waived');
    },
  },
};
