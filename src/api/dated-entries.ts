/** Everything that stands in a person's calendar, over all plans they have to do with; the domain says what that is. */
import { canSettle, datedFor } from '../domain/dated.js';
import type { Addressee } from '../domain/notices.js';
import { addresseesOf, audienceOf, postsOf, type Audience } from '../store/audience.js';
import type { Tx } from '../store/database.js';
import { planEntries, type PlanEntry } from '../store/views/board.js';
import { datedItems, ownershipsOf, type CaseOwnership, type DatedItem } from '../store/views/dated.js';
import type { DatedEntry, DatedPlan } from './calendar-text.js';
import { namesFor, type Names } from './say.js';
import type { Caller } from './sign-in.js';

/** A plan, who there is in it, and the person as its items see them. */
interface Surroundings {
  readonly plan: PlanEntry;
  readonly audience: Audience;
  readonly person: Addressee;
}

type Everywhere = ReadonlyMap<string, Surroundings>;

/** A feed is its holder's own, even while they stand in for somebody. */
const surroundingsOf = async (tx: Tx, { self }: Caller, plans: readonly PlanEntry[]): Promise<Everywhere> => {
  const found = new Map<string, Surroundings>();
  for (const plan of plans) {
    const audience = await audienceOf(tx, plan.id);
    const person = addresseesOf(audience).find(({ id }) => id === self.id);
    if (person) found.set(plan.id, { plan, audience, person });
  }
  return found;
};

const isOwedIn = (everywhere: Everywhere, row: CaseOwnership): boolean => {
  const here = everywhere.get(row.planId);
  if (!here) return false;
  return canSettle(here.person, { by: row.owedBy, unit: row.owingUnit }, postsOf(row, here.audience));
};

const entriesOf = (
  { id, number, title, planId, snapshot: state }: DatedItem,
  everywhere: Everywhere,
  names: Names,
): readonly DatedEntry[] => {
  const here = everywhere.get(planId);
  if (!here) return [];
  const unit = (of: string): string => names.unit(planId, of);
  return [
    {
      ...datedFor(state, here.person, postsOf(state, here.audience)),
      item: { id, number, title, changedAt: state.at, unit: unit(state.unit) },
      plan: here.plan,
      naming: { unit, milestone: (of) => of, measure: (of) => of },
    },
  ];
};

export interface DatedEntries {
  readonly entries: readonly DatedEntry[];
  readonly plans: readonly DatedPlan[];
}

export const datedEntriesOf = async (tx: Tx, caller: Caller): Promise<DatedEntries> => {
  const plans = await planEntries(tx, caller.planId);
  const everywhere = await surroundingsOf(tx, caller, plans);
  const owed = (await ownershipsOf(tx, caller)).filter((row) => isOwedIn(everywhere, row));
  const items = await datedItems(tx, caller, [...new Set(owed.map(({ itemId }) => itemId))]);
  const names = await namesFor(tx, { plans: plans.map(({ id }) => id), items: [], people: [] });
  return { plans, entries: items.flatMap((item) => entriesOf(item, everywhere, names)) };
};
