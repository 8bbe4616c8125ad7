/**
 * Promise: a plan of as many items as asked for, written by the store's own functions for a few and copied inside the
 * database from these, row for row: the same tables, the same indexes, logs that fold.
 */
import type pg from 'pg';
import { itemId, planId } from '../../src/domain/ids.js';
import { parseInstant } from '../../src/domain/instants.js';
import { hash } from '@node-rs/argon2';
import type { PlanDocument } from '../../src/domain/plan.js';
import { accountsOf } from '../../src/intake/accounts.js';
import type { Database, Tx } from '../../src/store/database.js';
import { eventInsertion } from '../../src/store/events.js';
import { importPlan } from '../../src/store/import-plan.js';
import { itemChange, itemOf, partStatements, project } from '../../src/store/items.js';
import { addPeople } from '../../src/store/people.js';
import { contextAt, moveClock, planOf } from '../../src/store/plans.js';
import { together } from '../../src/store/rows.js';
import { firstDay, lastDay, lifeOf, seedsOf } from './board-lives.js';
import { benchPlan, password, type Size } from './plan.js';
import type { Progress } from './progress.js';

export const boardPlan = planId('board');
export const templates = 200;
const sections = 10;
const importer = { system: 'import' } as const;

const documentOf = ({ units }: Size): PlanDocument => {
  const plan = benchPlan(boardPlan, { items: templates, units }, parseInstant(`${firstDay}T08:00`) ?? 0);
  return {
    ...plan,
    sections: Array.from({ length: sections }, (_, index) => ({
      ...{
        number: index + 1,
        title: `第${index + 1}板块`,
        short: `板块${index + 1}`,
        gloss: `Part ${index + 1}`,
      },
      ...{ lines: [], items: [] },
    })),
    items: plan.items.map((item, n) => ({
      ...item,
      section: (n % sections) + 1,
      milestones: [...seedsOf(n)],
    })),
  };
};

const imported = async (tx: Tx, document: PlanDocument, now: number): Promise<void> => {
  const passwordHash = await hash(password, { memoryCost: 64, timeCost: 1 });
  const people = accountsOf(document).map(({ login, name, role, rank, unit, post }) => ({
    ...{ id: login, login, passwordHash, name, role, rank, email: null },
    ...{ unitId: unit, postId: post, planId: null },
  }));
  await addPeople(tx, people, now);
  const startAt = parseInstant(`${firstDay}T08:00`) ?? 0;
  const result = await importPlan(tx, document, { kind: 'rehearsal', now, startAt });
  if (result.kind === 'refused') throw new Error(result.code);
};

/** The items the others are copies of, each with a life behind it. */
const grow = async (tx: Tx, now: number): Promise<void> => {
  const plan = await planOf(tx, boardPlan);
  if (plan === null) throw new Error('the plan was not imported');
  const at = parseInstant(`${lastDay}T09:00`) ?? 0;
  const context = await contextAt(tx, plan, at);
  for (let n = 0; n < templates; n += 1) {
    const item = await itemOf(tx, itemId(boardPlan, n + 1));
    if (item === null) throw new Error(`item ${n + 1} was not imported`);
    const { state, events } = lifeOf(n, item.snapshot, context);
    const { figures } = project(item.id, state, at, context, (alarmAt) => alarmAt);
    const write = { head: item, state, figures, context };
    const logged = events.map((event) => ({ itemId: item.id, planId: plan.id, unitId: state.unit, event }));
    await together(tx, [eventInsertion(logged, now), itemChange([write]), ...partStatements([write])]);
  }
  await moveClock(tx, plan, at, now);
};

/** Columns whose value is not the template's, as SQL over the template `t`, the copy's number and its unit. */
const copied: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  items: {
    id: `'${boardPlan}-' || c.number`,
    number: 'c.number',
    unit_id: 'c.unit',
    snapshot: `jsonb_set(t.snapshot, '{unit}', to_jsonb(c.unit))`,
  },
  milestones: { item_id: `'${boardPlan}-' || c.number`, unit_id: 'c.unit' },
  looks: { item_id: `'${boardPlan}-' || c.number`, number: 'c.number', unit_id: 'c.unit' },
  looks_now: { item_id: `'${boardPlan}-' || c.number`, number: 'c.number', unit_id: 'c.unit' },
  cases: { item_id: `'${boardPlan}-' || c.number`, unit_id: 'c.unit' },
  events: {
    item_id: `'${boardPlan}-' || c.number`,
    unit_id: 'c.unit',
    body: `CASE WHEN t.type IN ('registered', 'dispatched') THEN jsonb_set(t.body, '{unit}', to_jsonb(c.unit)) ELSE t.body END`,
  },
};

const columnsOf = async (owner: pg.Pool, table: string): Promise<readonly string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND is_identity = 'NO'`,
    [table],
  );
  return rows.map(({ name }) => name);
};

/** How many copies of all templates one statement makes. */
const stride = 25;

/** Fills the plan up to the size asked for; what hangs on the items is copied with them. */
export const copyItems = async (
  owner: pg.Pool,
  { items, units }: Size,
  progress: Progress,
): Promise<void> => {
  const rounds = Math.ceil(items / templates);
  for (let from = 1; from < rounds; from += stride) {
    progress(`copying: ${from * templates} of ${items} items`);
    for (const [table, changes] of Object.entries(copied)) {
      const names = await columnsOf(owner, table);
      const item = table === 'items' ? 't.id' : 't.item_id';
      await owner.query(
        `INSERT INTO ${table} (${names.join(', ')})
         SELECT ${names.map((name) => changes[name] ?? `t.${name}`).join(', ')}
         FROM generate_series($1::int, $2::int) AS round, generate_series(1, ${templates}) AS place
         CROSS JOIN LATERAL (SELECT round * ${templates} + place AS number,
           'unit-' || ((round * ${templates} + place - 1) % $4 + 1) AS unit) c
         JOIN ${table} t ON ${item} = '${boardPlan}-' || place
         WHERE c.number <= $3`,
        [from, Math.min(rounds, from + stride) - 1, items, units],
      );
    }
  }
  progress('analysing');
  await owner.query('VACUUM ANALYZE items, milestones, cases, events, looks, looks_now');
};

/** A rehearsal that stands still on its last day, as far as a wall is concerned: the items the others are copies of. */
export const givenTemplates = async (db: Database, size: Size): Promise<void> => {
  const now = Date.now();
  await db.asActor(importer, async (tx) => {
    await imported(tx, documentOf(size), now);
    await grow(tx, now);
  });
};
