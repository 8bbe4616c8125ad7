/** In whose hands a milestone, a case or the item itself lies, as the state stands: the rule behind the waiting ledger. */
import type { Case, CaseKind, Owner } from './cases.js';
import { endOf, type Instant } from './instants.js';
import { caseOf, dateOverAt, isOpen, type ItemState, type Milestone } from './item.js';
import type { StepKind } from './owing.js';

export const parties = ['unit', 'co_unit', 'office', 'leader', 'suspended'] as const;
/** To whom waiting is booked; `suspended` = to nobody. */
export type Party = (typeof parties)[number];

export interface HeldBy {
  readonly with: Party;
  /** The unit, or every co-unit that has not acted yet; none for the office, leaders and suspension. */
  readonly units: readonly string[];
  /** What is waited for; `suspension` and `outage` while nobody can act. */
  readonly why: StepKind | 'outage';
  /** When the date or term of it is over; null = it has none. */
  readonly overAt: Instant | null;
}

const partyOf: Readonly<Record<Owner, Party>> = {
  unit: 'unit',
  co_unit: 'co_unit',
  case_officer: 'office',
  supervision_head: 'office',
  leader_in_charge: 'leader',
  director: 'leader',
};

const unitsOf = (state: ItemState, { owedBy, unit }: Case): readonly string[] => {
  if (owedBy === 'unit') return [state.unit];
  return owedBy === 'co_unit' && unit !== null ? [unit] : [];
};

const byOwner = (state: ItemState, open: Case, overAt: Instant | null): HeldBy => ({
  with: partyOf[open.owedBy],
  units: unitsOf(state, open),
  why: open.kind,
  overAt,
});

const stopped = (overAt: Instant | null): HeldBy => ({
  with: 'suspended',
  units: [],
  why: 'suspension',
  overAt,
});

const withOffice = (why: StepKind, overAt: Instant | null): HeldBy => ({
  with: 'office',
  units: [],
  why,
  overAt,
});

/** Null before the hand-out and after the milestone's end. */
export const milestoneHeldBy = (state: ItemState, milestone: Milestone): HeldBy | null => {
  if (!isOpen(milestone) || milestone.inForceSince === null) return null;
  const overAt = dateOverAt(milestone);
  if (state.suspendedSince !== null) return stopped(overAt);
  if (state.lifecycle === 'registered') return withOffice('handing_out', overAt);
  if (milestone.status === 'submitted') return withOffice('evidence_review', overAt);
  const asked = state.extensions.some((one) => one.milestone === milestone.id && !one.late);
  const blocking = (asked ? caseOf(state, 'extension', milestone.id) : null) ?? caseOf(state, 'obstacle');
  return blocking
    ? byOwner(state, blocking, overAt)
    : { with: 'unit', units: [state.unit], why: 'evidence', overAt };
};

/** A case lies with its owner; a suspension stops all but the one that asks for its own end. */
export const caseHeldBy = (state: ItemState, open: Case): HeldBy => {
  const overAt = endOf(open.until);
  return state.suspendedSince !== null && open.kind !== 'suspension'
    ? stopped(overAt)
    : byOwner(state, open, overAt);
};

/** Of several open cases those of the closing come first, the last step foremost; the rest as they were opened. */
const closingFirst: readonly CaseKind[] = [
  'closing_signature',
  'closing_verification',
  'countersignature',
  'closing_request',
];

const leadingCase = ({ cases }: ItemState): Case | undefined =>
  closingFirst.map((kind) => cases.find((open) => open.kind === kind)).find((open) => open !== undefined) ??
  cases[0];

const throughCases = (state: ItemState, leading: Case): HeldBy => {
  const alike = state.cases.filter(({ kind }) => kind === leading.kind);
  const overAt = Math.max(...alike.map(({ until }) => endOf(until)));
  const units = alike.flatMap((open) => unitsOf(state, open));
  return { ...byOwner(state, leading, overAt), units: [...new Set(units)] };
};

/**
 * The item itself, while no milestone of it is in force and open: being handed out, being broken down, being closed.
 * Null while its milestones tell, and once it is closed or terminated.
 */
export const itemHeldBy = (state: ItemState): HeldBy | null => {
  if (state.lifecycle === 'closed' || state.lifecycle === 'terminated') return null;
  if (state.milestones.some((m) => isOpen(m) && m.inForceSince !== null)) return null;
  if (state.suspendedSince !== null) return stopped(null);
  const leading = leadingCase(state);
  if (leading) return throughCases(state, leading);
  return state.listing === null
    ? { with: 'unit', units: [state.unit], why: 'evidence', overAt: null }
    : withOffice('delisting_proposal', null);
};
