/** Facts that open and end cases: one way for alarms and commands alike. */
import { caseId, usualOwner, type Case, type CaseKind, type Owner } from './cases.js';
import type { FactOf } from './events.js';
import type { Instant, IsoDate } from './instants.js';
import type { ItemState } from './item.js';
import type { Rules } from './ladder.js';
import { termOf } from './terms.js';

export interface OpenCase {
  readonly kind: CaseKind;
  readonly subject?: string;
  readonly owedBy?: Owner;
  readonly unit?: string;
  /** Working days, where the kind has more than one term. */
  readonly days?: number;
  /** A named date instead of working days. */
  readonly until?: IsoDate;
}

const usualDays = (kind: CaseKind, { policy }: Rules): number =>
  kind === 'suspension' ? 0 : policy.terms[kind];

export const openCase = (
  state: ItemState,
  since: Instant,
  rules: Rules,
  what: OpenCase,
): FactOf<'caseOpened'> => {
  const subject = what.subject ?? null;
  const n = (state.caseCounts[subject === null ? what.kind : `${what.kind}/${subject}`] ?? 0) + 1;
  const days = what.days ?? usualDays(what.kind, rules);
  return {
    type: 'caseOpened',
    case: caseId(what.kind, subject, n),
    kind: what.kind,
    subject,
    owedBy: what.owedBy ?? usualOwner[what.kind],
    unit: what.unit ?? null,
    since,
    days: what.until === undefined ? days : null,
    until: what.until ?? termOf(what.kind, since, days, [], rules.calendar),
  };
};

export const endCase = (open: Case, how: 'done' | 'moot' = 'done'): FactOf<'caseEnded'> => ({
  type: 'caseEnded',
  case: open.id,
  how,
});
