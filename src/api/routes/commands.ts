/** One route a command, all the same way: see, look ahead, submit, answer. */
import type { z } from 'zod';
import type { Command } from '../../domain/commands.js';
import { rulesFor } from '../../domain/context.js';
import type { IsoDate } from '../../domain/instants.js';
import { refuse } from '../../domain/refusals.js';
import { daysOffSet } from '../../domain/set-dates.js';
import type { Tx } from '../../store/database.js';
import { policiesOf } from '../../store/plan-books.js';
import { contextAt, planNow, type PlanRow } from '../../store/plans.js';
import { commandEndpoints } from '../contract/items.js';
import { itemCommandTypes, type commandBodies, type ItemCommandType } from '../contract/commands.js';
import type { Endpoint } from '../contract/endpoint.js';
import { type submission } from '../contract/submissions.js';
import { basePath } from '../paths.js';
import { refusalProblem } from '../problem.js';
import { namingIn } from '../say.js';
import { serve, type Ask, type Reply, type Served } from '../serve.js';
import { comesTo, envelopeOf, refusalOf, submit, wasSent, type Asked } from '../submit.js';
import type { Submission } from '../../store/submissions.js';
import { submissionShown } from './submissions.js';
import { planOfItem, visibleItem } from './visible-item.js';

type CommandEndpoint = Endpoint & {
  readonly answers: { readonly created: typeof submission; readonly accepted: typeof submission };
};

/** The contract has checked the body against the very shape the domain names; a policy is named by its version. */
export const commandOf = async (
  tx: Tx,
  plan: PlanRow,
  type: ItemCommandType,
  body: unknown,
): Promise<Command> => {
  if (type !== 'adoptPolicy') return { type, ...(body as object) } as Command;
  const { version } = body as z.output<(typeof commandBodies)['adoptPolicy']>;
  const signed = (await policiesOf(tx, plan.id)).find((known) => known.version === version);
  if (!signed) throw refusalProblem(refuse('no_such_case', `policy/${version}`));
  if (signed.signedBy === null) throw refusalProblem(refuse('no_such_case', `policy_signature/${version}`));
  return { type, policy: signed.policy };
};

interface Warned extends Asked {
  /** Dates it sets on days off. */
  readonly daysOff: readonly IsoDate[];
}

const give =
  (type: ItemCommandType) =>
  async (ask: Ask<CommandEndpoint>): Promise<Reply<CommandEndpoint>> => {
    const { context, caller, params, body, req } = ask;
    const envelope = envelopeOf(req);
    const asked = await context.db.asReader(caller.actor, async (tx): Promise<Warned> => {
      const [item, isKnown] = await Promise.all([
        visibleItem(tx, caller, String(params['item'])),
        wasSent(tx, { caller, envelope }),
      ]);
      const plan = await planOfItem(tx, item);
      const command = await commandOf(tx, plan, type, body);
      const request = { caller, envelope, plan, item, command };
      if (!isKnown) await comesTo(tx, { ...request, ...envelope }, context.now());
      const { calendar } = rulesFor(item.snapshot, await contextAt(tx, plan, planNow(plan, context.now())));
      return { ...request, daysOff: daysOffSet(command, calendar) };
    });
    return answerOf(await submit(context, asked), ask, asked.daysOff);
  };

const answerOf = async (
  row: Submission,
  ask: Ask<CommandEndpoint>,
  daysOff: readonly IsoDate[],
): Promise<Reply<CommandEndpoint>> => {
  const { context, caller, language, words } = ask;
  const refusal = refusalOf(row);
  const version = row.outcome?.version;
  if (refusal) {
    const naming = await context.db.asReader(caller.actor, (tx) => namingIn(tx, row.planId, row.itemId));
    throw refusalProblem(refusal, { submission: row.id, version, naming });
  }
  const headers = { Location: `${basePath}/submissions/${row.id}` };
  const warnings = daysOff.map((date) => ({ code: 'day_off' as const, date, text: words.dayOff(date) }));
  const body = { ...submissionShown(row, language), ...(warnings.length > 0 && { warnings }) };
  if (version === undefined) return { as: 'accepted', body, headers: { ...headers, 'Retry-After': '2' } };
  return { as: 'created', body, headers: { ...headers, ETag: `"${version}"` } };
};

export const commandRoutes: readonly Served[] = itemCommandTypes.map((type) =>
  serve(commandEndpoints[type] as CommandEndpoint, give(type)),
);
