/** The inbox, and what left or would have left by mail. */
import { z } from 'zod';
import { markRead as markNoticesRead } from '../../store/notices.js';
import { planNow } from '../../store/plans.js';
import { inboxOf, toldOfPlan, unreadOf, type ToldCursor, type ToldRow } from '../../store/views/history.js';
import { getInbox, getOutgoing, getUnread, markRead } from '../contract/notices.js';
import { paged, readCursor } from '../cursor.js';
import { namesFor, noticeShown, personShown } from '../say.js';
import { serve, type Served } from '../serve.js';
import { shown } from '../times.js';
import { visiblePlan } from './visible-item.js';

const cursorSchema = z.tuple([z.number().int().safe(), z.number().int().safe()]);

export const toldCursor = (text: string | undefined): ToldCursor | null => {
  const read = readCursor(text, cursorSchema);
  return read && { deliverAt: read[0], id: read[1] };
};

export const cursorOfTold = ({ deliverAt, id }: ToldRow): readonly number[] => [deliverAt, id];

export const mentionedIn = (rows: readonly ToldRow[]) => ({
  plans: rows.map((row) => row.planId),
  items: rows.map((row) => row.itemId),
  people: [],
});

const inbox = serve(getInbox, ({ context: { db, now }, caller, query, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const found = await inboxOf(tx, caller.holder.id, {
      planId: query.plan ?? null,
      unreadOnly: query.unread === undefined ? null : query.unread === 'true',
      now: now(),
      after: toldCursor(query.cursor),
      limit: query.limit,
    });
    const { rows, next } = paged(found, query.limit, cursorOfTold);
    const names = await namesFor(tx, mentionedIn(rows));
    return {
      as: 'ok',
      body: { entries: rows.map((row) => noticeShown(row, names, words)), next, asOf: shown(now()) },
    };
  }),
);

const unread = serve(getUnread, ({ context: { db, now }, caller }) =>
  db.asReader(caller.actor, async (tx) => ({
    as: 'ok',
    body: { unread: await unreadOf(tx, caller.holder.id, now()) },
  })),
);

const read = serve(markRead, ({ context: { db, now }, caller, body }) =>
  db.asActor(caller.actor, async (tx) => {
    await markNoticesRead(tx, caller.holder.id, body.ids.map(Number), now());
    return { as: 'ok', body: { unread: await unreadOf(tx, caller.holder.id, now()) } };
  }),
);

const outgoing = serve(getOutgoing, ({ context: { db, now }, caller, params, query, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const found = await toldOfPlan(tx, plan.id, {
      states: query.state ?? null,
      after: toldCursor(query.cursor),
      limit: query.limit,
    });
    const { rows, next } = paged(found, query.limit, cursorOfTold);
    const names = await namesFor(tx, mentionedIn(rows));
    const entries = rows.map((row) => ({
      ...noticeShown(row, names, words),
      person: personShown(row),
      outgoing: row.outgoing,
    }));
    return { as: 'ok', body: { entries, next, asOf: shown(planNow(plan, now())) } };
  }),
);

export const noticeRoutes: readonly Served[] = [inbox, unread, read, outgoing];
