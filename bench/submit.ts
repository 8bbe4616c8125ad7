/**
 * `npm run bench:submit`: clients who give commands over HTTP in a closed loop. Beside them, in the same run and turn
 * by turn, as many who execute a bare Temporal Update-with-start that does the same transaction.
 */
import { join } from 'node:path';
import { startChild } from './support/child.js';
import { runClients } from './support/clients.js';
import { mixes } from './support/commands.js';
import { table, type Figures } from './support/figures.js';
import { machineFacts } from './support/machine.js';
import { readOptions } from './support/options.js';
import { runBench, type Bench } from './support/run.js';
import { startServices, type Services } from './support/services.js';
import {
  givenProductItems,
  productSide,
  referenceSide,
  signInAll,
  type Side,
} from './support/submit-sides.js';
import { costOf, meter } from './support/spent.js';
import { faultOf } from './support/submit-rows.js';

const options = readOptions({
  clients: { fallback: 16, min: 1, max: 200, about: 'clients at once' },
  seconds: { fallback: 20, min: 1, max: 600, about: 'seconds of each turn' },
  rounds: { fallback: 3, min: 1, max: 20, about: 'turns of each side' },
  mix: { fallback: 'comment', words: mixes, about: 'what is given' },
});

const names = { reference: 'bare Update', product: 'over HTTP' } as const;
type SideName = keyof typeof names;
/** A B A B. */
const order: readonly SideName[] = ['reference', 'product'];

interface Contest {
  readonly bench: Bench;
  readonly services: Services;
  readonly sides: Readonly<Record<SideName, Side>>;
}

/** What a side has come to so far, the warm-up's commands among the decided. */
interface Score {
  readonly rounds: Figures[];
  decided: number;
  failed: number;
}

const bringUp = async (bench: Bench): Promise<Contest> => {
  const services = await startServices(bench);
  const product = await startChild(bench, 'product', services, join(services.dir, 'files'));
  const reference = await startChild(bench, 'reference', services);
  bench.progress('preparing the items');
  const owned = await givenProductItems(services, options.clients);
  const people = await signInAll(product, options.clients, options.mix);
  const sides = {
    product: productSide(product, owned, people),
    reference: await referenceSide(services, reference, people),
  };
  return { bench, services, sides };
};

const takeTurn = async (
  { bench, services, sides }: Contest,
  name: SideName,
  what: string,
  seconds: number,
  score: Score,
): Promise<Figures> => {
  const { child, clients } = sides[name];
  const report = (done: number): void => bench.progress(`${what}, ${names[name]}: ${done} decided`);
  const spent = await meter(services, child);
  const { figures, decided, failures } = await runClients(clients, seconds, report);
  for (const failure of failures.slice(0, 3)) bench.say(`  FAILED: ${failure}`);
  score.decided += decided;
  score.failed += failures.length;
  bench.say(`  ${what}, ${names[name]}: ${decided} decided`);
  return { ...figures, ...costOf(await spent(), decided, 'command') };
};

const compete = async (contest: Contest, scores: Readonly<Record<SideName, Score>>): Promise<void> => {
  const { rounds, seconds } = options;
  // Not measured: young processes are slow, and every item's workflow is started by its first command.
  for (const name of order) await takeTurn(contest, name, 'warm-up', Math.min(seconds, 5), scores[name]);
  for (let round = 1; round <= rounds; round += 1)
    for (const name of order)
      scores[name].rounds.push(await takeTurn(contest, name, `round ${round}`, seconds, scores[name]));
};

const isSound = async (
  { bench, services, sides }: Contest,
  name: SideName,
  score: Score,
): Promise<boolean> => {
  const fault = await faultOf(services, sides[name].plan, score.decided);
  if (fault !== null) bench.say(`  ${names[name]}: ${fault}`);
  return fault === null && score.failed === 0;
};

const main = async (bench: Bench): Promise<boolean> => {
  const { clients, seconds, rounds, mix } = options;
  bench.say(`Submission: ${clients} clients, ${rounds} turns of ${seconds} s each, ${mix}`);
  bench.say(`On ${machineFacts()}`);
  const contest = await bringUp(bench);
  const scores: Readonly<Record<SideName, Score>> = {
    reference: { rounds: [], decided: 0, failed: 0 },
    product: { rounds: [], decided: 0, failed: 0 },
  };
  await compete(contest, scores);
  const column = (name: SideName) => ({ name: names[name], rounds: scores[name].rounds });
  bench.say(`\n${table(column('reference'), [column('product')])}\n`);
  bench.say('Medians of the turns. The worker of the product is its API as well, in one process.');
  let sound = true;
  for (const name of order) sound = (await isSound(contest, name, scores[name])) && sound;
  if (sound) bench.say('Every command answered is in the log and the audit, once.');
  return sound;
};

await runBench(main);
