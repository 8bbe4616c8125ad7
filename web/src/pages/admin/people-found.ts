/** Whom a search for people finds, and what the choices beside it offer. */
import type { PersonEntry, Role } from '../../data/contract';

export interface Wanted {
  readonly said: string;
  /** Null = any. */
  readonly unit: string | null;
  readonly role: Role | null;
}

export const anybody: Wanted = { said: '', unit: null, role: null };

const fits = (person: PersonEntry, said: string): boolean =>
  [person.name, person.login].some((name) => name.toLowerCase().includes(said));

export const foundAmong = (
  people: readonly PersonEntry[],
  { said, unit, role }: Wanted,
): readonly PersonEntry[] => {
  const wanted = said.trim().toLowerCase();
  return inOrder(people).filter(
    (person) =>
      fits(person, wanted) &&
      (unit === null || person.unit?.id === unit) &&
      (role === null || person.role === role),
  );
};

/** From the top of the house down; administrators last. */
const order: readonly Role[] = [
  'leader',
  'supervision_head',
  'case_officer',
  'unit_head',
  'unit_officer',
  'system_admin',
  'security_admin',
  'audit_admin',
];

const placeOf = ({ role, rank }: PersonEntry): number =>
  order.indexOf(role) - (rank === 'director' ? 0.5 : 0);

const inOrder = (people: readonly PersonEntry[]): readonly PersonEntry[] =>
  [...people].sort((a, b) => placeOf(a) - placeOf(b));

/** Roles somebody has, in the same order. */
export const rolesAmong = (people: readonly PersonEntry[]): readonly Role[] =>
  order.filter((role) => people.some((person) => person.role === role));

/** Whoever holds a post of the plan by its id, or a role in a unit. */
export const holderOf = (
  people: readonly PersonEntry[],
  post: string | { readonly unit: string; readonly role: Role },
): PersonEntry | undefined =>
  typeof post === 'string'
    ? people.find((person) => person.active && person.post === post)
    : people.find((person) => person.active && person.unit?.id === post.unit && person.role === post.role);
