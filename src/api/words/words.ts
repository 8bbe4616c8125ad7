/** What a language must be able to say: a missing sentence is a type error. */
import type { CaseKind, Owner } from '../../domain/cases.js';
import type { CommandType } from '../../domain/commands.js';
import type { DocumentKind } from '../../domain/documents.js';
import type { FactOf, FactType } from '../../domain/events.js';
import type { WayBack } from '../../domain/explain.js';
import type { Festival } from '../../domain/festivals.js';
import type { HeldBy, Party } from '../../domain/held-by.js';
import type { Light, LightRule } from '../../domain/light.js';
import type { Level, Lifecycle, ListingLevel, MilestoneBasis, MilestoneStatus } from '../../domain/item.js';
import type { MatterKind } from '../../domain/matters.js';
import type { MovedKind } from '../../domain/moves.js';
import type { PostRole, Rank, Role } from '../../domain/people.js';
import type { PlanCommandType } from '../../domain/plan-commands.js';
import type { Rung } from '../../domain/policy.js';
import type { PolicyFlaw } from '../../domain/policy-faults.js';
import type { ProblemCode } from '../codes.js';

export type Language = 'zh' | 'en';

/** How things an event only knows by id are called. */
export interface Naming {
  unit(id: string): string;
  milestone(id: string): string;
  measure(id: string): string;
}

interface ProblemText {
  readonly title: string;
  /** `{detail}` stands for what the refusal names. */
  readonly detail: string;
  /** Used instead of `detail` when the refusal names something. */
  readonly about?: string;
}

/** Everything that can be wrong with a single field. */
export type FaultCode =
  | 'required'
  | 'unknown_field'
  | 'blank'
  | 'too_short'
  | 'too_long'
  | 'length_between'
  | 'too_few'
  | 'too_many'
  | 'count_between'
  | 'exactly'
  | 'not_number'
  | 'not_whole'
  | 'number_between'
  | 'whole_between'
  | 'no_such_date'
  | 'no_such_instant'
  | 'no_such_time'
  | 'not_an_id'
  | 'not_a_case'
  | 'not_a_uuid'
  | 'not_a_robot'
  | 'not_signed'
  | 'not_text'
  | 'not_list'
  | 'not_fields'
  | 'not_fitting'
  | 'one_of'
  | 'repeated'
  | 'empty_change'
  | 'demand_incomplete'
  | 'too_deep'
  | 'malformed_text'
  | 'one_way_only'
  | 'only_rehearsals'
  | 'not_a_cursor';

/** What a calendar feed says of its days. */
export interface CalendarWords {
  /** `plan` null = of several plans. */
  readonly name: (plan: string | null, rehearsed: 'none' | 'some' | 'all') => string;
  /** Set before everything of a rehearsed plan. */
  readonly rehearsed: string;
  readonly milestoneDue: (item: number, milestone: string) => string;
  readonly caseDue: (item: number, title: string) => string;
  readonly plan: (title: string) => string;
  readonly item: (item: number, title: string) => string;
  readonly unit: (name: string) => string;
  readonly milestone: (id: string, title: string) => string;
  readonly evidence: (wanted: string) => string;
  readonly firstDue: (date: string) => string;
  readonly status: (status: string) => string;
  readonly since: (date: string) => string;
  readonly overdue: string;
  readonly over: string;
  readonly suspended: string;
}

/** What the table of a forecast says around the facts. */
export interface AheadWords {
  readonly span: (of: string, from: string, until: string) => string;
  readonly nothing: string;
  readonly told: (posts: readonly string[]) => string;
  readonly light: (from: string, to: string) => string;
  readonly level: (from: string, to: string) => string;
  readonly present: string;
  readonly whatIf: string;
  readonly truncated: (moments: number) => string;
  readonly leftOut: (items: number) => string;
  readonly units: string;
  readonly unitWeek: (week: string, notices: number, documents: number) => string;
  readonly officers: string;
  readonly nobody: string;
  readonly officer: (name: string, open: number, over: number) => string;
  readonly officerWeek: (week: string, falling: number) => string;
}

type Sentences = { readonly [T in FactType]: (fact: FactOf<T>, name: Naming) => string };

export interface Words {
  readonly facts: Sentences;
  readonly problems: Readonly<Record<ProblemCode, ProblemText>>;
  /** `{n}`, `{min}`, `{max}` and `{list}` stand for what the fault names. */
  readonly faults: Readonly<Record<FaultCode, string>>;
  readonly commands: Readonly<Record<CommandType, string>>;
  /** What is asked of a plan itself. */
  readonly planCommands: Readonly<Record<PlanCommandType, string>>;
  readonly documents: Readonly<Record<DocumentKind, string>>;
  /** What does not make sense of a figure of a policy. */
  readonly flaws: Readonly<Record<PolicyFlaw['flaw'], string>>;
  /** What a document says to the unit it goes to. */
  readonly letters: Readonly<Record<DocumentKind, string>>;
  /** Title of the document that lists an item. */
  readonly listingTitle: (level: ListingLevel) => string;
  readonly cases: Readonly<Record<CaseKind, string>>;
  readonly owners: Readonly<Record<Owner, string>>;
  readonly posts: Readonly<Record<PostRole, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly ranks: Readonly<Record<Rank, string>>;
  readonly listing: string;
  /** A case with the milestone or unit it is about. */
  readonly ofSubject: (title: string, subject: string) => string;
  readonly lifecycles: Readonly<Record<Lifecycle, string>>;
  readonly lights: Readonly<Record<Light, string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly milestoneStatuses: Readonly<Record<MilestoneStatus, string>>;
  readonly bases: Readonly<Record<MilestoneBasis, string>>;
  /** Said of a date that was set on a day off. */
  readonly dayOff: (date: string) => string;
  /** Steps of a milestone's ladder. */
  readonly rungs: Readonly<Record<Rung, string>>;
  readonly festivals: Readonly<Record<Festival, string>>;
  /** What is asked in an item and answered. */
  readonly matters: Readonly<Record<MatterKind, string>>;
  /** A date that another calendar, another policy or an outage would move. */
  readonly moves: Readonly<Record<MovedKind, (subject: string, rung: Rung | null) => string>>;
  /** What a plan itself keeps. */
  readonly planThings: Readonly<Record<'policy' | 'policy_signature' | 'outage', string>>;
  /** Why something has its colour. */
  readonly rules: Readonly<Record<LightRule, string>>;
  /** What leads back to green. */
  readonly waysBack: Readonly<Record<WayBack['step'], (milestone: string) => string>>;
  /** To whom waiting is booked, and what is waited for where it is no case. */
  readonly parties: Readonly<Record<Party, string>>;
  readonly waitingFor: Readonly<Record<Exclude<HeldBy['why'], CaseKind>, string>>;
  readonly calendar: CalendarWords;
  readonly ahead: AheadWords;
  /** Who acted where nobody did. */
  readonly theClock: string;
  /** "B for A". */
  readonly onBehalf: (person: string, principal: string) => string;
}
