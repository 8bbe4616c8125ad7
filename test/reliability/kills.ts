/**
 * `npm run kills`: API, worker, Temporal and Postgres are killed like a power cut at moments a seed chooses, while people
 * work. Whatever was answered is in a ledger on the disk; in the end it is compared with what is there.
 */
import { machineFacts } from '../../bench/support/machine.js';
import { readOptions } from '../../bench/support/options.js';
import { runBench, type Bench } from '../../bench/support/run.js';
import { runCampaign, type Report } from './campaign.js';
import { partNames } from './part.js';
import { recoveryLines } from './recoveries.js';

const options = readOptions({
  kills: { fallback: 1000, min: 1, max: 100_000, about: 'kills' },
  seed: { fallback: 1, min: 0, max: 1_000_000_000, about: 'which moments and parts' },
  minutes: { fallback: 240, min: 1, max: 10_000, about: 'minutes after which no kill is begun' },
  pause: {
    fallback: 2500,
    min: 1,
    max: 600_000,
    about: 'the longest time between two kills, in milliseconds',
  },
  repeats: { fallback: 2000, min: 0, max: 1_000_000, about: 'answered requests asked again in the end' },
});

const tell = (
  bench: Bench,
  { kills, unrecovered, answered, accepted, repeated, lost, faults }: Report,
): void => {
  for (const line of recoveryLines(kills, partNames)) bench.say(line);
  if (lost.length > 0) bench.say(`  ended by themselves: ${lost.join(', ')}`);
  for (const fault of faults.slice(0, 20)) bench.say(`  FAULT: ${fault}`);
  bench.say(
    `${kills.length} kills, ${unrecovered} unrecovered; ${answered} answers, ${accepted} of them accepted; ` +
      `${repeated} asked again; ${faults.length} faults`,
  );
};

await runBench(async (bench) => {
  bench.say(`${options.kills} kills, seed ${options.seed}, for at most ${options.minutes} minutes`);
  bench.say(`On ${machineFacts()}`);
  const report = await runCampaign(bench, { ...options, pauseMs: options.pause });
  tell(bench, report);
  return report.faults.length === 0 && report.unrecovered === 0;
});
