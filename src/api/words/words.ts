/** What a language must be able to say: a missing sentence is a type error. */
import type { CaseKind, Owner } from '../../domain/cases.js';
import type { CommandType } from '../../domain/commands.js';
import type { DocumentKind } from '../../domain/documents.js';
import type { FactOf, FactType } from '../../domain/events.js';
import type { WayBack } from '../../domain/explain.js';
import type { LightRule } from '../../domain/light.js';
import type { Level, Lifecycle, MilestoneBasis, MilestoneStatus } from '../../domain/item.js';
import type { PostRole, Role } from '../../domain/people.js';
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

/** Faults of single fields that a schema library cannot word well. */
export type FaultCode =
  | 'required'
  | 'unknown_field'
  | 'blank'
  | 'too_short'
  | 'too_long'
  | 'too_few'
  | 'too_many'
  | 'no_such_date'
  | 'no_such_instant'
  | 'not_an_id'
  | 'not_text'
  | 'one_of'
  | 'repeated'
  | 'empty_change'
  | 'demand_incomplete'
  | 'too_deep'
  | 'malformed_text'
  | 'one_way_only'
  | 'not_a_cursor';

type Sentences = { readonly [T in FactType]: (fact: FactOf<T>, name: Naming) => string };

export interface Words {
  readonly facts: Sentences;
  readonly problems: Readonly<Record<ProblemCode, ProblemText>>;
  /** `{n}` and `{list}` stand for what the fault names. */
  readonly faults: Readonly<Record<FaultCode, string>>;
  readonly commands: Readonly<Record<CommandType, string>>;
  readonly documents: Readonly<Record<DocumentKind, string>>;
  readonly cases: Readonly<Record<CaseKind, string>>;
  readonly owners: Readonly<Record<Owner, string>>;
  readonly posts: Readonly<Record<PostRole, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly lifecycles: Readonly<Record<Lifecycle, string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly milestoneStatuses: Readonly<Record<MilestoneStatus, string>>;
  readonly bases: Readonly<Record<MilestoneBasis, string>>;
  /** Why something has its colour. */
  readonly rules: Readonly<Record<LightRule, string>>;
  /** What leads back to green. */
  readonly waysBack: Readonly<Record<WayBack['step'], (milestone: string) => string>>;
  /** Who acted where nobody did. */
  readonly theClock: string;
  /** "B for A". */
  readonly onBehalf: (person: string, principal: string) => string;
}
