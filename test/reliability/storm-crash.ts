/**
 * `npm run storm:crash`: very many letters (督办函) fall due at one instant, the worker is killed like a power cut when
 * half of them are written, and another is started at once. Nothing is lost, nothing doubled, and it is soon over.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { startChild, type Child } from '../../bench/support/child.js';
import { machineFacts } from '../../bench/support/machine.js';
import { readOptions } from '../../bench/support/options.js';
import { runBench, type Bench } from '../../bench/support/run.js';
import { startServices, type Services } from '../../bench/support/services.js';
import { wakeProduct } from '../../bench/support/storm-round.js';
import { countRows, shiftClock } from '../../bench/support/storm-rows.js';
import { createCourier } from '../../src/courier.js';
import { givenLettersDue, letter } from './letters.js';

const options = readOptions({
  items: { fallback: 2000, min: 201, max: 20_000, about: 'items due together' },
});

const plan = 'storm-crash';
/** What it takes at most until an item's workflow waits, on a slow machine. */
const setUpMsPerItem = 60;
const boundMs = 300_000;
/** The items' own timers come up to a minute later, and must find nothing left. */
const afterwardsMs = 75_000;

/** An item has other documents too: it was handed out with one. */
const lettersIn = async ({ owner }: Services): Promise<number> => {
  const { rows } = await owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM documents WHERE plan_id = $1 AND kind = $2',
    [plan, letter],
  );
  return rows[0]?.n ?? 0;
};

const untilWritten = async (services: Services, wanted: number, boundAt: number): Promise<number> => {
  let written = await lettersIn(services);
  while (written < wanted && Date.now() < boundAt) {
    await pause(5);
    written = await lettersIn(services);
  }
  return written;
};

const startWorkflows = async ({ temporal }: Services, items: readonly string[]): Promise<void> => {
  const courier = createCourier(temporal);
  await wakeProduct(courier, 'crest', plan, items);
  await courier.close();
};

/** Every workflow waits before the instant comes. */
const untilWaiting = async (child: Child, items: number, dueAt: number): Promise<void> => {
  while ((await child.usage()).steps < items) {
    if (Date.now() > dueAt - 1_000) throw new Error('not all workflows were waiting in time');
    await pause(100);
  }
};

const storm = async (bench: Bench): Promise<boolean> => {
  bench.say(`Crash in a storm: ${options.items} letters due at one instant`);
  bench.say(`On ${machineFacts()}`);
  const services = await startServices(bench);
  const { items, promise, expected } = await givenLettersDue(services, plan, options.items, bench.progress);
  const first = await startChild(bench, 'product', services);
  const dueAt = Date.now() + 5_000 + setUpMsPerItem * items.length;
  await shiftClock(services.owner, plan, promise - dueAt);
  bench.progress('starting the workflows');
  await startWorkflows(services, items);
  await untilWaiting(first, items.length, dueAt);

  const boundAt = dueAt + boundMs;
  const atTheKill = await untilWritten(services, items.length / 2, boundAt);
  await first.kill();
  const killedAt = Date.now();
  const second = await startChild(bench, 'product', services);
  const written = await untilWritten(services, items.length, boundAt);
  const overAt = Date.now();
  bench.say(
    `  killed ${seconds(killedAt - dueAt)} after the instant, with ${atTheKill} of ${items.length} written`,
  );
  bench.say(`  all ${written} written ${seconds(overAt - dueAt)} after the instant`);
  await untilAfterwards(bench, second, dueAt);
  const { faults, expected: wanted } = await countRows(services, plan, expected);
  bench.say(`  ${faults.join('; ') || `0 lost, 0 doubled of ${wanted}`}`);
  return faults.length === 0;
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const untilAfterwards = async (bench: Bench, child: Child, dueAt: number): Promise<void> => {
  let steps = -1;
  for (;;) {
    bench.progress("waiting for the items' own timers");
    const usage = await child.usage();
    if (Date.now() > dueAt + afterwardsMs && usage.steps === steps) return;
    steps = usage.steps;
    await pause(2_000);
  }
};

await runBench(storm);
