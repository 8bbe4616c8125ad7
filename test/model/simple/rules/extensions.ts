/** The rows of more time. */
import type { Actor } from '../../../../src/domain/people.js';
import { openCase } from '../cases.js';
import { type Day, dayAt, dayNamed } from '../days.js';
import { endRequest, mileNamed, moveDue } from '../miles.js';
import {
  type Reasons,
  type Rules,
  isAmong,
  notAhead,
  ofEnded,
  ofMile,
  personsBehind,
  remember,
} from '../rule.js';
import { startHold } from '../spans.js';
import { type Mile, type World, todayOf } from '../world.js';

export const asked = (world: World, milestone: string) =>
  world.extensions.find((one) => one.milestone === milestone);

const leaderDecides = (world: World, mile: Mile, late: boolean): boolean =>
  late || mile.granted > 0 || world.listing !== null || world.setup.binding;

/** The last day on which asking is in time. */
const lastDayToAsk = (world: World, mile: Mile): Day => {
  const { extensionAsked, extensionSpanFraction } = world.policy;
  const span = mile.due - dayAt(mile.since ?? world.now);
  return Math.max(
    world.days.before(mile.due, extensionAsked),
    mile.due - Math.floor(Math.max(0, span) / extensionSpanFraction),
  );
};

const ofAnswer = (world: World, milestone: string, { role }: Actor): Reasons => {
  const mile = mileNamed(world, milestone);
  const request = asked(world, milestone);
  if (!mile || !request) return ['no_such_case', !mile && 'no_milestone'];
  return [leaderDecides(world, mile, request.late) && role !== 'leader' && 'rank_too_low'];
};

export const extensions: Rules<'requestExtension' | 'grantExtension' | 'refuseExtension'> = {
  requestExtension: {
    in: 'P',
    by: 'h',
    unless: (world, { milestone, to }) =>
      ofMile(world, milestone, (mile) => [
        ...ofEnded(mile),
        asked(world, milestone) !== undefined && 'case_open',
        mile.granted >= world.policy.extensionsAtMost && 'too_many_extensions',
        (notAhead(world, to) || dayNamed(to) <= mile.due) && 'date_not_future',
      ]),
    then: (world, { milestone, to }, actor) => {
      const mile = mileNamed(world, milestone);
      if (!mile) return;
      const late = todayOf(world) > lastDayToAsk(world, mile);
      world.extensions.push({ milestone, to: dayNamed(to), late, by: personsBehind(actor) });
      remember(world.submitters, actor);
      if (!late) startHold(world, mile.requests);
      openCase(
        world,
        'extension',
        leaderDecides(world, mile, late) ? 'leader_in_charge' : 'supervision_head',
        {
          subject: milestone,
        },
      );
    },
  },
  grantExtension: {
    in: 'P',
    by: 'sl',
    unless: (world, { milestone, to }, actor) => [
      ...ofAnswer(world, milestone, actor),
      ...ofMile(world, milestone, (mile): Reasons => {
        const request = asked(world, milestone);
        const day = to === undefined ? request?.to : dayNamed(to);
        return [
          day !== undefined && (day <= todayOf(world) || day <= mile.due) && 'date_not_future',
          isAmong(actor, request?.by ?? []) && 'same_person',
        ];
      }),
    ],
    then: (world, { milestone, to }) => {
      const mile = mileNamed(world, milestone);
      const request = asked(world, milestone);
      if (!mile || !request) return;
      endRequest(world, mile);
      moveDue(world, mile, to === undefined ? request.to : dayNamed(to));
      // Reading: more time confirms no date; what was proposed may still be replaced.
      mile.granted += 1;
    },
  },
  refuseExtension: {
    in: 'P',
    by: 'sl',
    unless: (world, { milestone }, actor) => ofAnswer(world, milestone, actor),
    then: (world, { milestone }) => {
      const mile = mileNamed(world, milestone);
      if (mile) endRequest(world, mile);
    },
  },
};
