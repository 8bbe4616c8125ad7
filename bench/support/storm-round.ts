/** Promise: one storm, from a fresh plan to the moment when nothing moves any more, with what it cost and what it wrote. */
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowClient } from '@temporalio/client';
import { createCourier, wakeAll, type Courier, type Target } from '../../src/courier.js';
import type { Child, Usage } from './child.js';
import { percentile, type Figures } from './figures.js';
import { benchPlan, givenPlan } from './plan.js';
import { referenceQueue } from './reference-queue.js';
import type { Bench } from './run.js';
import type { Services } from './services.js';
import { costOf, meter, type Spent } from './spent.js';
import { countRows, expectedOf, lagsOf, promiseOfPlan, shiftClock, type Count } from './storm-rows.js';

/** `timers`: each item's own timer; `crest`: the plan settles them in bulk as well, as the product does. */
export const variants = ['reference', 'timers', 'crest'] as const;
export type Variant = (typeof variants)[number];

export interface Storm {
  readonly bench: Bench;
  readonly services: Services;
  readonly children: Readonly<Record<'product' | 'reference', Child>>;
  readonly items: number;
}

export interface StormResult {
  readonly figures: Figures;
  readonly count: Count;
}

const units = 20;
const attempts = 4;
/** How long it takes until an item's workflow waits; more where storms before have shown it. */
const setUpMsPerItem: Record<Variant, number> = { reference: 40, timers: 40, crest: 40 };
/** Nothing has ended for so long: it is over. */
const quietMs = 2_000;
/** The longest a storm may take. */
const boundMs = (items: number): number => 60_000 + items * 200;

export const runStorm = async (storm: Storm, variant: Variant, round: number): Promise<StormResult> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const result = await tryStorm(storm, variant, `storm-${variant}-${round}-${attempt}`);
    if (result !== null) return result;
    storm.bench.say(`  ${variant}: not all workflows were waiting in time; once more with more time`);
    setUpMsPerItem[variant] *= 2;
  }
  throw new Error('the workflows could not be started in time');
};

/** Null = the instant came before every workflow waited for it. */
const tryStorm = async (storm: Storm, variant: Variant, plan: string): Promise<StormResult | null> => {
  const { bench, services, children } = storm;
  const child = variant === 'reference' ? children.reference : children.product;
  const ids = await givenPlan(services.db, benchPlan(plan, { items: storm.items, units }, Date.now()));
  const expected = await expectedOf(services, plan);
  if (variant === 'reference') await child.ask({ kind: 'prepareAlarms', plan });
  const dueAt = Date.now() + 5_000 + Math.ceil(1.3 * setUpMsPerItem[variant] * ids.length);
  await shiftClock(services.owner, plan, (await promiseOfPlan(services.owner, plan)) - dueAt);
  const before = (await child.usage()).steps;
  const begun = performance.now();
  await startWorkflows(services, variant, plan, ids, dueAt);
  const waiting = async (): Promise<boolean> => (await child.usage()).steps - before >= ids.length;
  while (!(await waiting()) && Date.now() < dueAt) await pause(100);
  if (Date.now() > dueAt - 1_000) {
    // What comes too early for us must not come into the next one's way.
    await untilQuiet(child, before + 2 * ids.length, dueAt + boundMs(ids.length), () => undefined);
    return null;
  }
  setUpMsPerItem[variant] = Math.max(setUpMsPerItem[variant], (performance.now() - begun) / ids.length);
  const spent = await untilOver(storm, variant, child, dueAt);
  const { lags, last } = lagFigures(await lagsOf(services.owner, plan, dueAt));
  bench.progress(`${variant}: counting`);
  return {
    figures: { ...lags, 'items/s until the last': ids.length / last, ...costOf(spent, ids.length, 'item') },
    count: await countRows(services, plan, expected),
  };
};

const startWorkflows = async (
  { temporal, client }: Services,
  variant: Variant,
  plan: string,
  ids: readonly string[],
  dueAt: number,
): Promise<void> => {
  if (variant === 'reference') return startAlarms(client.workflow, ids, dueAt);
  const courier = createCourier(temporal);
  try {
    await wakeProduct(courier, variant, plan, ids);
  } finally {
    await courier.close();
  }
};

/** Without its plan's workflow there is nobody to take the crest in bulk. */
export const wakeProduct = async (
  courier: Courier,
  variant: Variant,
  plan: string,
  ids: readonly string[],
): Promise<void> => {
  const targets: Target[] = ids.map((id) => ({ aggregate: 'item', id, lane: 'live' }));
  if (variant === 'crest') targets.unshift({ aggregate: 'plan', id: plan, lane: 'live' });
  const untold = await wakeAll(courier, targets);
  if (untold.length > 0) throw new Error(`${untold.length} workflows could not be started`);
};

const startAlarms = async (
  workflows: WorkflowClient,
  ids: readonly string[],
  dueAt: number,
): Promise<void> => {
  const queue = [...ids];
  const runner = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift())
      await workflows.start('alarm', {
        workflowId: `reference/${id}`,
        taskQueue: referenceQueue,
        args: [id, dueAt],
      });
  };
  await Promise.all(Array.from({ length: 16 }, runner));
};

/** CPU from just before the instant until every item's own timer has been answered, late ones of a crest too. */
const untilOver = async (
  { bench, services, items }: Storm,
  variant: Variant,
  child: Child,
  dueAt: number,
): Promise<Spent> => {
  while (Date.now() < dueAt - 500) {
    bench.progress(`${variant}: due in ${Math.ceil((dueAt - Date.now()) / 1000)} s`);
    await pause(Math.min(1_000, dueAt - 500 - Date.now()));
  }
  const spent = await meter(services, child);
  const { steps } = await child.usage();
  const report = (usage: Usage): void =>
    bench.progress(`${variant}: ${Math.min(items, usage.steps - steps)} of ${items} settled`);
  await untilQuiet(child, steps + items, dueAt + boundMs(items), report);
  return spent();
};

/** After the bound it is no use to wait any longer: what is missing then will be counted. */
const untilQuiet = async (
  child: Child,
  steps: number,
  boundAt: number,
  report: (usage: Usage) => void,
): Promise<void> => {
  let usage = await child.usage();
  for (let since = Date.now(); Date.now() < boundAt;) {
    await pause(250);
    const next = await child.usage();
    if (next.steps !== usage.steps) since = Date.now();
    usage = next;
    report(usage);
    if (usage.steps >= steps && Date.now() - since >= quietMs) return;
  }
};

const lagFigures = (lags: readonly number[]) => {
  const seconds = lags.map((ms) => ms / 1000);
  const last = percentile(seconds, 1);
  return {
    last,
    lags: {
      'lag s, p50': percentile(seconds, 0.5),
      'lag s, p99': percentile(seconds, 0.99),
      'lag s, last': last,
    },
  };
};
