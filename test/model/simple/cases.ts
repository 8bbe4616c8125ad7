/** What is owed by somebody: opened with a term, ended, found. */
import type { CaseKind, Owner } from '../../../src/domain/cases.js';
import type { TermKind } from '../../../src/domain/policy.js';
import { type Day, dayAt } from './days.js';
import type { Owed, World } from './world.js';

export const openOf = (world: World, kind: CaseKind, subject?: string): Owed | undefined =>
  world.cases.find((one) => one.kind === kind && (subject === undefined || one.subject === subject));

interface Particulars {
  readonly subject?: string;
  readonly unit?: string | undefined;
  readonly term?: TermKind;
  /** The date itself. */
  readonly until?: Day;
  readonly from?: Day;
}

export const openCase = (world: World, kind: CaseKind, by: Owner, more: Particulars = {}): void => {
  const place = more.subject === undefined ? kind : `${kind}/${more.subject}`;
  const n = (world.caseCounts.get(place) ?? 0) + 1;
  world.caseCounts.set(place, n);
  const from = more.from ?? dayAt(world.handledAt);
  const days = kind === 'suspension' ? null : world.policy.terms[more.term ?? kind];
  world.cases.push({
    kind,
    subject: more.subject ?? null,
    key: `${place}/${n}`,
    by,
    unit: more.unit ?? null,
    from,
    days,
    until: more.until ?? world.days.after(from, days ?? 0),
    epoch: 1,
    overAt: null,
    marks: 0,
    steps: 0,
  });
};

export const endCases = (world: World, ...kinds: readonly CaseKind[]): void => {
  world.cases = world.cases.filter(({ kind }) => !kinds.includes(kind));
};

export const endCase = (world: World, ended: Owed | undefined): void => {
  world.cases = world.cases.filter((one) => one !== ended);
};

/** Whose a signature of this level is. */
export const signerOf = (level: number): Owner => (level === 3 ? 'director' : 'leader_in_charge');
