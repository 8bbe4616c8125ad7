/** `duzhan forecast`: what will happen to an item or a plan of the running system if nobody acts. Nothing is changed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { itemForecast, itemWhatIf, planForecast, planWhatIf } from '../api/contract/forecast.js';
import { wordsOf, type Language, type Words } from '../api/words/index.js';
import { loadConfig } from '../config.js';
import { readItemId } from '../domain/ids.js';
import { supervisionHead } from '../intake/accounts.js';
import { courseTable, minuteOf, momentsTable } from './forecast-table.js';
import { Client } from './scenario/client.js';
import { runningIn } from './system/running.js';
import { openSecrets } from './system/secrets.js';

type ItemAnswer = z.output<typeof itemForecast> | z.output<typeof itemWhatIf>;
type PlanAnswer = z.output<typeof planForecast> | z.output<typeof planWhatIf>;

interface Options {
  readonly plan?: string;
  readonly days: number;
  readonly policy?: string;
  readonly json?: true;
  readonly language: Language;
}

const daysOption = (text: string): number => {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 400) return days;
  throw new InvalidArgumentError('Wanted is a whole number from 1 to 400.');
};

export const configureForecast = (command: Command): void => {
  command
    .argument('[item]', 'id of an item, such as zhoushan-2021-2025-9')
    .addOption(new Option('--plan <plan>', 'all items of a plan, and how much it asks of whom'))
    .addOption(new Option('--days <days>', 'how far ahead').argParser(daysOption).default(30))
    .option('--policy <file>', 'overrides of the policy (JSON or YAML): what if they were adopted now')
    .option('--json', 'as one JSON document')
    .addOption(new Option('--language <language>', 'of the table').choices(['zh', 'en']).default('zh'))
    .action(async (item: string | undefined, options: Options) => {
      try {
        await run(item, options);
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error));
      }
    });
};

const fail = (message: string): void => {
  console.error(message);
  process.exitCode = 1;
};

const run = async (item: string | undefined, options: Options): Promise<void> => {
  if ((item === undefined) === (options.plan === undefined))
    return fail('Wanted is either an item or --plan PLAN.');
  const { home } = loadConfig();
  const running = await runningIn(home);
  if (!running) return fail(`Nothing runs from ${home}. Start the system first: npm start`);
  const plan = options.plan ?? readItemId(item ?? '')?.plan ?? '';
  const password = await passwordIn(home, plan);
  const client = new Client(running.apiUrl, password, options.language);
  const path = item === undefined ? `/plans/${plan}` : `/items/${item}`;
  const answer = await ask<ItemAnswer | PlanAnswer>(client, path, options);
  if (options.json) return print(JSON.stringify(answer, null, 1));
  print(table(item ?? plan, answer, wordsOf[options.language]).join('\n'));
};

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Accounts of a rehearsal share a password; those of a live plan have their own, as they were written at its import. */
const passwordIn = async (home: string, plan: string): Promise<string> => {
  const { secrets } = await openSecrets(home);
  if (!/^[a-z0-9-]+$/.test(plan)) return secrets.rehearsalPassword;
  const own = await readFile(join(home, `accounts-${plan}.json`), 'utf8').catch(() => null);
  const passwords = own === null ? {} : (JSON.parse(own) as Readonly<Record<string, string>>);
  return passwords[supervisionHead] ?? secrets.rehearsalPassword;
};

const ask = async <T>(client: Client, path: string, { days, policy }: Options): Promise<T> => {
  const address = `${path}/forecast?days=${days}`;
  if (policy === undefined) return client.get<T>(supervisionHead, address);
  const overrides: unknown = parse(await readFile(policy, 'utf8'));
  return client.post<T>(supervisionHead, address, { policy: overrides });
};

const table = (of: string, answer: ItemAnswer | PlanAnswer, words: Words): readonly string[] => {
  const { ahead } = words;
  const head = [ahead.span(of, minuteOf(answer.asOf), minuteOf(answer.until)), ''];
  const leftOut = 'items' in answer && answer.items.leftOut > 0 ? [ahead.leftOut(answer.items.leftOut)] : [];
  if (!('present' in answer)) return [...head, ...courseLines(answer, words), ...leftOut];
  const { present, whatIf } = answer;
  return [
    ...head,
    `== ${ahead.present}`,
    ...courseLines(Array.isArray(present) ? { entries: present } : present, words),
    '',
    `== ${ahead.whatIf}`,
    ...courseLines(Array.isArray(whatIf) ? { entries: whatIf } : whatIf, words),
    ...leftOut,
  ];
};

type Course = Parameters<typeof courseTable>[0] | { readonly entries: Parameters<typeof momentsTable>[0] };

const courseLines = (course: Course, words: Words): readonly string[] =>
  'load' in course ? courseTable(course, words) : momentsTable(course.entries, words);
