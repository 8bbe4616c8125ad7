/** Robots of group chats: given and taken by the system administrator, and never shown whole. */
import { channelFault, hostOf, type Channel, type ChannelRules } from '../../domain/channels.js';
import type { Instant } from '../../domain/instants.js';
import { appendAudit } from '../../store/audit.js';
import { channelFaceOf, removeChannel as remove, writeChannel } from '../../store/channels.js';
import type { Tx } from '../../store/database.js';
import { personOf } from '../../store/people.js';
import { getChannel, removeChannel, setChannel } from '../contract/channels.js';
import { Problem } from '../problem.js';
import { serve, type Served } from '../serve.js';
import type { Caller } from '../sign-in.js';

const requirePerson = async (tx: Tx, id: string): Promise<void> => {
  if ((await personOf(tx, id)) === null) throw new Problem('not_found');
};

const requireAllowed = (channel: Channel, rules: ChannelRules): void => {
  const fault = channelFault(channel, rules);
  if (fault === 'channel_host_refused') throw new Problem(fault, { detail: hostOf(channel) });
  if (fault !== null) throw new Problem(fault);
};

const audited = (tx: Tx, { actor }: Caller, action: string, detail: object, now: Instant): Promise<void> =>
  appendAudit(tx, [{ actor, action, planId: null, itemId: null, submissionId: null, at: null, detail }], now);

const readChannel = serve(getChannel, ({ context: { db }, caller, params }) =>
  db.asReader(caller.actor, async (tx) => {
    await requirePerson(tx, params.person);
    return { as: 'ok', body: { channel: await channelFaceOf(tx, params.person) } };
  }),
);

const putChannel = serve(
  setChannel,
  ({ context: { db, channels, now }, caller, params: { person }, body }) => {
    requireAllowed(body, channels);
    return db.asActor(caller.actor, async (tx) => {
      await requirePerson(tx, person);
      await writeChannel(tx, person, body, now());
      const channel = { kind: body.kind, host: hostOf(body), signed: body.secret !== null };
      await audited(tx, caller, 'setChannel', { person, ...channel }, now());
      return { as: 'ok' as const, body: { channel } };
    });
  },
);

const deleteChannel = serve(removeChannel, ({ context: { db, now }, caller, params: { person } }) =>
  db.asActor(caller.actor, async (tx) => {
    await requirePerson(tx, person);
    await remove(tx, person);
    await audited(tx, caller, 'removeChannel', { person }, now());
    return { as: 'empty' as const, body: null };
  }),
);

export const channelRoutes: readonly Served[] = [readChannel, putChannel, deleteChannel];
