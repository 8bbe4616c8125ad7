/** The command line. Each subcommand lives in its own file and is loaded only when it is asked for. */
import { Command } from 'commander';
import { version } from '../version.js';

interface Subcommand {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<(command: Command) => void>;
}

const subcommands: readonly Subcommand[] = [
  {
    name: 'start',
    summary: 'bring up the whole system on this machine',
    load: async () => (await import('./start.js')).configureStart,
  },
  {
    name: 'pages',
    summary: 'build the pages if they are older than their sources',
    load: async () => (await import('./pages.js')).configurePages,
  },
  {
    name: 'plan',
    summary: 'check, show and import a plan',
    load: async () => (await import('./plan.js')).configurePlan,
  },
  {
    name: 'simulate',
    summary: 'play a scenario on the pure rules',
    load: async () => (await import('./simulate.js')).configureSimulate,
  },
  {
    name: 'forecast',
    summary: 'what will happen in the running system if nobody acts',
    load: async () => (await import('./forecast.js')).configureForecast,
  },
  {
    name: 'scenario',
    summary: 'play five years of the plan through the running system',
    load: async () => (await import('./scenario.js')).configureScenario,
  },
];

// `duzhan plan … | head` closes the pipe early; that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// 1 = what was asked could not be done; 2 = it was asked wrongly.
const program = new Command('duzhan')
  .description('Duzhan 督战: supervision of a plan, to the end of every task')
  .version(version)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
// `duzhan plan …` and `duzhan help plan` both need to know what the subcommand takes.
const asked = process.argv.slice(2, 4);
for (const { name, summary, load } of subcommands) {
  const command = program.command(name).description(summary);
  if (asked.includes(name)) (await load())(command);
}
try {
  await program.parseAsync();
} catch (error) {
  // Told whole by its message; the stack of anything else is wanted.
  if (!(error instanceof Error && error.name === 'ConfigFault')) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
