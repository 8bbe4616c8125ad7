/** Takes a plan over: posts are filled, then the plan comes in whole. */
import type { PlanDocument } from '../../domain/plan.js';
import { importOptions, type ImportMode } from '../../intake/mode.js';
import { postsIn } from '../../intake/posts.js';
import type { Database } from '../../store/database.js';
import { importPlan } from '../../store/import-plan.js';
import { fillPosts } from './people.js';
import type { FoundSecrets } from './secrets.js';

const system = { system: 'import' } as const;

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
  const { clashes } = await db.asActor(system, (tx) => postsIn(tx, document));
  if (clashes.length > 0) return { items: null, clashes, passwords: null };
  const passwords = await fillPosts(db, document, mode.kind, found, home);
  const result = await db.asActor(system, (tx) => importPlan(tx, document, importOptions(mode, Date.now())));
  return { items: result.kind === 'imported' ? result.items.length : null, clashes, passwords };
};
