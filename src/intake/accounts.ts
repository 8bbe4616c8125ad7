/** The accounts a rehearsal of a plan comes with: one for each post the plan names, all with one generated password. */
import type { PlanDocument } from '../domain/plan.js';
import type { Rank, Role } from '../domain/people.js';

export interface Account {
  /** Also the person's id. */
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly rank: Rank | null;
  readonly unit: string | null;
  readonly post: string | null;
}

const account = (login: string, name: string, role: Role, more: Partial<Account> = {}): Account => ({
  rank: null,
  unit: null,
  post: null,
  login,
  name,
  role,
  ...more,
});

export const officerOf = (unit: string): string => `${unit}.officer`;
export const headOf = (unit: string): string => `${unit}.head`;
export const supervisionHead = 'supervision-head';

export const accountsOf = ({ units, caseOfficers, leaders }: PlanDocument): readonly Account[] => [
  ...units.flatMap(({ id, name }) => [
    account(officerOf(id), `${name}填报员`, 'unit_officer', { unit: id }),
    account(headOf(id), `${name}负责人`, 'unit_head', { unit: id }),
  ]),
  ...caseOfficers.map(({ id, title }) => account(id, title, 'case_officer', { post: id })),
  account(supervisionHead, '督办负责人', 'supervision_head'),
  ...leaders.map(({ id, title, rank }) => account(id, title, 'leader', { post: id, rank })),
  account('system-admin', '系统管理员', 'system_admin'),
  account('security-admin', '安全管理员', 'security_admin'),
  account('audit-admin', '审计管理员', 'audit_admin'),
];

/** One account a role, to be shown after a start. */
export const oneOfEachRole = (accounts: readonly Account[]): readonly Account[] =>
  accounts.filter(
    (one, index) => accounts.findIndex(({ role, rank }) => role === one.role && rank === one.rank) === index,
  );
