/** What a command would bring about if it were given now: asked before a signature. Nothing is written. */
import { instantShown, itemRef } from './common.js';
import { itemCommandTypes } from './commands.js';
import { endpoint, z } from './endpoint.js';
import { foreseen } from './forecast.js';

export const commandPreview = z
  .object({
    asOf: instantShown,
    version: z.number().int().openapi({ description: 'Of the item it was looked at.' }),
    happens: z
      .array(foreseen)
      .openapi({ description: 'The facts of the command and what follows from them at once, in order.' }),
  })
  .openapi('CommandPreview');

export const previewCommand = endpoint('POST /items/{item}/commands/{command}/preview', {
  id: 'previewCommand',
  tag: 'commands',
  summary: 'What a command would bring about now, whom it would tell and on which paper. Nothing is written.',
  description: 'Takes the body of the command itself and refuses what the command would refuse.',
  access: 'see_plans',
  params: z.strictObject({ item: itemRef, command: z.enum(itemCommandTypes) }),
  body: z.looseObject({}).openapi('CommandParticulars'),
  answers: { ok: commandPreview },
  problems: ['not_allowed', 'wrong_state', 'invalid'],
});
