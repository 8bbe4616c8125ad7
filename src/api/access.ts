/** Who may look at what is no item: rights by role, as one table. Items are decided by the domain's own `can` and `maySee`. */
import type { Actor, Role } from '../domain/people.js';

const business: readonly Role[] = ['unit_officer', 'unit_head', 'case_officer', 'supervision_head', 'leader'];
const office: readonly Role[] = ['case_officer', 'supervision_head'];

const holders = {
  /** Plans, their items and what hangs on them: what is seen there is decided item by item. */
  see_plans: business,
  /** A rehearsal is for trying things out. */
  advance_rehearsal: business,
  /** What an edit of calendar, policy or outages would move. */
  preview_plan_books: [...office, 'leader'],
  /** What would have been mailed in a rehearsal, to whomever. */
  see_outgoing: [...office, 'leader', 'system_admin'],
  /** Who holds which post. */
  see_people: [...office, 'leader', 'system_admin', 'security_admin'],
  /** Units, with who is in charge of them. */
  see_units: [...business, 'system_admin', 'security_admin'],
  /** Taking a plan over, with accounts for its posts. */
  import_plans: ['system_admin'],
  /** The state of the machine. */
  see_health: ['supervision_head', 'system_admin', 'audit_admin'],
  unlock_accounts: ['security_admin'],
  /** Somebody who has lost their password gets another one. */
  reset_passwords: ['system_admin'],
  /** Where somebody's notices go outside the app. */
  set_channels: ['system_admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof holders;
export const rights = Object.keys(holders) as readonly Right[];

export const hasRight = (actor: Pick<Actor, 'role'>, right: Right): boolean =>
  (holders[right] as readonly Role[]).includes(actor.role);

export const rightsOf = (actor: Pick<Actor, 'role'>): readonly Right[] =>
  rights.filter((right) => hasRight(actor, right));
