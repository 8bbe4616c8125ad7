/** Takes a plan over: posts are filled, then the plan comes in whole. */
import { parseInstant } from '../../domain/instants.js';
import type { PlanDocument } from '../../domain/plan.js';
import type { Database } from '../../store/database.js';
import { importPlan } from '../../store/import-plan.js';
import type { ImportMode } from '../plan-import.js';
import { clashesOf, fillPosts } from './people.js';
import type { FoundSecrets } from './secrets.js';

export interface TakenOver {
  /** Items that came in; null = a plan of that id was there. */
  readonly items: number | null;
  /** Accounts that belong to other posts already: two bodies must not share people unseen. Nothing came in then. */
  readonly clashes: readonly string[];
  /** Where the passwords of a live plan's accounts were written. */
  readonly passwords: string | null;
}

export const takeOver = async (
  db: Database,
  document: PlanDocument,
  mode: ImportMode,
  found: FoundSecrets,
  home: string,
): Promise<TakenOver> => {
  const clashes = await clashesOf(db, document);
  if (clashes.length > 0) return { items: null, clashes, passwords: null };
  const passwords = await fillPosts(db, document, mode.kind, found, home);
  const startAt = mode.kind === 'rehearsal' ? parseInstant(`${mode.from}T08:30`) : null;
  const result = await db.asActor({ system: 'import' }, (tx) =>
    importPlan(tx, document, { kind: mode.kind, now: Date.now(), ...(startAt === null ? {} : { startAt }) }),
  );
  return { items: result.kind === 'imported' ? result.items.length : null, clashes, passwords };
};
