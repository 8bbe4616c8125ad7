/**
 * `npm run bench:board`: a plan of many items, read as its people read it: the wall now and on past days, the trend,
 * what is overdue, an item, desks. Beside every reading, in the same run, the smallest question the API is asked.
 */
import { join } from 'node:path';
import pg from 'pg';
import { addDays } from '../src/domain/instants.js';
import { headOf } from '../src/intake/accounts.js';
import { migrate, openDatabase } from '../src/store/database.js';
import { firstDay } from './support/board-lives.js';
import { boardPlan, copyItems, givenTemplates, templates } from './support/board-plan.js';
import { runClients } from './support/clients.js';
import { aligned, ratio, shown, type Figures } from './support/figures.js';
import { machineFacts } from './support/machine.js';
import { readOptions } from './support/options.js';
import { readerOf, startReader, type Get } from './support/reader.js';
import { runBench, type Bench } from './support/run.js';
import { bringUpPostgres, tempFolder } from './support/services.js';

const options = readOptions({
  items: { fallback: 100_000, min: 200, max: 900_000, about: 'items of the plan' },
  units: { fallback: 500, min: 1, max: 5_000, about: 'units that have them' },
  clients: { fallback: 16, min: 2, max: 100, about: 'clients at once, after one alone' },
  seconds: { fallback: 8, min: 1, max: 300, about: 'seconds for each reading' },
});

const plan = `/plans/${boardPlan}`;

interface Readers {
  readonly director: Get;
  readonly supervisionHead: Get;
  readonly unitHead: Get;
}

interface Reading {
  readonly name: string;
  readonly read: (readers: Readers, n: number) => Promise<string>;
}

/** Spread over all days or items, so that nothing is asked twice in a row. */
const spread = (n: number, over: number): number => (n * 7919 + 104_729) % over;
const pastDay = (n: number): string => addDays(firstDay, 1 + spread(n, 320));
const item = (n: number): string => `${boardPlan}-${1 + spread(n, options.items)}`;

/** What every open page asks every few seconds. */
const reference: Reading = { name: 'pulse (reference)', read: ({ director }) => director(`${plan}/pulse`) };
const readings: readonly Reading[] = [
  reference,
  { name: 'clock', read: ({ director }) => director(`${plan}/clock`) },
  { name: 'wall, leader', read: ({ director }) => director(`${plan}/board`) },
  { name: 'wall, one section', read: ({ director }, n) => director(`${plan}/board?section=${1 + (n % 10)}`) },
  { name: 'wall, unit', read: ({ unitHead }) => unitHead(`${plan}/board`) },
  { name: 'summary', read: ({ director }) => director(`${plan}/summary`) },
  { name: 'as-of, any past day', read: ({ director }, n) => director(`${plan}/as-of/${pastDay(n)}`) },
  { name: 'as-of, unit', read: ({ unitHead }, n) => unitHead(`${plan}/as-of/${pastDay(n)}`) },
  { name: 'trend', read: ({ director }) => director(`${plan}/trend`) },
  {
    name: 'overdue by danger',
    read: ({ director }) => director(`${plan}/items?overdue=true&sort=danger&limit=50`),
  },
  { name: 'all by danger', read: ({ director }) => director(`${plan}/items?sort=danger&limit=50`) },
  { name: 'item page', read: ({ director }, n) => director(`/items/${item(n)}`) },
  { name: 'desk, office', read: ({ supervisionHead }) => supervisionHead(`${plan}/desk`) },
  { name: 'desk, unit', read: ({ unitHead }) => unitHead(`${plan}/desk`) },
];

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Postgres with the plan in it, and an API of its own process. */
const bringUp = async (bench: Bench): Promise<Readers> => {
  const dir = await tempFolder(bench);
  const postgres = await bringUpPostgres(bench, dir);
  await migrate(postgres.url);
  const owner = new pg.Pool({ connectionString: postgres.url, max: 1 });
  owner.on('error', () => undefined);
  bench.onStop(() => owner.end());
  const db = openDatabase({ url: postgres.url, poolMax: 2 });
  bench.onStop(() => db.close());
  bench.progress('growing the items that are copied');
  await givenTemplates(db, options);
  const url = await startReader(bench, postgres.url, join(dir, 'files'));
  const readers = {
    director: await readerOf(url, 'director'),
    supervisionHead: await readerOf(url, 'supervision-head'),
    unitHead: await readerOf(url, headOf('unit-1')),
  };
  const first = performance.now();
  await readers.director(`${plan}/board`);
  bench.say(`  looks of ${templates} items written from their logs in ${seconds(first)}`);
  const begun = performance.now();
  await copyItems(owner, options, bench.progress);
  const { rows } = await owner.query<{ events: number }>('SELECT count(*)::int AS events FROM events');
  bench.say(`  filled with ${rows[0]?.events} events in ${seconds(begun)}`);
  return readers;
};

const measure = async (
  bench: Bench,
  readers: Readers,
  { name, read }: Reading,
  clients: number,
): Promise<Figures & { readonly failed: number }> => {
  let turn = 0;
  const give = async (): Promise<void> => void (await read(readers, (turn += 1)));
  const report = (done: number): void => bench.progress(`${name}, ${clients} at once: ${done}`);
  const { figures, failures } = await runClients(
    Array.from({ length: clients }, () => give),
    options.seconds,
    report,
  );
  for (const failure of failures.slice(0, 2)) bench.say(`  FAILED: ${failure}`);
  return { ...figures, failed: failures.length };
};

const measureAll = async (bench: Bench, readers: Readers, clients: number): Promise<boolean> => {
  const rows: string[][] = [];
  let base: Figures = {};
  let sound = true;
  for (const reading of readings) {
    const figures = await measure(bench, readers, reading, clients);
    if (reading === reference) base = figures;
    sound &&= figures.failed === 0;
    const names = ['latency ms, p50', 'latency ms, p95', 'latency ms, p99'];
    const cells = names.map((name) => shown(figures[name] ?? null));
    const times = ratio(figures['latency ms, p50'] ?? null, base['latency ms, p50'] ?? null);
    rows.push([reading.name, ...cells, times, shown(figures['commands/s'] ?? null)]);
  }
  bench.say(
    `\n${aligned([[`${clients} at once`, 'p50 ms', 'p95 ms', 'p99 ms', 'p50 to ref.', 'per s'], ...rows])}`,
  );
  return sound;
};

interface Shown {
  readonly total: object;
  readonly items: readonly unknown[];
  readonly leftOut: number;
}

/** The wall counts every item, as the tables do. */
const faultOf = async ({ director }: Readers): Promise<string | null> => {
  const board = JSON.parse(await director(`${plan}/board`)) as Shown;
  const summary = JSON.parse(await director(`${plan}/summary`)) as Shown;
  if (board.items.length + board.leftOut !== options.items) return 'the wall has lost items';
  return JSON.stringify(board.total) === JSON.stringify(summary.total) ? null : 'the wall counts otherwise';
};

const main = async (bench: Bench): Promise<boolean> => {
  bench.say(`Board: ${options.items} items of ${options.units} units, ${options.seconds} s for each reading`);
  bench.say(`On ${machineFacts()}`);
  const readers = await bringUp(bench);
  const fault = await faultOf(readers);
  if (fault !== null) bench.say(`  ${fault}`);
  // Not measured: young processes are slow.
  for (const { read } of readings) await read(readers, 1);
  const alone = await measureAll(bench, readers, 1);
  return (await measureAll(bench, readers, options.clients)) && alone && fault === null;
};

await runBench(main);
