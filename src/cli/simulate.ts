/** `duzhan simulate`: plays a scenario on the pure core and prints what would happen. */
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { simulate, type Simulated } from '../domain/simulation.js';
import { readScenario } from '../pack/scenario.js';
import { readSound } from './plan.js';

const ownPack = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));

export const configureSimulate = (command: Command): void => {
  command
    .argument('<file>', 'scenario, JSON or YAML')
    .option('--json', 'as one JSON document')
    .option('--pack <path>', 'pack whose policy and calendar it starts from', ownPack)
    .action(run);
};

const run = async (file: string, options: { json?: true; pack: string }): Promise<void> => {
  const read = await readScenario(file);
  const plan = await readSound(options.pack);
  if ('faults' in read) {
    for (const fault of read.faults) console.error(fault);
    process.exitCode = 1;
    return;
  }
  if (plan === null) return;
  const simulated = simulate(read.scenario, plan.policy, plan.calendar);
  process.stdout.write(
    options.json ? `${JSON.stringify(simulated, null, 1)}\n` : asTable(read.scenario.title, simulated),
  );
};

const asTable = (title: string, { events, rejections, probes }: Simulated): string => {
  const lines = [title, ''];
  for (const { at, kind, key, told, ...more } of events) {
    const facts = Object.entries(more).map(([name, value]) => `${name}=${value}`);
    lines.push(
      [at.padEnd(17), kind.padEnd(18), key.padEnd(32), told.join(', '), facts.join(' ')].join(' ').trimEnd(),
    );
  }
  if (rejections.length > 0) lines.push('', 'refused');
  for (const { at, do: command, code } of rejections)
    lines.push(`${at.padEnd(17)} ${command.padEnd(24)} ${code}`);
  for (const { at, lifecycle, suspended, light, level, milestones, owed } of probes) {
    lines.push('', `at ${at}: ${lifecycle}${suspended ? ', suspended' : ''}, ${light}, ${level}`);
    for (const [id, m] of Object.entries(milestones))
      lines.push(
        `  ${id.padEnd(6)} due ${m.due} (first ${m.firstDue}), epoch ${m.epoch}, ${m.light}, marks ${m.marks}, days overdue ${m.daysOverdue}`,
      );
    for (const o of owed)
      lines.push(`  owed ${o.case} by ${o.by} since ${o.since} until ${o.until}${o.over ? ', over' : ''}`);
  }
  return `${lines.join('\n')}\n`;
};
