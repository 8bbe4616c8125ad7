/** What the simpler model keeps of one item: plain fields, changed in place as the days are walked. */
import type { CalendarYear } from '../../../src/domain/calendar.js';
import type { CaseKind, Owner } from '../../../src/domain/cases.js';
import type { Instant } from '../../../src/domain/instants.js';
import type { Decomposition, Lifecycle, MilestoneSeed, ScopeChange } from '../../../src/domain/item.js';
import type { Policy, Rung } from '../../../src/domain/policy.js';
import { type Day, Days, dayAt, midnight } from './days.js';
import { mileOf } from './miles.js';

/** An item as it is registered, and the plan around it. */
export interface Setup {
  readonly bornAt: Instant;
  readonly coUnits: readonly string[];
  readonly binding: boolean;
  readonly milestones: readonly MilestoneSeed[];
  readonly measures: readonly string[];
  /** What a hand-out brings. */
  readonly policy: Policy;
  /** Version n of the plan's calendar is the n-th; a hand-out brings the first. */
  readonly calendars: readonly (readonly CalendarYear[])[];
}

/** [from, to); `to` null = still. */
export interface Span {
  readonly from: Instant;
  to: Instant | null;
}

export interface Mile {
  readonly id: string;
  readonly printed: boolean;
  readonly firstDue: Day;
  due: Day;
  measures: readonly string[];
  confirmed: boolean;
  status: 'open' | 'submitted' | 'accepted' | 'dropped';
  /** When its date came into force; null = not handed out yet. */
  since: Instant | null;
  granted: number;
  /** When its evidence was under review. */
  readonly reviews: Span[];
  /** When an extension asked in time was undecided. */
  readonly requests: Span[];
  epoch: number;
  // of the present epoch
  overdueAt: Instant | null;
  marks: number;
  happened: Set<Rung>;
  urged: boolean;
  lettered: boolean;
}

export interface Owed {
  readonly kind: CaseKind;
  readonly subject: string | null;
  readonly key: string;
  by: Owner;
  readonly unit: string | null;
  /** The day the term is counted from, and its working days; null where the date itself was named. */
  from: Day;
  readonly days: number | null;
  until: Day;
  epoch: number;
  overAt: Instant | null;
  marks: number;
  steps: number;
}

export interface Listing {
  readonly n: number;
  level: 1 | 2 | 3;
  readonly since: Instant;
  marks: number;
  standings: number;
  reported: boolean;
  interviewed: boolean;
  planAccepted: boolean;
}

interface Asked {
  readonly milestone: string;
  readonly to: Day;
  readonly late: boolean;
  readonly by: readonly string[];
}

export class World {
  now: Instant;
  /** When what happens now is handled: later than now during an outage of ours. */
  handledAt: Instant;
  lifecycle: Lifecycle = 'registered';
  unit = 'U1';
  coUnits: readonly string[];
  days: Days;
  policy: Policy;
  policyAdoptedAt: Instant | null = null;
  miles: Mile[];
  /** Mark of each measure; null = none. */
  readonly measures: Map<string, 'struck_off' | 'waived' | null>;
  cases: Owed[] = [];
  readonly caseCounts = new Map<string, number>();
  listing: Listing | null = null;
  listings = 0;
  highest: 0 | 1 | 2 | 3 = 0;
  proposal: { readonly level: 1 | 2 | 3; readonly byLadder: boolean } | null = null;
  extensions: Asked[] = [];
  change: { readonly change: ScopeChange; readonly by: readonly string[] } | null = null;
  decomposition: Decomposition | null = null;
  strikeOff: { readonly measures: readonly string[]; readonly by: readonly string[] } | null = null;
  /** Not handed out. */
  readonly away: Span[];
  readonly suspensions: Span[] = [];
  readonly handOuts: Instant[] = [];
  inProgressAtQuarterStart = false;
  readonly submitters = new Set<string>();
  readonly verifiers = new Set<string>();
  /** What happened under a key, a line each. */
  readonly rang: string[] = [];

  constructor(readonly setup: Setup) {
    this.now = this.handledAt = setup.bornAt;
    this.coUnits = setup.coUnits;
    this.days = new Days(setup.calendars[0] ?? []);
    this.policy = setup.policy;
    this.miles = setup.milestones.map((seed) => ({
      ...mileOf(seed, null),
      confirmed: seed.basis === 'plan',
      status: seed.doneBy === undefined ? 'open' : 'accepted',
    }));
    this.measures = new Map(setup.measures.map((id) => [id, null]));
    this.away = [{ from: this.now, to: null }];
  }
}

export const todayOf = (world: World): Day => dayAt(world.now);

export const todayStart = (world: World): Instant => midnight(todayOf(world));

export const rings = (world: World, type: string, key: string, more: string | number = ''): void => {
  world.rang.push(`${world.now} ${type} ${key} ${more}`.trimEnd());
};
