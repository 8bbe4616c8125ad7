/** Who holds the posts an item names: persons and posts as the rules see them. */
import type { ItemState } from '../domain/item.js';
import type { Addressee, Posts } from '../domain/notices.js';
import { peopleOf, type Member } from './people.js';
import { unitsOf, type UnitRow } from './plans.js';
import type { Tx } from './transaction.js';

export interface Audience {
  readonly people: readonly Member[];
  readonly units: readonly UnitRow[];
}

export const audienceOf = async (tx: Tx, plan: string): Promise<Audience> => ({
  people: await peopleOf(tx, plan),
  units: await unitsOf(tx, plan),
});

export const addresseesOf = ({ people }: Audience): readonly Addressee[] =>
  people.map(({ id, role, unitId, rank, active }) => ({ id, role, unit: unitId, rank, active }));

/** A plan names posts, an item posts or persons; whoever holds the post is meant. */
export const postsOf = (
  { unit: unitId, coUnits, caseOfficer }: Pick<ItemState, 'unit' | 'coUnits' | 'caseOfficer'>,
  { people, units }: Audience,
): Posts => {
  const holderOf = (post: string | null): string | null =>
    people.find((person) => person.postId === post)?.id ?? null;
  const isPerson = people.some((person) => person.id === caseOfficer);
  const unit = units.find(({ id }) => id === unitId);
  return {
    unit: unitId,
    coUnits,
    caseOfficer: isPerson ? caseOfficer : holderOf(caseOfficer),
    leaderInCharge: unit ? holderOf(unit.leaderInCharge) : null,
  };
};
