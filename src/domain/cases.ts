/**
 * Everything owed by somebody, as a table. A case has an owner and a clock; when its term is over the owner and the
 * next above are told, and one higher at the next step and every so often until it is done.
 */
import type { Counted } from './clock.js';
import type { Instant, IsoDate } from './instants.js';
import type { PostRole } from './people.js';

export const caseKinds = [
  'handing_out',
  'receipt',
  'decomposition',
  'decomposition_review',
  'evidence_review',
  'extension',
  'change',
  'report',
  'rectification',
  'rectification_review',
  'listing_signature',
  'delisting_signature',
  'interview',
  'closing_request',
  'strike_off_signature',
  'obstacle',
  'consultation_record',
  'countersignature',
  'closing_verification',
  'closing_signature',
  'suspension',
] as const;
export type CaseKind = (typeof caseKinds)[number];

export const owners = [
  'unit',
  'co_unit',
  'case_officer',
  'supervision_head',
  'leader_in_charge',
  'director',
] as const;
/** Who owes a case. */
export type Owner = (typeof owners)[number];

/** An open case of an item. Ended ones live in the log only. */
export interface Case {
  /** `kind/subject/n` or `kind/n`, n counting from 1 per kind and subject. */
  readonly id: string;
  readonly kind: CaseKind;
  readonly subject: string | null;
  readonly owedBy: Owner;
  /** The unit that owes it where it is not the item's own (countersignatures). */
  readonly unit: string | null;
  readonly since: Instant;
  /** Working days of the term; null where the date itself was named. */
  readonly days: number | null;
  /** The term's date: owed within that day. */
  readonly until: IsoDate;
  readonly epoch: number;
  /** 24:00 of the term once that has been told; null before. */
  readonly overAt: Instant | null;
  /** Steps up the chain taken in this epoch. */
  readonly steps: number;
  readonly counted: Counted | null;
}

const allLeaders: readonly PostRole[] = ['leader_in_charge', 'director', 'other_leaders'];
const office: readonly PostRole[] = ['case_officer', 'supervision_head'];

/** The posts behind an owner: whoever holds one of them can settle what is owed. */
export const ownerPosts: Readonly<Record<Owner, readonly PostRole[]>> = {
  unit: ['unit_officer', 'unit_head'],
  co_unit: ['co_unit_officer', 'co_unit_head'],
  case_officer: ['case_officer'],
  supervision_head: ['supervision_head'],
  leader_in_charge: ['leader_in_charge'],
  director: ['director'],
};

/** Who is told when a case is over, and who at each step after that (01, "Cases"). */
export const chain: Readonly<Record<Owner, { over: readonly PostRole[]; up: readonly PostRole[] }>> = {
  unit: { over: ['unit_officer', 'unit_head'], up: office },
  co_unit: { over: ['co_unit_officer', 'co_unit_head'], up: office },
  case_officer: { over: office, up: ['leader_in_charge'] },
  supervision_head: { over: ['supervision_head', 'leader_in_charge'], up: ['director'] },
  leader_in_charge: { over: ['leader_in_charge', 'director'], up: allLeaders },
  director: { over: allLeaders, up: allLeaders },
};

/** Whose the case is by default; who grants, signs or is named may differ by circumstance. */
export const usualOwner: Readonly<Record<CaseKind, Owner>> = {
  handing_out: 'case_officer',
  receipt: 'unit',
  decomposition: 'unit',
  decomposition_review: 'case_officer',
  evidence_review: 'case_officer',
  extension: 'supervision_head',
  change: 'supervision_head',
  report: 'unit',
  rectification: 'unit',
  rectification_review: 'case_officer',
  listing_signature: 'leader_in_charge',
  delisting_signature: 'leader_in_charge',
  interview: 'supervision_head',
  closing_request: 'unit',
  strike_off_signature: 'leader_in_charge',
  obstacle: 'supervision_head',
  consultation_record: 'supervision_head',
  countersignature: 'co_unit',
  closing_verification: 'case_officer',
  closing_signature: 'leader_in_charge',
  suspension: 'leader_in_charge',
};

/** Cases that end a closing review when it is returned or overtaken by an instruction. */
export const closingKinds: readonly CaseKind[] = [
  'countersignature',
  'closing_verification',
  'closing_signature',
];

export const caseId = (kind: CaseKind, subject: string | null, n: number): string =>
  subject === null ? `${kind}/${n}` : `${kind}/${subject}/${n}`;
