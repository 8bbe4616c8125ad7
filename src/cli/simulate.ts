/** `duzhan simulate`: plays a scenario and prints what would happen: on the pure core, or through the running system. */
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { PlanDocument } from '../domain/plan.js';
import { simulate } from '../domain/simulation.js';
import type { Scenario } from '../domain/simulation/scenario.js';
import type { Simulated } from '../domain/simulation/shown.js';
import { readScenario } from '../pack/scenario.js';
import { readSound } from './plan.js';
import { asTable } from './simulation/table.js';

const ownPack = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));

export const configureSimulate = (command: Command): void => {
  command
    .argument('<file>', 'scenario, JSON or YAML')
    .option('--json', 'as one JSON document')
    .option('--pack <path>', 'pack whose policy and calendar it starts from', ownPack)
    .option('--through-stack', 'through API, workflows and store of a system that is thrown away afterwards')
    .action(run);
};

interface Options {
  readonly json?: true;
  readonly pack: string;
  readonly throughStack?: true;
}

const run = async (file: string, { json, pack, throughStack }: Options): Promise<void> => {
  const read = await readScenario(file);
  const plan = await readSound(pack);
  if ('faults' in read) return fail(read.faults);
  if (plan === null) return;
  const { scenario } = read;
  if (throughStack && scenario.downtime.length > 0)
    return fail([`${file}: downtime can be played on the core only; leave out --through-stack`]);
  const played = throughStack
    ? await through(scenario, plan)
    : simulate(scenario, plan.policy, plan.calendar);
  if (played === null) return;
  process.stdout.write(json ? `${JSON.stringify(played, null, 1)}\n` : asTable(scenario.title, played));
};

const fail = (lines: readonly string[]): void => {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
};

/** Null = it could not be played to its end, and why was told. */
const through = async (scenario: Scenario, plan: PlanDocument): Promise<Simulated | null> => {
  const { simulateThroughStack } = await import('./simulation/through-stack.js');
  try {
    return await simulateThroughStack(scenario, plan);
  } catch (error) {
    fail([error instanceof Error ? error.message : String(error)]);
    return null;
  }
};
