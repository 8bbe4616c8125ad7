/** Which pages a role works with, in the order of its day; what it may see there is the API's to say. */
import type { Me, Role } from '../data/contract';
import type { PlanHere } from '../data/session';
import { text } from '../text';

export interface NavEntry {
  readonly to: string;
  readonly label: string;
}

const pages = text.frame.pages;
const of = (to: keyof typeof pages): NavEntry => ({ to, label: pages[to] });

const unit = [of('desk'), of('items'), of('documents'), of('forecast')];
const office = [of('office'), of('items'), of('cockpit'), of('documents'), of('forecast'), of('rules')];

export const people = { to: '/admin/people', label: text.frame.people };
const health = { to: '/admin/health', label: pages.health };
const intake = { to: '/admin/import', label: text.frame.intake };
export const outgoing = { to: '/admin/outgoing', label: text.frame.outgoing };

export const navOf: Readonly<Record<Role, readonly NavEntry[]>> = {
  unit_officer: unit,
  unit_head: unit,
  case_officer: office,
  supervision_head: [...office, health],
  leader: [
    of('cockpit'),
    of('items'),
    of('sign'),
    of('closings'),
    of('listings'),
    of('forecast'),
    of('rules'),
  ],
  system_admin: [health, people, intake, outgoing],
  security_admin: [people],
  audit_admin: [health],
};

const administrators: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin'];

/** Administrators hold no post in a plan, so nobody tells them anything of one. */
export const isAdministrator = (role: Role): boolean => administrators.includes(role);

/** Outside of a plan the way leads into the only one there is; of several none is meant. */
export const addressOf = (
  { to }: NavEntry,
  here: PlanHere | undefined,
  plans: Me['plans'],
): string | null => {
  if (to.startsWith('/')) return to;
  if (here) return here.to(to);
  const [only, another] = plans;
  return only && !another ? `/plans/${only.id}/${to}` : null;
};

/** Pages that are reached from another. */
const within: Readonly<Record<string, readonly string[]>> = { cockpit: ['units', 'listings'] };

/** The open page belongs to the entry's, and has no entry of its own. */
export const leadsTo = ({ to }: NavEntry, page: string | undefined, entries: readonly NavEntry[]): boolean =>
  page !== undefined && (within[to] ?? []).includes(page) && entries.every((entry) => entry.to !== page);

/** What a thumb reaches on a phone. */
export const thumbOf = (role: Role): readonly NavEntry[] => {
  if (isAdministrator(role)) return navOf[role];
  return role === 'leader'
    ? [of('cockpit'), of('sign'), of('items'), of('inbox')]
    : [...navOf[role].slice(0, 3), of('inbox')];
};
