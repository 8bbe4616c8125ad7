/** The ladder, terms and caps as data. A running item keeps the policy it was handed out with. */
import type { CaseKind } from './cases.js';
import type { TimeOfDay } from './instants.js';

/** Enforcement rungs after the due date, from mild to severe. */
export const enforcementRungs = [
  'urge1',
  'urge2',
  'letter',
  'listing1',
  'listing2',
  'interview',
  'listing3',
] as const;
export type EnforcementRung = (typeof enforcementRungs)[number];

/** All rungs of a milestone's ladder in order. */
export const rungs = ['reminder1', 'reminder2', 'overdue', ...enforcementRungs] as const;
export type Rung = (typeof rungs)[number];

/** Kinds of term: every kind of case, and the shorter term of a returned decomposition. */
export type TermKind = Exclude<CaseKind, 'suspension'> | 'decomposition_returned';

export interface Policy {
  readonly version: number;
  /** When the system acts on a working day. */
  readonly morning: TimeOfDay;
  /** [span of the milestone up to n days, first reminder so many days before due]; null = any longer span. */
  readonly firstReminder: readonly (readonly [spanDays: number | null, daysBefore: number])[];
  /** Working days before due of the last reminder. */
  readonly lastReminder: number;
  /** Working mornings after due at which a rung falls. */
  readonly rungs: Readonly<Record<EnforcementRung, number>>;
  /** Counted mornings between two standings of a listing. */
  readonly standingEvery: number;
  /** Counted mornings from an overdue case to its next step; a receipt has its own. */
  readonly nextStep: number;
  readonly receiptNextStep: number;
  /** Counted mornings from one further step to the next. */
  readonly repeatEvery: number;
  /** Working days a case may take. */
  readonly terms: Readonly<Record<TermKind, number>>;
  /** An extension is asked in time up to so many working days before due, … */
  readonly extensionAsked: number;
  /** … or up to this fraction (1/n) of the span before due, whichever is later. */
  readonly extensionSpanFraction: number;
  readonly extensionsAtMost: number;
  /** Urgent and formal notices leave within these hours of a working day. */
  readonly workingHours: readonly [from: TimeOfDay, to: TimeOfDay];
  /** Reminders one person gets with one morning digest; what is beyond waits for the next. */
  readonly digestAtMost: number;
}

export const defaultPolicy: Policy = {
  version: 1,
  morning: '08:30',
  firstReminder: [
    [7, 2],
    [15, 3],
    [30, 7],
    [90, 10],
    [180, 15],
    [null, 30],
  ],
  lastReminder: 3,
  rungs: { urge1: 1, urge2: 3, letter: 5, listing1: 10, listing2: 20, interview: 30, listing3: 40 },
  standingEvery: 5,
  nextStep: 5,
  receiptNextStep: 2,
  repeatEvery: 20,
  terms: {
    handing_out: 5,
    receipt: 3,
    decomposition: 10,
    decomposition_returned: 5,
    decomposition_review: 5,
    evidence_review: 5,
    extension: 10,
    change: 10,
    report: 5,
    rectification: 5,
    rectification_review: 5,
    listing_signature: 5,
    delisting_signature: 5,
    interview: 10,
    closing_request: 10,
    strike_off_signature: 5,
    obstacle: 5,
    consultation_record: 10,
    countersignature: 5,
    closing_verification: 10,
    closing_signature: 5,
  },
  extensionAsked: 20,
  extensionSpanFraction: 5,
  extensionsAtMost: 2,
  workingHours: ['08:30', '17:30'],
  digestAtMost: 20,
};

/** A policy written before a part of it was known has that part's default. */
export const normalised = (policy: Policy): Policy => ({ ...defaultPolicy, ...policy });

/** What a pack or a scenario may say: any part of a policy; parts of `rungs` and `terms` too. */
export type PolicyOverrides = Partial<Omit<Policy, 'rungs' | 'terms'>> & {
  readonly rungs?: Partial<Policy['rungs']>;
  readonly terms?: Partial<Policy['terms']>;
};

export const withOverrides = (policy: Policy, overrides: PolicyOverrides): Policy => ({
  ...policy,
  ...overrides,
  rungs: { ...policy.rungs, ...overrides.rungs },
  terms: { ...policy.terms, ...overrides.terms },
});

/** Days before due of the first reminder, by the milestone's span; beyond the table its last row holds. */
export const firstReminderDays = (policy: Policy, spanDays: number): number => {
  const row = policy.firstReminder.find(([span]) => span === null || spanDays <= span);
  return (row ?? policy.firstReminder.at(-1) ?? [null, 0])[1];
};
