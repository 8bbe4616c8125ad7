/** What a played scenario prints: what the clock brought about, what was refused, and what a screen would show. */
import { rulesFor, type Context } from '../context.js';
import type { ItemEvent } from '../events.js';
import { dateOf, daysBetween, formatInstant, type Instant, type IsoDate } from '../instants.js';
import { isOverdue, type ItemState, type Milestone } from '../item.js';
import { marksOf } from '../ladder.js';
import { levelOf } from '../level.js';
import { lightOf, milestoneLight } from '../light.js';
import { owed } from '../owing.js';
import type { PostRole } from '../people.js';

export interface SimulatedEvent {
  readonly at: string;
  readonly kind: string;
  readonly key: string;
  readonly told: readonly PostRole[];
  readonly recordedAt?: string;
  readonly reason?: string;
  readonly since?: string;
  readonly level?: number;
  readonly into?: string;
  readonly report?: string;
}

export interface SimulatedMilestone {
  readonly due: IsoDate;
  readonly firstDue: IsoDate;
  readonly epoch: number;
  readonly light: string;
  readonly overdue: boolean;
  readonly marks: number;
  readonly daysOverdue: number;
}

export interface SimulatedOwing {
  readonly case: string;
  readonly by: string;
  readonly since: string;
  readonly until: IsoDate;
  readonly over: boolean;
}

export interface SimulatedProbe {
  readonly at: string;
  readonly lifecycle: string;
  readonly suspended: boolean;
  readonly light: string;
  readonly level: string;
  readonly milestones: Readonly<Record<string, SimulatedMilestone>>;
  readonly owed: readonly SimulatedOwing[];
}

export interface SimulatedRejection {
  readonly at: string;
  readonly do: string;
  readonly code: string;
}

export interface Simulated {
  readonly events: readonly SimulatedEvent[];
  readonly rejections: readonly SimulatedRejection[];
  readonly probes: readonly SimulatedProbe[];
}

const saysLevel: ReadonlySet<string> = new Set(['listed', 'listingProposed', 'standingReported']);

const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

/** A recorded fact, as far as it is printed. */
export type Recorded = Pick<ItemEvent, 'type' | 'at' | 'recordedAt'>;

type Facts = Partial<Record<'key' | 'reason' | 'into' | 'report', string>> &
  Partial<Record<'since' | 'level', number>>;

/** What alarms brought about, and listings; commands' own events are in the scenario already. */
export const shownEvent = (event: Recorded, told: readonly PostRole[]): readonly SimulatedEvent[] => {
  const { key, reason, since, level, into, report } = event as Recorded & Facts;
  if (key === undefined) return [];
  return [
    {
      at: formatInstant(event.at),
      kind: event.type,
      key,
      told,
      ...given('recordedAt', event.recordedAt === event.at ? undefined : formatInstant(event.recordedAt)),
      ...given('reason', reason),
      ...given('since', since === undefined ? undefined : formatInstant(since)),
      ...given('level', saysLevel.has(event.type) ? level : undefined),
      ...given('into', into),
      ...given('report', report),
    },
  ];
};

/** The item as a screen shows it at an instant up to which it is settled. */
export const probeOf = (state: ItemState, at: Instant, context: Context): SimulatedProbe => {
  const rules = rulesFor(state, context);
  const shown = (m: Milestone): SimulatedMilestone => ({
    due: m.due,
    firstDue: m.firstDue,
    epoch: m.epoch,
    light: milestoneLight(state, m, at, rules).light,
    overdue: isOverdue(m),
    marks: marksOf(state, m, at, rules),
    daysOverdue: isOverdue(m) ? daysBetween(m.due, dateOf(at)) : 0,
  });
  return {
    at: formatInstant(at),
    lifecycle: state.lifecycle,
    suspended: state.suspendedSince !== null,
    light: lightOf(state, at, rules).light,
    level: levelOf(state),
    milestones: Object.fromEntries(state.milestones.map((m) => [m.id, shown(m)])),
    owed: owed(state).map(({ case: id, by, since, until, over }) => ({
      case: id,
      by,
      since: formatInstant(since),
      until,
      over,
    })),
  };
};
