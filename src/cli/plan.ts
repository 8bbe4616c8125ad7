/** `duzhan plan`: holds a pack against every rule, shows it, takes it over. */
import type { Command } from 'commander';
import type { PlanDocument } from '../domain/plan.js';
import { formatFault } from '../pack/faults.js';
import { readPack, type SoundPack } from '../pack/read.js';
import { showJson, showText } from '../pack/show.js';
import { summaryOf } from '../pack/summary.js';
import { configureImport } from './plan-import.js';

export const configurePlan = (plan: Command): void => {
  plan
    .command('check')
    .description('read a pack and tell everything that is wrong with it, by file and line')
    .argument('<path>', 'folder of the pack')
    .action(check);
  plan
    .command('show')
    .description('print a pack')
    .argument('<path>', 'folder of the pack')
    .option('--json', 'as one JSON document')
    .action(show);
  configureImport(plan, readSound, async () => (await import('./import.js')).importPlan);
};

const check = async (path: string): Promise<void> => {
  const sound = await readTold(path);
  if (sound !== null) print(`${summaryOf(sound)}\n`);
};

const show = async (path: string, options: { json?: true }): Promise<void> => {
  const sound = await readTold(path);
  if (sound !== null)
    print(options.json ? `${JSON.stringify(showJson(sound.plan), null, 2)}\n` : showText(sound.plan));
};

const print = (text: string): void => {
  process.stdout.write(text);
};

/** The plan of a pack; null with everything told on stderr and exit code 1 when the pack has faults. */
export const readSound = async (path: string): Promise<PlanDocument | null> =>
  (await readTold(path))?.plan ?? null;

const readTold = async (path: string): Promise<SoundPack | null> => {
  const read = await readPack(path);
  if ('faults' in read) {
    for (const fault of read.faults) console.error(formatFault(path, fault));
    console.error(`${read.faults.length} ${read.faults.length === 1 ? 'fault' : 'faults'}`);
    process.exitCode = 1;
    return null;
  }
  for (const warning of read.warnings) console.error(`warning: ${formatFault(path, warning)}`);
  return read;
};
