/** What a scenario says: one item, the dates it is handed out with, a timeline of commands, and instants to look at. */
import type { Instant } from '../instants.js';
import type { PolicyOverrides } from '../policy.js';
import type { ScenarioDo } from './asked.js';
import type { ScenarioMilestone, Span, Written } from './written.js';

/** A command that scenarios know. */
export interface ScenarioCommand extends Written {
  readonly do: ScenarioDo;
}

export interface Scenario {
  readonly title: string;
  readonly until: Instant;
  readonly registered: Instant;
  readonly item: { readonly id: string; readonly binding: boolean; readonly coUnits: readonly string[] };
  readonly milestones: readonly ScenarioMilestone[];
  readonly policy: PolicyOverrides;
  /** Null = all the pack holds. */
  readonly publishedYears: readonly number[] | null;
  readonly downtime: readonly Span[];
  readonly commands: readonly ScenarioCommand[];
  readonly probes: readonly Instant[];
}

/** A command to give, or a look at the item. */
export type Step =
  | { readonly at: Instant; readonly command: ScenarioCommand }
  | { readonly at: Instant; readonly command: null };

/** What is played up to the end, in order; at one instant commands come before looks. */
export const stepsOf = ({ commands, probes, until }: Scenario): readonly Step[] =>
  [...commands.map((command): Step => ({ at: command.at, command })), ...probes.map(look)]
    .filter(({ at }) => at <= until)
    // The sort keeps the order of equals, in which commands stand first.
    .sort((a, b) => a.at - b.at);

const look = (at: Instant): Step => ({ at, command: null });
