/** Posts, roles and ranks: who may act, and whom notices name. */

/** What a person is in the system. */
export const roles = [
  'unit_officer',
  'unit_head',
  'case_officer',
  'supervision_head',
  'leader',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const;
export type Role = (typeof roles)[number];

/** Ranks of leaders, lower to higher. */
export type Rank = 'deputy' | 'director';

/** Posts as an item sees them, in order of rank; notices are addressed to these. */
export const postRoles = [
  'unit_officer',
  'unit_head',
  'co_unit_officer',
  'co_unit_head',
  'case_officer',
  'supervision_head',
  'leader_in_charge',
  'director',
  'other_leaders',
] as const;
export type PostRole = (typeof postRoles)[number];

/** Who acts. `onBehalfOf` names the person a deputy stands in for; both count for separation of duties. */
export interface Actor {
  readonly person: string;
  readonly role: Role;
  /** The unit of unit officers and heads; null for everyone else. */
  readonly unit: string | null;
  /** Leaders only. */
  readonly rank: Rank | null;
  readonly onBehalfOf: string | null;
}

/** The natural persons behind an act. */
export const personsOf = (actor: Actor): readonly string[] =>
  actor.onBehalfOf === null ? [actor.person] : [actor.person, actor.onBehalfOf];

const rankOrder: Readonly<Record<Rank, number>> = { deputy: 1, director: 2 };

export const ranksAtLeast = (rank: Rank | null, needed: Rank): boolean =>
  rank !== null && rankOrder[rank] >= rankOrder[needed];
