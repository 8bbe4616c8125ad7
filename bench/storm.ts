/**
 * `npm run bench:storm`: many items due at one instant. Beside the product, in the same run, a bare Temporal workflow
 * for each item that sleeps until then and does the same transaction.
 */
import { startChild } from './support/child.js';
import { table, type Figures } from './support/figures.js';
import { machineFacts } from './support/machine.js';
import { readOptions } from './support/options.js';
import { runBench, type Bench } from './support/run.js';
import { startServices } from './support/services.js';
import { runStorm, variants, type Storm, type Variant } from './support/storm-round.js';

const options = readOptions({
  items: { fallback: 1000, min: 1, max: 20_000, about: 'items due together' },
  rounds: { fallback: 3, min: 1, max: 20, about: 'storms of each kind' },
});

/** Up to here the product takes no crest in bulk. */
const smallestCrest = 201;

const names: Readonly<Record<Variant, string>> = {
  reference: 'bare workflow',
  timers: 'own timers',
  crest: 'crest in bulk',
};

type Results = Readonly<Record<Variant, Figures[]>>;

/** Every other round goes the other way, so that neither always has the fresher machine. */
const orderOf = (round: number): readonly Variant[] => {
  const order = variants.filter((variant) => variant !== 'crest' || options.items >= smallestCrest);
  return round % 2 === 1 ? order : order.reverse();
};

const runRounds = async (storm: Storm, results: Results): Promise<boolean> => {
  let sound = true;
  for (let round = 1; round <= options.rounds; round += 1)
    for (const variant of orderOf(round)) {
      const { figures, count } = await runStorm(storm, variant, round);
      results[variant].push(figures);
      const verdict = count.faults.join('; ') || `0 lost, 0 doubled of ${count.expected}`;
      storm.bench.say(`  round ${round}, ${names[variant]}: ${verdict}`);
      sound &&= count.faults.length === 0;
    }
  return sound;
};

/** Not measured: young processes are slow, and it shows how long it takes to set a storm up. */
const warmUp = async (storm: Storm): Promise<void> => {
  for (const variant of ['reference', 'timers'] as const) await runStorm({ ...storm, items: 50 }, variant, 0);
};

const main = async (bench: Bench): Promise<boolean> => {
  bench.say(`Deadline storm: ${options.items} items due at one instant, ${options.rounds} rounds`);
  bench.say(`On ${machineFacts()}`);
  const services = await startServices(bench);
  const children = {
    product: await startChild(bench, 'product', services),
    reference: await startChild(bench, 'reference', services),
  };
  const storm: Storm = { bench, services, children, items: options.items };
  await warmUp(storm);
  const results: Results = { reference: [], timers: [], crest: [] };
  const sound = await runRounds(storm, results);
  const products = (['timers', 'crest'] as const).filter((variant) => results[variant].length > 0);
  const column = (variant: Variant) => ({ name: names[variant], rounds: results[variant] });
  bench.say(`\n${table(column('reference'), products.map(column))}\n`);
  bench.say(
    'Medians of the rounds; a lag ends when the row is written, a few milliseconds before its commit.',
  );
  if (options.items < smallestCrest)
    bench.say(`The crest is taken in bulk from ${smallestCrest} items on: not measured.`);
  if (!sound) bench.say('Something was LOST or DOUBLED, see above.');
  return sound;
};

await runBench(main);
