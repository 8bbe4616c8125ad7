/** `duzhan scenario` (`npm run scenario`): five years of the plan, played through the API of the running system. */
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { loadConfig } from '../config.js';
import { dateOf, formatInstant, isDate } from '../domain/instants.js';
import { levels } from '../domain/item.js';
import { lights } from '../domain/light.js';
import { readSound } from './plan.js';
import { Client } from './scenario/client.js';
import { Player, type Outcome, type Progress } from './scenario/play.js';
import { yearsOf, type Years } from './scenario/years.js';
import { supervisionHead } from '../intake/accounts.js';
import { runningIn, type Running } from './system/running.js';
import { openSecrets } from './system/secrets.js';

const ownPack = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));

export const configureScenario = (command: Command): void => {
  command
    .option('--until <date>', 'the day to stop after (YYYY-MM-DD), to look around in the middle of the plan')
    .action(run);
};

const run = async ({ until }: { readonly until?: string }): Promise<void> => {
  if (until !== undefined && !isDate(until)) return fail(`${until} is no day; write it as 2023-03-03.`);
  const { home } = loadConfig();
  const running = await runningIn(home);
  if (!running) return fail(`Nothing runs from ${home}. Start the system first: npm start`);
  const plan = await readSound(ownPack);
  if (plan === null) return;
  const { secrets } = await openSecrets(home);
  const client = new Client(running.apiUrl, secrets.rehearsalPassword);
  const clock = await client.get<{ now: string }>(supervisionHead, `/plans/${plan.id}/clock`);
  const years = yearsOf(plan, until);
  const [first] = years.acts;
  if (first && Date.parse(clock.now) > first.at)
    return fail(
      `The rehearsal stands at ${clock.now}, past the scenario's beginning. Start afresh: stop the system, remove ${home}, npm start.`,
    );
  const outcome = await new Player(client, plan.id).play(years, showProgress);
  process.stdout.write(`\n\n${report(outcome, years, running)}\n`);
  if (outcome.refused.length > 0) process.exitCode = 1;
};

const fail = (message: string): void => {
  console.error(message);
  process.exitCode = 1;
};

const width = 30;
const showProgress = ({ at, done, of }: Progress): void => {
  const filled = Math.round((done / of) * width);
  const bar = `${'#'.repeat(filled)}${'.'.repeat(width - filled)}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${dateOf(at)} [${bar}] ${done}/${of} acts`);
  else if (done % 25 === 0 || done === of) console.log(`${dateOf(at)} [${bar}] ${done}/${of} acts`);
};

const row = (head: string, cells: readonly (string | number)[]): string =>
  head.padEnd(20) + cells.map((cell) => String(cell).padStart(10)).join('');

const report = (
  { board, notices, refused, played }: Outcome,
  { end, parts }: Years,
  { temporalUi }: Running,
): string => {
  const table = [
    row('items by light', levels),
    ...lights
      .filter((light) => board[light])
      .map((light) =>
        row(
          light,
          levels.map((level) => board[light]?.[level] ?? 0),
        ),
      ),
  ];
  const kinds = Object.entries(notices).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${played} acts played up to ${formatInstant(end)}; ${refused.length} refused`,
    ...refused.map((line) => `  ${line}`),
    '',
    ...table,
    '',
    'notices by kind',
    ...kinds.map(([kind, count]) => `  ${kind.padEnd(26)}${String(count).padStart(6)}`),
    '',
    'items worth looking at',
    ...Object.entries(parts).map(([part, item]) => `  ${part.padEnd(26)}${String(item).padStart(6)}`),
    ...(temporalUi === null
      ? []
      : [
          'In the Temporal UI:',
          `  ${temporalUi}`,
          `  - open task-item/…-${parts.askedForTime}: its history reads like its story, its timer is named after the next alarm,`,
          '    and Current Details says how it stands',
          "  - search DuzhanLight = 'red', or DuzhanLevel = 'listed_1'",
          `  - task-item/…-${parts.closedEarly} has ended: nothing is due any more`,
        ]),
  ].join('\n');
};
