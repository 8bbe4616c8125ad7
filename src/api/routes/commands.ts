/** One route a command, all the same way: see, look ahead, submit, answer. */
import type { Command } from '../../domain/commands.js';
import { commandEndpoints } from '../contract/items.js';
import { itemCommandTypes, type ItemCommandType } from '../contract/commands.js';
import type { Endpoint } from '../contract/endpoint.js';
import { type submission } from '../contract/submissions.js';
import { basePath } from '../paths.js';
import { refusalProblem } from '../problem.js';
import { serve, type Ask, type Reply, type Served } from '../serve.js';
import { envelopeOf, refusalOf, refusePlainly, submit, wasSent, type Asked } from '../submit.js';
import type { Submission } from '../../store/submissions.js';
import { submissionShown } from './submissions.js';
import { planOfItem, visibleItem } from './visible-item.js';

type CommandEndpoint = Endpoint & {
  readonly answers: { readonly created: typeof submission; readonly accepted: typeof submission };
};

/** The contract has checked the body against the very shape the domain names. */
const commandOf = (type: ItemCommandType, body: unknown): Command =>
  ({ type, ...(body as object) }) as Command;

const give =
  (type: ItemCommandType) =>
  async (ask: Ask<CommandEndpoint>): Promise<Reply<CommandEndpoint>> => {
    const { context, caller, params, body, req } = ask;
    const envelope = envelopeOf(req);
    const command = commandOf(type, body);
    const asked = await context.db.asReader(caller.actor, async (tx): Promise<Asked> => {
      const item = await visibleItem(tx, caller, String(params['item']));
      const request = { caller, envelope, plan: await planOfItem(tx, item), item, command };
      if (!(await wasSent(tx, request))) await refusePlainly(tx, request, context.now());
      return request;
    });
    return answerOf(await submit(context, asked), ask);
  };

const answerOf = (row: Submission, { language }: Ask<CommandEndpoint>): Reply<CommandEndpoint> => {
  const refusal = refusalOf(row);
  const version = row.outcome?.version;
  if (refusal) throw refusalProblem(refusal, { submission: row.id, version });
  const headers = { Location: `${basePath}/submissions/${row.id}` };
  const body = submissionShown(row, language);
  if (version === undefined) return { as: 'accepted', body, headers: { ...headers, 'Retry-After': '2' } };
  return { as: 'created', body, headers: { ...headers, ETag: `"${version}"` } };
};

export const commandRoutes: readonly Served[] = itemCommandTypes.map((type) =>
  serve(commandEndpoints[type] as CommandEndpoint, give(type)),
);
