/** What a scenario says: one item, the dates it is handed out with, a timeline of commands, and instants to look at. */
import type { Instant, IsoDate } from '../instants.js';
import type { ListingLevel } from '../item.js';
import type { PolicyOverrides } from '../policy.js';
import type { ScenarioDo } from './asked.js';
import type { ScenarioPost } from './cast.js';

export interface ScenarioMilestone {
  readonly id: string;
  readonly due: IsoDate;
  readonly basis?: 'plan' | 'proposed';
  readonly done?: boolean;
  readonly title?: string;
}

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** A command as a scenario writes it; only what its kind needs is set. */
export interface ScenarioCommand {
  readonly at: Instant;
  readonly do: ScenarioDo;
  readonly milestone?: string;
  readonly to?: IsoDate;
  readonly until?: IsoDate;
  readonly level?: ListingLevel;
  readonly unit?: string;
  readonly by?: ScenarioPost;
  readonly due?: IsoDate;
  readonly id?: string;
  readonly milestones?: readonly ScenarioMilestone[];
  readonly replaces?: readonly string[];
  readonly policy?: PolicyOverrides;
  readonly year?: number;
  readonly off?: readonly IsoDate[];
  readonly on?: readonly IsoDate[];
  /** When the system was out of reach, as the office records it. */
  readonly outage?: Span;
}

export interface Scenario {
  readonly title: string;
  readonly until: Instant;
  readonly registered: Instant;
  readonly item: { readonly id: string; readonly binding: boolean; readonly coUnits: readonly string[] };
  readonly milestones: readonly ScenarioMilestone[];
  readonly policy: PolicyOverrides;
  /** Null = all the pack holds. */
  readonly publishedYears: readonly number[] | null;
  readonly downtime: readonly Span[];
  readonly commands: readonly ScenarioCommand[];
  readonly probes: readonly Instant[];
}

/** The item's lead unit, unless a command hands it to another. */
export const ownUnit = 'U1';
/** Where an item goes that is reassigned to nobody in particular. */
export const otherUnit = 'another-unit';

/** An obstacle is named by its number: the first unless another is meant. */
export const obstacleId = ({ id = '1' }: ScenarioCommand): string => `obstacle/${id}`;

export const seedOf = ({ id, due, basis, done, title }: ScenarioMilestone) => ({
  id,
  title: title ?? id,
  due,
  basis: basis ?? ('proposed' as const),
  evidence: '',
  weight: 0,
  measures: [],
  ...(done ? { doneBy: 'import' } : {}),
});

/** A command to give, or a look at the item. */
export type Step =
  | { readonly at: Instant; readonly command: ScenarioCommand }
  | { readonly at: Instant; readonly command: null };

/** What is played up to the end, in order; at one instant commands come before looks. */
export const stepsOf = ({ commands, probes, until }: Scenario): readonly Step[] =>
  [...commands.map((command): Step => ({ at: command.at, command })), ...probes.map(look)]
    .filter(({ at }) => at <= until)
    // The sort keeps the order of equals, in which commands stand first.
    .sort((a, b) => a.at - b.at);

const look = (at: Instant): Step => ({ at, command: null });
