/** The rows of another scope. */
import type { ScopeChange } from '../../../../src/domain/item.js';
import type { Actor } from '../../../../src/domain/people.js';
import { endCases, openCase } from '../cases.js';
import { uncarriedWithout } from '../measures.js';
import { finish, mileNamed } from '../miles.js';
import { type Reasons, type Rules, isAmong, ofEnded, ofMile, personsBehind } from '../rule.js';
import type { World } from '../world.js';

const ofChange = (world: World, { drop, evidence, coUnits }: ScopeChange): Reasons => [
  coUnits?.includes(world.unit) === true && 'invalid',
  ...[drop, evidence?.milestone].flatMap((id) => (id === undefined ? [] : ofMile(world, id, ofEnded))),
  drop !== undefined && uncarriedWithout(world, drop) && 'measure_uncarried',
];

const leadersChange = (world: World, { drop, evidence }: ScopeChange): boolean =>
  drop !== undefined || (evidence !== undefined && mileNamed(world, evidence.milestone)?.printed === true);

const ofChangeAnswer = (world: World, { role }: Actor): Reasons =>
  world.change
    ? [leadersChange(world, world.change.change) && role !== 'leader' && 'rank_too_low']
    : ['no_such_case'];

const endChange = (world: World): void => {
  world.change = null;
  endCases(world, 'change');
};

export const changes: Rules<'requestChange' | 'grantChange' | 'refuseChange'> = {
  requestChange: {
    in: 'P',
    by: 'h',
    unless: (world, { change }) => [world.change !== null && 'case_open', ...ofChange(world, change)],
    then: (world, { change }, actor) => {
      // Reading: a request to change scope hands in nothing that is reviewed, so its sender is no submitter.
      world.change = { change, by: personsBehind(actor) };
      openCase(world, 'change', leadersChange(world, change) ? 'leader_in_charge' : 'supervision_head');
    },
  },
  grantChange: {
    in: 'P',
    by: 'sl',
    unless: (world, _command, actor) => [
      ...ofChangeAnswer(world, actor),
      ...(world.change ? ofChange(world, world.change.change) : []),
      isAmong(actor, world.change?.by ?? []) && 'same_person',
    ],
    then: (world) => {
      const { drop, coUnits } = world.change?.change ?? {};
      const mile = drop === undefined ? undefined : mileNamed(world, drop);
      if (mile) finish(world, mile, 'dropped');
      world.coUnits = coUnits ?? world.coUnits;
      // Reading: nobody waits for a unit that assists no more.
      world.cases = world.cases.filter(
        ({ kind, unit }) => kind !== 'obstacle' || unit === null || world.coUnits.includes(unit),
      );
      endChange(world);
    },
  },
  refuseChange: {
    in: 'P',
    by: 'sl',
    unless: (world, _command, actor) => ofChangeAnswer(world, actor),
    then: endChange,
  },
};
