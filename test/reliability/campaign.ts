/** Promise: parts are killed at moments a seed chooses, while people work; then the system is left alone until it is quiet. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../../bench/support/run.js';
import { latePromises } from '../../src/store/promises.js';
import { chanceOf, type Chance } from './chance.js';
import { gather } from './crowd.js';
import { bringUp, type Estate } from './estate.js';
import { openLedger } from './ledger.js';
import type { PartName } from './part.js';
import { peopleOf, type Given } from './people.js';
import { reckon } from './reckoning.js';
import { createRecoveries, type Kill, type Recovered, type Recoveries } from './recoveries.js';

export interface Orders {
  readonly kills: number;
  readonly seed: number;
  /** The killing ends after so long, however many are left. */
  readonly minutes: number;
  /** The longest time people work before the next kill. */
  readonly pauseMs: number;
  /** How many answered requests are asked again in the end. */
  readonly repeats: number;
}

export interface Report {
  readonly kills: readonly Recovered[];
  readonly unrecovered: number;
  readonly answered: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly lost: readonly PartName[];
  /** What was lost, doubled or wrong, in words. */
  readonly faults: readonly string[];
}

export const runCampaign = async (bench: Bench, orders: Orders): Promise<Report> => {
  const estate = await bringUp(bench);
  const ledger = await openLedger(join(estate.dir, 'ledger.jsonl'));
  bench.onStop(() => ledger.close());
  const people = peopleOf(estate.apiUrl, estate.password, ledger);
  const recoveries = createRecoveries();
  let [answered, accepted] = [0, 0];
  const crowd = gather(estate, people, orders.seed, ({ answered: { status }, askedAt }: Given) => {
    answered += 1;
    if (status < 300) accepted += 1;
    if (status === 201) recoveries.decided(askedAt);
  });
  bench.onStop(() => Promise.race([crowd.stop(), pause(5_000)]));
  const kills = await killAll(bench, estate, orders, recoveries, () => answered);
  bench.progress('waiting until it is quiet');
  await crowd.stop();
  const unquiet = await untilQuiet(estate);
  const found = await reckon(bench, estate, ledger.read(), people, orders);
  const unrecovered = kills.filter((kill) => recoveries.isOpen(kill)).length;
  return {
    ...{ kills: recoveries.done, unrecovered, answered, accepted, lost: estate.lost },
    repeated: found.repeated,
    faults: [...people.faults, ...unquiet, ...found.faults],
  };
};

/** Processes are cheap to start and so die more often; seldom two parts die at once. */
const choices: readonly [PartName, ...PartName[]] = [
  ...(['api', 'api', 'api', 'api', 'postgres', 'postgres', 'postgres'] as const),
  ...(['temporal', 'temporal', 'temporal', 'worker', 'worker'] as const),
];

const victimsOf = (chance: Chance, spared: readonly PartName[]): readonly PartName[] => {
  const wanted = chance.below(8) === 0 ? 2 : 1;
  const victims = new Set<PartName>();
  while (victims.size < wanted) {
    const name = chance.pick(choices);
    if (!spared.includes(name)) victims.add(name);
  }
  return [...victims];
};

/** The longest a kill may keep people from a decision before the next one comes all the same. */
const patienceMs = 30_000;
/** After the last one: whoever is not served by then never will be. */
const lastPatienceMs = 180_000;

const killAll = async (
  bench: Bench,
  { parts }: Estate,
  { kills: count, seed, minutes, pauseMs }: Orders,
  recoveries: Recoveries,
  answered: () => number,
): Promise<readonly Kill[]> => {
  const chance = chanceOf(seed);
  const deadline = performance.now() + minutes * 60_000;
  const kills: Kill[] = [];
  let ofWorker: Kill | null = null;
  while (kills.length < count && performance.now() < deadline) {
    await pause(chance.between(Math.min(50, pauseMs), pauseMs));
    // Temporal gives a dead worker's items to another after ten seconds: meanwhile the others die.
    const worker = ofWorker;
    const isRecovering = worker !== null && recoveries.isOpen(worker);
    const names = victimsOf(chance, isRecovering ? ['worker'] : []);
    const kill = recoveries.begin(names);
    kills.push(kill);
    await Promise.all(names.map((name) => parts[name].kill()));
    await Promise.all(names.map((name) => parts[name].start()));
    if (names.includes('worker')) ofWorker = kill;
    else if (!isRecovering) await untilRecovered(recoveries, kill, patienceMs);
    bench.progress(`${kills.length} of ${count} kills, ${answered()} answers`);
  }
  const [last] = kills.slice(-1);
  if (last) await untilRecovered(recoveries, last, lastPatienceMs);
  return kills;
};

/** What serves whoever asked after the last kill has outlived those before it too. */
const untilRecovered = async (recoveries: Recoveries, kill: Kill, boundMs: number): Promise<void> => {
  while (recoveries.isOpen(kill) && performance.now() < kill.at + boundMs) await pause(20);
};

/** Answers what is still not quiet after two minutes. */
const untilQuiet = async ({ db, owner }: Estate): Promise<readonly string[]> => {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const { rows } = await owner.query('SELECT id FROM submissions WHERE decided_at IS NULL LIMIT 5');
    const late = await db.asReader({ system: 'watch' }, (tx) => latePromises(tx, Date.now(), 5));
    if (rows.length === 0 && late.length === 0) return [];
    if (performance.now() > deadline)
      return [`still undecided: ${JSON.stringify(rows)}; still late: ${JSON.stringify(late)}`];
    await pause(250);
  }
};
