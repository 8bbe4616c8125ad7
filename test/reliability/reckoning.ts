/** Promise: what people were told is compared with what is there: nothing lost, nothing doubled, nothing that does not follow. */
import type pg from 'pg';
import type { Bench } from '../../bench/support/run.js';
import { bornWith } from '../../bench/support/storm-rows.js';
import { isTold } from '../../src/activities/tellings.js';
import { eventsOf } from '../../src/store/events.js';
import { itemsOf } from '../../src/store/items.js';
import { compareWithLog } from '../../src/store/rebuild.js';
import { chanceOf } from './chance.js';
import type { Estate } from './estate.js';
import type { Answered } from './ledger.js';
import type { People } from './people.js';

const looker = { system: 'watch' } as const;

/** Each asks for rows that must not be there. */
const mustBeNone: Readonly<Record<string, string>> = {
  'submissions that are undecided': 'SELECT id FROM submissions WHERE decided_at IS NULL',
  'submissions done without an event, or refused with one': `
    SELECT s.id FROM submissions s WHERE s.item_id IS NOT NULL AND (s.outcome ->> 'kind' = 'done')
      <> EXISTS (SELECT FROM events e WHERE e.submission_id = s.id)`,
  'remarks that stand more than once in the log': `
    SELECT submission_id AS id FROM events WHERE type = 'commented' GROUP BY submission_id HAVING count(*) > 1`,
  'events of a submission to another item': `
    SELECT e.submission_id AS id FROM events e JOIN submissions s ON s.id = e.submission_id
    WHERE e.item_id <> s.item_id`,
  'logs with a gap, or that are not as long as their item says': `
    SELECT i.id FROM items i LEFT JOIN events e ON e.item_id = i.id GROUP BY i.id
    HAVING count(e.seq) <> i.version OR min(e.seq) <> 1 OR max(e.seq) <> i.version`,
  'alarms that rang twice': `
    SELECT item_id || ' ' || key AS id FROM events WHERE key IS NOT NULL GROUP BY item_id, key HAVING count(*) > 1`,
  'notices told twice': `
    SELECT item_id || ' ' || event_seq || ' ' || person_id AS id FROM notices
    GROUP BY item_id, event_seq, person_id HAVING count(*) > 1`,
  'documents issued twice': `
    SELECT item_id || ' ' || event_seq AS id FROM documents GROUP BY item_id, event_seq HAVING count(*) > 1`,
  'registers of documents with a gap': `
    SELECT c.kind AS id FROM document_counters c LEFT JOIN documents d USING (plan_id, kind, year)
    GROUP BY c.plan_id, c.kind, c.year HAVING count(d.number) <> c.last OR max(d.number) <> c.last`,
  'decisions that are not in the audit once': `
    SELECT s.id FROM submissions s LEFT JOIN audit a ON a.submission_id = s.id
    WHERE s.item_id IS NOT NULL OR s.outcome ->> 'kind' = 'done' GROUP BY s.id HAVING count(a.submission_id) <> 1`,
};

const ruleFaults = async (owner: pg.Pool): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const [what, sql] of Object.entries(mustBeNone)) {
    const { rows } = await owner.query<{ id: string }>(sql);
    const some = rows.slice(0, 3).map(({ id }) => id);
    if (rows.length > 0) faults.push(`${rows.length} ${what}: ${some.join(', ')}`);
  }
  return faults;
};

interface Kept {
  readonly id: string;
  readonly key: string;
  readonly person: string;
  readonly version: number | null;
}

/** Every answer stands in a row of its own, and says what the row says. */
const ledgerFaults = async (owner: pg.Pool, ledger: readonly Answered[]): Promise<readonly string[]> => {
  const { rows } = await owner.query<Kept>(
    `SELECT id::text, key, person_id AS person, (outcome ->> 'version')::int AS version FROM submissions`,
  );
  const kept = new Map(rows.map((row) => [row.id, row]));
  return ledger.flatMap(({ key, login, path, status, submission, version }) => {
    if (submission === null) return status < 300 ? [`${key} ${path} was accepted without a name`] : [];
    const row = kept.get(submission);
    if (!row) return [`${key} ${path} was answered ${status}, and there is no ${submission}`];
    const isSame = row.key === key && row.person === login && (version === null || row.version === version);
    return isSame
      ? []
      : [`${key} ${path} was answered version ${version}, the row is ${JSON.stringify(row)}`];
  });
};

/** The log is the truth: the snapshots follow from it, and whoever was to be told of an event was. */
const logFaults = async ({ db, owner, document }: Estate): Promise<readonly string[]> => {
  const told = await toldIn(owner);
  return db.asReader(looker, async (tx) => {
    const compared = await compareWithLog(tx, document.id);
    const wrong = compared
      .filter(({ differs }) => differs.length > 0)
      .map(({ itemId, differs }) => `${itemId} does not follow from its log: ${differs.join(', ')}`);
    const untold: string[] = [];
    for (const { id } of await itemsOf(tx, document.id))
      for (const event of await eventsOf(tx, id))
        if (event.seq > bornWith && isTold(event) && !told.has(`${id} ${event.seq}`))
          untold.push(`${id} ${event.seq} ${event.type}`);
    return [...wrong, ...(untold.length > 0 ? [`${untold.length} events told to nobody: ${untold[0]}`] : [])];
  });
};

const toldIn = async (owner: pg.Pool): Promise<ReadonlySet<string>> => {
  const { rows } = await owner.query<{ told: string }>(
    `SELECT DISTINCT item_id || ' ' || event_seq AS told FROM notices`,
  );
  return new Set(rows.map(({ told }) => told));
};

/** What was decided stays as it was told; what was only received is decided by now. */
const repeatFault = async (people: People, answered: Answered): Promise<string | null> => {
  const again = await people.again(answered);
  const isSame =
    again.submission === answered.submission &&
    (answered.status === 202 || (again.status === answered.status && again.version === answered.version));
  if (isSame) return null;
  const said = ({ status, submission, version }: typeof again): string =>
    `${status}, ${submission}, version ${version}`;
  return `${answered.key} ${answered.path} was answered ${said(answered)}; again ${said(again)}`;
};

const sampleOf = (ledger: readonly Answered[], size: number, seed: number): readonly Answered[] => {
  const chance = chanceOf(seed);
  const left = ledger.filter(({ submission }) => submission !== null);
  const sample: Answered[] = [];
  while (sample.length < size && left.length > 0) sample.push(...left.splice(chance.below(left.length), 1));
  return sample;
};

export interface Reckoning {
  readonly faults: readonly string[];
  /** Requests asked again under their old key. */
  readonly repeated: number;
}

export const reckon = async (
  bench: Bench,
  estate: Estate,
  ledger: readonly Answered[],
  people: People,
  { repeats, seed }: { readonly repeats: number; readonly seed: number },
): Promise<Reckoning> => {
  const sample = sampleOf(ledger, repeats, seed);
  const queue = [...sample];
  const repeated: (string | null)[] = [];
  const repeat = async (): Promise<void> => {
    for (let one = queue.pop(); one; one = queue.pop()) {
      repeated.push(await repeatFault(people, one));
      bench.progress(`${repeated.length} of ${sample.length} asked again`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, repeat));
  bench.progress('reckoning');
  const faults = [
    ...repeated.filter((fault) => fault !== null),
    ...(await ledgerFaults(estate.owner, ledger)),
    ...(await ruleFaults(estate.owner)),
    ...(await logFaults(estate)),
  ];
  return { faults, repeated: sample.length };
};
