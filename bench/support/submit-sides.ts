/** Promise: both sides of the submission benchmark, set up alike: each client has items of its own, all in progress. */
import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Command } from '../../src/domain/commands.js';
import { headOf } from '../../src/intake/accounts.js';
import type { Child } from './child.js';
import type { Give } from './clients.js';
import { commandsOf, givenInProgress, headActor, type Mix } from './commands.js';
import { signIn, type HttpClient } from './http-client.js';
import { benchPlan, givenPlan } from './plan.js';
import type { Series } from './reference-activities.js';
import { referenceQueue } from './reference-queue.js';
import type { Services } from './services.js';

export interface Side {
  readonly child: Child;
  readonly plan: string;
  /** One for each client. */
  readonly clients: readonly Give[];
}

interface Owned {
  readonly client: number;
  readonly id: string;
  readonly unit: string;
}

/** So that a client does not always wait behind its own last command. */
export const itemsPerClient = 4;

const givenItems = async ({ db }: Services, plan: string, clients: number): Promise<readonly Owned[]> => {
  const document = benchPlan(plan, { items: clients * itemsPerClient, units: clients }, Date.now());
  const ids = await givenPlan(db, document);
  const owned = ids.map((id, index) => ({
    client: index % clients,
    id,
    unit: `unit-${(index % clients) + 1}`,
  }));
  await givenInProgress(db, plan, owned);
  return owned;
};

/** The client goes round its items; each item gets the series from its beginning, again and again. */
const goingRound = (
  items: readonly string[],
  length: number,
  give: (item: string, step: number) => Promise<void>,
) => {
  let turn = 0;
  return async (): Promise<void> => {
    const item = items[turn % items.length] ?? '';
    const step = Math.floor(turn / items.length) % length;
    turn += 1;
    await give(item, step);
  };
};

const itemsOf = (owned: readonly Owned[], client: number): readonly string[] =>
  owned.filter((one) => one.client === client).map(({ id }) => id);

export interface Uploaded {
  readonly http: HttpClient;
  readonly series: readonly Command[];
}

/** Every client's session, and the commands that name the file it has brought. */
export const signInAll = async (
  { apiUrl }: Child,
  clients: number,
  mix: Mix,
): Promise<readonly Uploaded[]> => {
  if (apiUrl === null) throw new Error('there is no API');
  return Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const http = await signIn(apiUrl, headOf(`unit-${client + 1}`));
      return { http, series: commandsOf(mix, mix === 'evidence' ? await http.upload() : '') };
    }),
  );
};

/** Needs no session yet: the plan brings the accounts. */
export const givenProductItems = (services: Services, clients: number): Promise<readonly Owned[]> =>
  givenItems(services, 'submit-product', clients);

export const productSide = (child: Child, owned: readonly Owned[], people: readonly Uploaded[]): Side => ({
  child,
  plan: 'submit-product',
  clients: people.map(({ http, series }, client) =>
    goingRound(itemsOf(owned, client), series.length, (item, step) => http.give(item, at(series, step))),
  ),
});

export const referenceSide = async (
  services: Services,
  child: Child,
  people: readonly Uploaded[],
): Promise<Side> => {
  const plan = 'submit-reference';
  const owned = await givenItems(services, plan, people.length);
  const series: Series[] = owned.map(({ client, id: item, unit }) => ({
    ...{ item, actor: headActor(unit) },
    commands: people[client]?.series ?? [],
  }));
  await child.ask({ kind: 'prepareSeries', series });
  const clients = people.map((person, client) =>
    goingRound(itemsOf(owned, client), person.series.length, (item, step) =>
      updateWithStart(services, item, step),
    ),
  );
  return { child, plan, clients };
};

const updateWithStart = async ({ client }: Services, item: string, step: number): Promise<void> => {
  const submission = randomUUID();
  const startWorkflowOperation = new WithStartWorkflowOperation('commands', {
    workflowId: `reference/${item}`,
    taskQueue: referenceQueue,
    args: [item],
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  // Settled apart from the call; a start that failed is told by the call itself.
  startWorkflowOperation.workflowHandle().catch(() => undefined);
  await client.workflow.executeUpdateWithStart('give', {
    startWorkflowOperation,
    updateId: submission,
    args: [submission, step],
  });
};

const at = <T>(all: readonly T[], index: number): T => {
  const found = all[index];
  if (found === undefined) throw new RangeError(`${index} of ${all.length}`);
  return found;
};
