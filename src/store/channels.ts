/** Promise: a robot's address and secret leave this file only for whoever sends; everyone else learns its kind and host. */
import { hostOf, type Channel, type ChannelKind } from '../domain/channels.js';
import type { Instant } from '../domain/instants.js';
import type { Tx } from './database.js';
import { execute, insertRows, select } from './rows.js';

/** What of a robot may be shown. */
export interface ChannelFace {
  readonly kind: ChannelKind;
  readonly host: string;
  readonly signed: boolean;
}

export const channelFaceOf = async (tx: Tx, person: string): Promise<ChannelFace | null> =>
  (
    await select<ChannelFace>(tx, 'SELECT kind, host, signed FROM channels WHERE person_id = ?', [person])
  )[0] ?? null;

/** Whoever has a robot, and its kind. */
export const channelKindsByPerson = async (tx: Tx): Promise<ReadonlyMap<string, ChannelKind>> => {
  const rows = await select<{ personId: string; kind: ChannelKind }>(
    tx,
    'SELECT person_id, kind FROM channels',
  );
  return new Map(rows.map(({ personId, kind }) => [personId, kind]));
};

/** For sending; asked as writer, since readers may not see it. */
export const channelOf = async (tx: Tx, person: string): Promise<Channel | null> =>
  (await select<Channel>(tx, 'SELECT kind, url, secret FROM channels WHERE person_id = ?', [person]))[0] ??
  null;

/** `writtenAt`: wall clock. */
export const writeChannel = (tx: Tx, person: string, channel: Channel, writtenAt: Instant): Promise<void> =>
  insertRows(tx, 'channels', [{ personId: person, ...channel, host: hostOf(channel), writtenAt }], {
    key: ['personId'],
    then: 'replace',
  });

export const removeChannel = (tx: Tx, person: string): Promise<void> =>
  execute(tx, 'DELETE FROM channels WHERE person_id = ?', [person]);
