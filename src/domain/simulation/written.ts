/** What a scenario's lines are made of, whatever they ask. */
import type { Instant, IsoDate } from '../instants.js';
import type { ListingLevel } from '../item.js';
import type { PolicyOverrides } from '../policy.js';
import type { ScenarioPost } from './posts.js';

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
export interface Written {
  readonly at: Instant;
  readonly do: string;
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

/** The item's lead unit, unless a command hands it to another. */
export const ownUnit = 'U1';
/** Where an item goes that is reassigned to nobody in particular. */
export const otherUnit = 'another-unit';

/** An obstacle is named by its number: the first unless another is meant. */
export const obstacleId = ({ id = '1' }: Written): string => `obstacle/${id}`;

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
