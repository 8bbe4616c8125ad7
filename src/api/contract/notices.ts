/** Notices: the caller's inbox, and what a rehearsal would have mailed. */
import { instantShown, pageOf, pageQuery, personNamed, planRef, post, several } from './common.js';
import { endpoint, z } from './endpoint.js';

export const noticeEntry = z
  .object({
    id: z.string(),
    message: z.string().openapi({
      description:
        'The same for notices that reach a person as one message: all of one moment about one item, or the reminders of a morning.',
    }),
    plan: z.string(),
    item: z.object({ id: z.string(), number: z.number().int(), title: z.string(), tile: z.string() }),
    seq: z.number().int().openapi({ description: 'The event it tells of.' }),
    class: z.enum(['reminder', 'urgent', 'formal']),
    kind: z.string(),
    toldAs: z.array(post),
    insteadOf: post
      .nullable()
      .openapi({ description: 'The post that has nobody, for which the person hears of it.' }),
    at: instantShown,
    deliverAt: instantShown,
    readAt: instantShown.nullable(),
    text: z.string(),
  })
  .openapi('Notice');

export const getInbox = endpoint('GET /inbox', {
  id: 'getInbox',
  tag: 'notices',
  summary: 'What the caller was told, newest first.',
  access: 'signed_in',
  query: z.strictObject({
    ...pageQuery,
    unread: z.enum(['true', 'false']).optional(),
    plan: planRef.optional(),
  }),
  answers: { ok: pageOf(noticeEntry, 'InboxPage') },
});

export const getUnread = endpoint('GET /inbox/unread', {
  id: 'getUnread',
  tag: 'notices',
  summary: 'How many notices the caller has not read.',
  access: 'signed_in',
  answers: { ok: z.object({ unread: z.number().int() }).openapi('Unread') },
});

export const markRead = endpoint('POST /inbox/read', {
  id: 'markRead',
  tag: 'notices',
  summary: 'Marks notices as read; those that are not the caller’s are left alone.',
  access: 'signed_in',
  body: z
    .strictObject({
      ids: z
        .array(
          z
            .string()
            .max(20)
            .regex(/^[1-9]\d{0,17}$/),
        )
        .min(1)
        .max(500),
    })
    .openapi('ReadNotices'),
  answers: { ok: z.object({ unread: z.number().int() }).openapi('UnreadAfter') },
});

export const outgoingStates = [
  'pending',
  'sending',
  'sent',
  'doubtful',
  'failed',
  'suppressed',
  'unaddressed',
] as const;

export const getOutgoing = endpoint('GET /plans/{plan}/outgoing', {
  id: 'getOutgoing',
  tag: 'rehearsal',
  summary: 'What would have left a rehearsal by mail, and how mail of a live plan fared; newest first.',
  access: 'see_outgoing',
  params: z.strictObject({ plan: planRef }),
  query: z.strictObject({ ...pageQuery, state: several(z.enum(outgoingStates)) }),
  answers: {
    ok: pageOf(
      noticeEntry.extend({ person: personNamed, outgoing: z.enum(outgoingStates) }).openapi('OutgoingNotice'),
      'OutgoingPage',
    ),
  },
});
