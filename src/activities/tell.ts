/**
 * Promise: whoever is to be told of what happened is told once, and of a morning's reminders never more than the
 * measure of their policy: the rest waits for the mornings after.
 */
import { rulesFor } from '../domain/context.js';
import { morningsOf, type Queued } from '../domain/digest.js';
import type { Instant } from '../domain/instants.js';
import { gathersUntil, type Delivery } from '../domain/notices.js';
import { audienceOf } from '../store/audience.js';
import type { Tx } from '../store/database.js';
import { appendNotices, waitingReminders, type NewNotice } from '../store/notices.js';
import { isTold, noticesOfItem, type Happened } from './tellings.js';

/** Returns the persons whose mailbox promised a later hour than it must keep now. */
export const tell = async (tx: Tx, happened: readonly Happened[]): Promise<readonly string[]> => {
  const mailboxes: string[] = [];
  for (const plan of new Set(happened.map(({ head }) => head.planId))) {
    const ofPlan = happened.filter(({ head, events }) => head.planId === plan && events.some(isTold));
    if (ofPlan.length === 0) continue;
    const audience = await audienceOf(tx, plan);
    const tellings = ofPlan.flatMap((item) => {
      const delivery = rulesFor(item.state, item.context);
      return noticesOfItem(item, audience).map((notice) => ({ notice, delivery }));
    });
    mailboxes.push(...(await appendNotices(tx, await measured(tx, plan, tellings))));
  }
  return mailboxes;
};

interface Telling {
  readonly notice: NewNotice;
  readonly delivery: Delivery;
}

const isReminder = ({ notice }: Telling): boolean => notice.class === 'reminder';

const queuedAs = ({ notice: { personId, kind, deliverAt }, delivery }: Telling): Queued => ({
  personId,
  kind,
  deliverAt,
  delivery,
});

/** The notices of a plan, its reminders on the mornings that have room for them. */
const measured = async (
  tx: Tx,
  planId: string,
  tellings: readonly Telling[],
): Promise<readonly NewNotice[]> => {
  const reminders = tellings.filter(isReminder).sort((a, b) => a.notice.deliverAt - b.notice.deliverAt);
  const [first] = reminders;
  if (first === undefined) return tellings.map(({ notice }) => notice);
  const waiting = await waitingReminders(tx, {
    planId,
    persons: [...new Set(reminders.map(({ notice }) => notice.personId))],
    since: first.notice.deliverAt,
  });
  const mornings = morningsOf(reminders.map(queuedAs), waiting);
  return [
    ...tellings.filter((telling) => !isReminder(telling)).map(({ notice }) => notice),
    ...reminders.map((telling, place) => postponed(telling, mornings[place])),
  ];
};

const postponed = ({ notice, delivery }: Telling, morning: Instant = notice.deliverAt): NewNotice =>
  notice.deliverAt === morning
    ? notice
    : { ...notice, deliverAt: morning, gathersUntil: gathersUntil(morning, morning, delivery) };
