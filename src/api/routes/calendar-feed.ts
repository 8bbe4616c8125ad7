/** Routes of one's own calendar feed, and the feed itself. */
import { createHash, randomBytes } from 'node:crypto';
import type { Response } from 'express';
import type { Instant } from '../../domain/instants.js';
import { appendAudit } from '../../store/audit.js';
import { feedSince, personByToken, removeFeed, writeFeed } from '../../store/calendar-feeds.js';
import type { Tx } from '../../store/database.js';
import { calendarText } from '../calendar-text.js';
import {
  createCalendarFeed,
  deleteCalendarFeed,
  getCalendarFeed,
  getDueDates,
} from '../contract/calendar-feed.js';
import { datedEntriesOf } from '../dated-entries.js';
import { basePath } from '../paths.js';
import { Problem } from '../problem.js';
import { serve, type Served } from '../serve.js';
import { callerOf, signInActor, type Caller } from '../sign-in.js';
import { shown, shownOrNull } from '../times.js';
import { wordsOf } from '../words/index.js';

const record = (tx: Tx, { actor, self }: Caller, action: string, now: Instant): Promise<void> => {
  const nowhere = { planId: null, itemId: null, submissionId: null, at: null };
  return appendAudit(tx, [{ ...nowhere, actor, action, detail: { person: self.id } }], now);
};

const show = serve(getCalendarFeed, ({ context: { db }, caller }) =>
  db.asReader(caller.actor, async (tx) => ({
    as: 'ok',
    body: { since: shownOrNull(await feedSince(tx, caller.self.id)) },
  })),
);

const create = serve(createCalendarFeed, async ({ context: { db, now }, caller, req }) => {
  const token = randomBytes(32).toString('base64url');
  const at = now();
  await db.asActor(caller.actor, async (tx) => {
    await writeFeed(tx, caller.self.id, token, at);
    await record(tx, caller, createCalendarFeed.id, at);
  });
  const url = `${req.protocol}://${req.host}${basePath}/calendar/${token}.ics`;
  return { as: 'created', body: { url, since: shown(at) } };
});

const revoke = serve(deleteCalendarFeed, async ({ context: { db, now }, caller }) => {
  await db.asActor(caller.actor, async (tx) => {
    await removeFeed(tx, caller.self.id);
    await record(tx, caller, deleteCalendarFeed.id, now());
  });
  return { as: 'empty', body: null };
});

/** Kept by whoever asked, and by nobody in between. */
const answer = (res: Response, text: string): void => {
  const hash = createHash('sha256').update(text).digest('base64url');
  res
    .set({ 'Cache-Control': 'private, max-age=300', ETag: `"${hash}"` })
    .type('text/calendar')
    .send(text);
};

const read = serve(getDueDates, async ({ context: { db }, params, query: { lang }, res }) => {
  const person = await db.asReader(signInActor, (tx) => personByToken(tx, params.token));
  if (!person) throw new Problem('not_found');
  const caller = callerOf(person, person);
  const { entries, plans } = await db.asReader(caller.actor, (tx) => datedEntriesOf(tx, caller));
  answer(res, calendarText(entries, plans, wordsOf[lang], lang));
  return null;
});

export const calendarFeedRoutes: readonly Served[] = [show, create, revoke, read];
