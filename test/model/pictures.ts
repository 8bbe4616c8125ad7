/** One item as the core and as the simpler model see it at one instant, in the same words. */
import { rulesFor } from '../../src/domain/context.js';
import type { ItemEvent } from '../../src/domain/events.js';
import type { Instant, IsoDate } from '../../src/domain/instants.js';
import { isOverdue, type ItemState } from '../../src/domain/item.js';
import { marksOf } from '../../src/domain/ladder.js';
import { levelOf } from '../../src/domain/level.js';
import { lightOf, milestoneLight } from '../../src/domain/light.js';
import { keyOf } from '../domain/support/story.js';
import type { Life } from './life.js';
import { nameOf } from './simple/days.js';
import { levelSeen, lightSeen, mileLightSeen } from './simple/seen.js';
import { isOver } from './simple/miles.js';
import { suspendedNow } from './simple/spans.js';
import type { World } from './simple/world.js';

interface Picture {
  readonly lifecycle: string;
  readonly suspended: boolean;
  readonly light: string;
  readonly level: string;
  readonly milestones: Readonly<Record<string, string>>;
  readonly owed: readonly string[];
  readonly measures: readonly string[];
}

interface MilestoneLine {
  readonly due: IsoDate;
  readonly firstDue: IsoDate;
  readonly epoch: number;
  readonly status: string;
  readonly over: boolean;
  readonly marks: number;
  readonly light: string;
}

const line = (of: MilestoneLine): string =>
  `due ${of.due}, first ${of.firstDue}, epoch ${of.epoch}, ${of.status}, ${of.light}` +
  (of.over ? `, overdue, ${of.marks} marks` : '');

export const pictureOfCore = ({ context }: Life, state: ItemState, now: Instant): Picture => {
  const rules = rulesFor(state, context);
  return {
    lifecycle: state.lifecycle,
    suspended: state.suspendedSince !== null,
    light: lightOf(state, now, rules).light,
    level: levelOf(state),
    milestones: Object.fromEntries(
      state.milestones.map((m) => [
        m.id,
        line({
          ...m,
          over: isOverdue(m),
          marks: marksOf(state, m, now, rules),
          light: milestoneLight(state, m, now, rules).light,
        }),
      ]),
    ),
    owed: state.cases
      .map(
        ({ id, owedBy, until, overAt, epoch }) =>
          `${id} by ${owedBy} until ${until}, ${epoch}${overAt === null ? '' : ', over'}`,
      )
      .sort(),
    measures: state.measures.map(({ id, mark }) => `${id} ${mark}`),
  };
};

export const pictureOfModel = (world: World): Picture => ({
  lifecycle: world.lifecycle,
  suspended: suspendedNow(world),
  light: lightSeen(world),
  level: levelSeen(world),
  milestones: Object.fromEntries(
    world.miles.map((mile) => [
      mile.id,
      line({
        ...mile,
        due: nameOf(mile.due),
        firstDue: nameOf(mile.firstDue),
        over: isOver(world, mile),
        light: mileLightSeen(world, mile),
      }),
    ]),
  ),
  owed: world.cases
    .map(
      ({ key, by, until, overAt, epoch }) =>
        `${key} by ${by} until ${nameOf(until)}, ${epoch}${overAt === null ? '' : ', over'}`,
    )
    .sort(),
  measures: [...world.measures].map(([id, mark]) => `${id} ${mark}`),
});

const particularOf = (event: ItemEvent): string => {
  if ('reason' in event) return event.reason;
  if ('report' in event) return event.report;
  return 'level' in event ? String(event.level) : '';
};

/** What happened under a key, a line each, in no order. */
export const rangOf = (log: readonly ItemEvent[]): readonly string[] =>
  log
    .flatMap((event) => {
      const key = keyOf(event);
      return key === null ? [] : `${event.at} ${event.type} ${key} ${particularOf(event)}`.trimEnd();
    })
    .sort();
