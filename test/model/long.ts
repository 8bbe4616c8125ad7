/**
 * Random lives by the hundred thousand: `npm run model:long -- [--lives N] [--minutes N] [--seed N]`; with
 * `--stack N` first N turns through the whole stack, while its workers are stopped and Temporal is killed.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { brokenBy, everyLife, shortest } from './laws.js';

const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '240' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    stack: { type: 'string', default: '0' },
  },
});

/** Lives of one seed; the next portion has the next seed. */
const portion = 500;
const wanted = Number(values.lives);
const minutes = Number(values.minutes);
const firstSeed = Number(values.seed);
const turns = Number(values.stack);
if (![wanted, minutes, firstSeed, turns].every((one) => Number.isFinite(one) && one >= 0))
  throw new Error('--lives, --minutes, --seed and --stack are numbers');

if (turns > 0) {
  const env = { ...process.env, MODEL_TURNS: String(turns), MODEL_SEED: String(firstSeed) };
  const test = ['vitest', 'run', '--project', 'stack', 'test/model/stack'];
  const { status } = spawnSync('npx', test, { env, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const startedAt = performance.now();
const secondsGone = (): number => (performance.now() - startedAt) / 1000;

const tell = (lives: number, seed: number): void => {
  const rate = (lives / secondsGone()).toFixed(0);
  process.stderr.write(`\r${lives} of ${wanted} lives, ${rate} a second, seed ${seed}   `);
};

/** Laws a life of this seed breaks. */
const brokenIn = (seed: number, count: number): ReadonlySet<string> => {
  const broken = new Set<string>();
  everyLife({ seed, count }, (life, n) => brokenBy(life, n).forEach((law) => broken.add(law)));
  return broken;
};

let lives = 0;
for (let seed = firstSeed; lives < wanted && secondsGone() < minutes * 60; seed += 1) {
  const run = { seed, count: Math.min(portion, wanted - lives) };
  const broken = brokenIn(run.seed, run.count);
  lives += run.count;
  tell(lives, seed);
  if (broken.size === 0) continue;
  process.stderr.write('\n');
  for (const law of broken) console.log(shortest(law, run), '\n');
  process.exitCode = 1;
  break;
}
console.log(
  `\n${lives} lives from seed ${firstSeed} in ${secondsGone().toFixed(0)} s: ` +
    (process.exitCode === 1 ? 'a law is broken' : 'every law held'),
);
