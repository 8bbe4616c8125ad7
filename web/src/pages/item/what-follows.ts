/** What follows for an item as it stands, in one line with its dates; everything in it is the API's word. */
import type { Item } from '../../data/contract';
import { shortDate } from '../../parts/dates';
import { text, words } from '../../text';

const labels = text.item;

/** The milestone that presses most. */
export const pressing = (item: Item): Item['milestoneList'][number] | null =>
  item.milestoneList.find(({ id }) => id === (item.staircase?.milestone ?? item.explanation.milestone)) ??
  null;

const mostSaid = 2;

/** Rungs that come if nobody acts. */
const rungsToCome = (item: Item): string | null => {
  const coming = (item.staircase?.rungs ?? []).filter(
    ({ state, rung }) => state === 'ahead' && rung !== 'overdue' && !rung.startsWith('reminder'),
  );
  if (coming.length === 0) return null;
  const said = coming
    .slice(0, mostSaid)
    .map(({ at, title }) => labels.andThen(shortDate(at, item.today), title))
    .join(labels.comma);
  return `${labels.ifNothing}${labels.colon}${said}`;
};

const signature = (item: Item): string | null => {
  const waited = item.steps.find(
    ({ kind }) => kind === 'listing_signature' || kind === 'delisting_signature',
  );
  return waited?.until
    ? owedBy(`${waited.title}${labels.by(words.owners[waited.by])}`, waited, item.today)
    : null;
};

const nextDate = (item: Item): string | null => {
  const milestone = pressing(item);
  return milestone && labels.nextDue(milestone.id, shortDate(milestone.due, item.today));
};

/** At most two lines, the nearer first. */
export const whatFollows = (item: Item): readonly string[] => {
  const [first] = item.steps;
  if (item.lifecycle === 'closed' || item.lifecycle === 'terminated') return [labels.nothingFollows];
  if (item.suspended) {
    const end = item.steps.find(({ kind }) => kind === 'suspension')?.until;
    return [end ? labels.stoppedUntil(end) : labels.heldNow.suspended];
  }
  const held = item.explanation.milestones.find(
    ({ milestone }) => milestone === pressing(item)?.id,
  )?.heldSince;
  const coming = held ? heldWord(held.cause) : rungsToCome(item);
  if (item.light === 'red') return said(signature(item), coming);
  if (item.light === 'yellow') return said(coming ?? nextDate(item) ?? stepWord(item, first));
  return said(nextDate(item) ?? stepWord(item, first));
};

const said = (...lines: readonly (string | null)[]): readonly string[] =>
  lines.filter((line) => line !== null && line !== '').map(String);

type Step = Item['steps'][number];

/** Owed by a date that is over, how late it is. */
const owedBy = (what: string, { until, over, workingDays }: Step, today: string): string => {
  if (over) return labels.owedLate(what, workingDays.over);
  return until === null ? what : labels.signatureOwed(what, shortDate(until, today));
};

const stepWord = (item: Item, step: Step | undefined): string | null =>
  step ? owedBy(step.title, step, item.today) : null;

export const heldWord = (cause: string): string =>
  (labels.heldNow as Readonly<Record<string, string | undefined>>)[cause] ?? cause;
