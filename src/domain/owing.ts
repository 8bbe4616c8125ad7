/** Who owes the next step, since when and until when. */
import type { Owner } from './cases.js';
import type { Instant, IsoDate } from './instants.js';
import type { ItemState } from './item.js';

export interface Owed {
  readonly case: string;
  readonly by: Owner;
  /** The unit, where it is not the item's own. */
  readonly unit: string | null;
  readonly since: Instant;
  /** The term's date. */
  readonly until: IsoDate;
  readonly over: boolean;
}

/** Open cases in order of opening. */
export const owed = (state: ItemState): readonly Owed[] =>
  state.cases.map(({ id, owedBy, unit, since, until, overAt }) => ({
    case: id,
    by: owedBy,
    unit,
    since,
    until,
    over: overAt !== null,
  }));
