/** Where a person's notices go outside the app, if not by mail: a robot of a group chat. Its secrets are never shown. */
import { channelKinds, isChannelUrl } from '../../domain/channels.js';
import { name } from './common.js';
import { endpoint, z } from './endpoint.js';
import { fault } from './faults.js';

const channelShown = z
  .object({
    kind: z.enum(channelKinds),
    host: z.string().openapi({ description: 'The rest of the address is a secret.' }),
    signed: z.boolean(),
  })
  .openapi('Channel');

const ofPerson = z.strictObject({ person: name });

export const getChannel = endpoint('GET /people/{person}/channel', {
  id: 'getChannel',
  tag: 'admin',
  summary: 'The robot a person’s notices go to; null = they go by mail, if there is an address.',
  access: 'set_channels',
  params: ofPerson,
  answers: { ok: z.object({ channel: channelShown.nullable() }).openapi('ChannelOf') },
});

export const setChannel = endpoint('PUT /people/{person}/channel', {
  id: 'setChannel',
  tag: 'admin',
  summary: 'Lets a person’s notices go to a robot of DingTalk or WeCom instead of by mail.',
  description: 'Only to hosts that the installation’s settings name; without any there are no robots.',
  access: 'set_channels',
  params: ofPerson,
  body: z
    .strictObject({
      kind: z.enum(channelKinds),
      url: z.string().max(1000).refine(isChannelUrl, fault('not_a_robot')),
      secret: z
        .string()
        .min(1)
        .max(200)
        .nullable()
        .default(null)
        .openapi({ description: 'With which DingTalk wants messages signed.' }),
    })
    .refine(({ kind, secret }) => kind === 'dingtalk' || secret === null, {
      ...fault('not_signed'),
      path: ['secret'],
    })
    .openapi('ChannelGiven'),
  answers: { ok: z.object({ channel: channelShown }).openapi('ChannelSet') },
  problems: ['channels_off', 'channel_host_refused', 'channel_not_secure'],
});

export const removeChannel = endpoint('DELETE /people/{person}/channel', {
  id: 'removeChannel',
  tag: 'admin',
  summary: 'Lets a person’s notices go by mail again.',
  access: 'set_channels',
  params: ofPerson,
  answers: { empty: null },
});
