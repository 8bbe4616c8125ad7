/** Promise: what somebody did is written down with the deed, and never changed. */
import type { Instant } from '../domain/instants.js';
import type { Actor } from '../domain/people.js';
import { hashOf } from './canonical.js';
import type { Tx } from './database.js';
import { insertion, together, type Statement } from './rows.js';

export interface AuditEntry {
  /** Null = the clock, or a part of the system. */
  readonly actor: Actor | null;
  readonly action: string;
  readonly planId: string | null;
  readonly itemId: string | null;
  readonly submissionId: string | null;
  /** Plan time; null where no plan is concerned. */
  readonly at: Instant | null;
  readonly detail: object;
}

/** `writtenAt`: wall clock. */
export const auditInsertion = (entries: readonly AuditEntry[], writtenAt: Instant): Statement =>
  insertion(
    'audit',
    entries.map((entry) => ({ ...entry, writtenAt, bodyHash: hashOf({ ...entry, writtenAt }) })),
  );

export const appendAudit = (tx: Tx, entries: readonly AuditEntry[], writtenAt: Instant): Promise<void> =>
  together(tx, [auditInsertion(entries, writtenAt)]);
