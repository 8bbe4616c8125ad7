/** Packs over HTTP: the dry run and the taking over. */
import type { z } from 'zod';
import { wakeAll, type Target } from '../../courier.js';
import type { PlanDocument } from '../../domain/plan.js';
import type { Account } from '../../intake/accounts.js';
import type { ImportMode } from '../../intake/mode.js';
import { postsIn, type Posts } from '../../intake/posts.js';
import { takeIn, type TakenIn } from '../../intake/take-in.js';
import { readBrought } from '../../pack/brought.js';
import type { Fault } from '../../pack/faults.js';
import type { ReadPack } from '../../pack/read.js';
import { figuresOf } from '../../pack/summary.js';
import { planOf } from '../../store/plans.js';
import { checkPack, importPack, type packVerdict } from '../contract/plan-packs.js';
import { broughtBy, receivePack } from '../files/pack-upload.js';
import { Problem } from '../problem.js';
import { serve, type Served } from '../serve.js';
import type { Language } from '../words/index.js';

type Verdict = z.input<typeof packVerdict>;

const rowsOf = (faults: readonly Fault[], language: Language): Verdict['faults'] =>
  faults.map(({ message, ...place }) => ({ ...place, message: message[language] }));

const accountShown = ({ login, name, role }: Account) => ({ id: login, name, role });

const planShown = (document: PlanDocument, exists: boolean): Verdict['plan'] => {
  const { id, title, issuer, period, publishedOn, calendar } = document;
  const calendarYears = calendar.map(({ year }) => year);
  return { id, title, issuer, period, publishedOn, exists, calendarYears, ...figuresOf(document) };
};

/** What is known of the house the pack would come into. */
interface Present {
  readonly exists: boolean;
  readonly posts: Posts;
}

const verdictOf = (read: ReadPack, present: Present | null, language: Language): Verdict => {
  if ('faults' in read || present === null)
    return {
      importable: false,
      faults: rowsOf('faults' in read ? read.faults : [], language),
      warnings: [],
      plan: null,
      accounts: null,
    };
  const { exists, posts } = present;
  return {
    importable: !exists && posts.clashes.length === 0,
    faults: [],
    warnings: rowsOf(read.warnings, language),
    plan: planShown(read.plan, exists),
    accounts: { made: posts.missing.map(accountShown), kept: posts.kept, clashes: [...posts.clashes] },
  };
};

const check = serve(
  checkPack,
  async ({ context: { db }, caller, language, req }) => {
    const read = await readBrought(await broughtBy(req));
    if ('faults' in read) return { as: 'ok', body: verdictOf(read, null, language) };
    const present = await db.asReader(caller.actor, async (tx) => ({
      exists: (await planOf(tx, read.plan.id)) !== null,
      posts: await postsIn(tx, read.plan),
    }));
    return { as: 'ok', body: verdictOf(read, present, language) };
  },
  () => [receivePack],
);

/** Faults of a pack as those of a body: the place, and the sentence. */
const unsound = (faults: readonly Fault[], language: Language): Problem =>
  new Problem('pack_unsound', {
    detail: String(faults.length),
    faults: rowsOf(faults.slice(0, 200), language).map(({ file, line, path, message }) => ({
      path: `${file}:${line}${path && ` ${path}`}`,
      message,
    })),
  });

const requireTaken = (result: TakenIn, document: PlanDocument): Extract<TakenIn, { kind: 'taken' }> => {
  if (result.kind === 'plan_exists') throw new Problem('plan_exists', { detail: document.id });
  if (result.kind === 'accounts_clash')
    throw new Problem('accounts_clash', { detail: result.logins.slice(0, 20).join(', ') });
  return result;
};

const targetsOf = ({ plan, items }: Extract<TakenIn, { kind: 'taken' }>): readonly Target[] => [
  { aggregate: 'plan', id: plan.id, lane: plan.kind },
  ...items.map((id): Target => ({ aggregate: 'item', id, lane: plan.kind })),
];

const take = serve(
  importPack,
  async ({ context: { db, courier, now }, caller, language, query, req }) => {
    const read = await readBrought(await broughtBy(req));
    if ('faults' in read) throw unsound(read.faults, language);
    const { plan: document } = read;
    const mode: ImportMode =
      query.kind === 'live'
        ? { kind: 'live' }
        : { kind: 'rehearsal', from: query.from ?? document.publishedOn };
    const taken = requireTaken(await takeIn(db, caller.actor, document, mode, now()), document);
    // A push only: the watch starts whatever was not reached.
    void wakeAll(courier, targetsOf(taken));
    const accounts = taken.accounts.map((one) => ({ ...accountShown(one), password: one.password }));
    const plan = { id: taken.plan.id, short: document.short, kind: mode.kind };
    return { as: 'created', body: { plan, items: taken.items.length, accounts } };
  },
  () => [receivePack],
);

export const planPackRoutes: readonly Served[] = [check, take];
