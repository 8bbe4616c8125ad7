/** A scenario as a plan to be imported: one item, its units, and a post for everybody who acts in it. */
import { dateOf } from '../../domain/instants.js';
import type { PlanDocument, PlanIndicator, PlanItem, PlanUnit, PublishedYear } from '../../domain/plan.js';
import { withOverrides, type Policy } from '../../domain/policy.js';
import type { Cast } from '../../domain/simulation/cast.js';
import type { ScenarioPost } from '../../domain/simulation/posts.js';
import type { Scenario } from '../../domain/simulation/scenario.js';
import { publishedAtStart } from '../../domain/simulation/versions.js';
import { otherUnit, ownUnit, seedOf } from '../../domain/simulation/written.js';
import { headOf, officerOf, supervisionHead } from '../../intake/accounts.js';

/** What of a pack a scenario starts from. */
export interface Pack {
  readonly policy: Policy;
  readonly calendar: readonly PublishedYear[];
}

const deputyInCharge = 'deputy-in-charge';
const otherDeputy = 'other-deputy';
export const directorLogin = 'director';
export const caseOfficerLogin = 'case-officer';

const logins: Readonly<Record<ScenarioPost, (unit: string) => string>> = {
  unit_officer: officerOf,
  unit_head: headOf,
  case_officer: () => caseOfficerLogin,
  supervision_head: () => supervisionHead,
  leader_in_charge: () => deputyInCharge,
  deputy_director: () => otherDeputy,
  director: () => directorLogin,
};

/** The account of whoever acts. */
export const loginOf = ({ post, unit }: Cast): string => logins[post](unit ?? ownUnit);

/** The only item. */
export const itemNumber = 1;

const unitsOf = ({ item, commands }: Scenario): readonly PlanUnit[] => {
  const named = commands.flatMap(({ unit, do: asked }) => unit ?? (asked === 'reassign' ? otherUnit : []));
  return [...new Set([ownUnit, ...item.coUnits, ...named])].map((id) => ({
    id,
    name: id,
    gloss: id,
    kind: 'division',
    leaderInCharge: deputyInCharge,
    caseOfficer: caseOfficerLogin,
    basis: 'proposed',
  }));
};

const itemOf = ({ title, item, milestones }: Scenario): PlanItem => ({
  number: itemNumber,
  title,
  tile: title,
  gloss: title,
  section: 1,
  lines: [],
  lead: ownUnit,
  coUnits: item.coUnits,
  indicators: item.binding ? [1] : [],
  measures: [],
  milestones: milestones.map(seedOf),
  notes: [],
});

/** What makes an item binding. */
const bindingIndicator = (scenario: Scenario): PlanIndicator => ({
  number: 1,
  name: scenario.title,
  printed: { value: '1', nature: '约束性' },
  value: 1,
  unit: '',
  comparator: '≥',
  nature: '约束性',
  kind: 'state',
  due: dateOf(scenario.until),
  items: [itemNumber],
  lines: [],
});

export const documentOf = (id: string, scenario: Scenario, { policy, calendar }: Pack): PlanDocument => {
  const { title, item, registered, until } = scenario;
  return {
    id,
    title,
    short: title,
    gloss: title,
    issuer: title,
    period: { from: dateOf(registered), to: dateOf(until) },
    signedOn: dateOf(registered),
    publishedOn: dateOf(registered),
    sections: [{ number: 1, title, short: title, gloss: title, lines: [], items: [itemNumber] }],
    notes: [],
    office: 'supervision-office',
    leaders: [
      { id: directorLogin, rank: 'director', title: '局长' },
      { id: deputyInCharge, rank: 'deputy', title: '分管副局长' },
      { id: otherDeputy, rank: 'deputy', title: '副局长' },
    ],
    caseOfficers: [{ id: caseOfficerLogin, title: '督办员' }],
    units: unitsOf(scenario),
    items: [itemOf(scenario)],
    indicators: item.binding ? [bindingIndicator(scenario)] : [],
    policy: withOverrides(policy, scenario.policy),
    calendar: publishedAtStart(scenario, calendar),
  };
};
