/** What was told and what was issued, joined with the facts behind it, a page at a time. */
import { readDocumentNumber } from '../../domain/documents.js';
import type { Fact } from '../../domain/events.js';
import type { Instant, IsoDate } from '../../domain/instants.js';
import type { Actor, PostRole } from '../../domain/people.js';
import type { Tx } from '../database.js';
import type { NoticeClass } from '../../domain/told.js';
import type { Outgoing } from '../notices.js';
import { select } from '../rows.js';
import { all, condition, visible, type Condition, type Viewer } from './visible.js';

export interface ToldRow {
  readonly id: number;
  readonly planId: string;
  readonly itemId: string;
  readonly number: number;
  readonly itemTitle: string;
  readonly tile: string;
  readonly eventSeq: number;
  readonly personId: string;
  readonly personName: string | null;
  readonly toldAs: readonly PostRole[];
  readonly insteadOf: PostRole | null;
  readonly class: NoticeClass;
  readonly kind: string;
  readonly at: Instant;
  readonly deliverAt: Instant;
  readonly readAt: Instant | null;
  readonly outgoing: Outgoing;
  /** Something graver than a reminder is told of the item at the same moment. */
  readonly isJoined: boolean;
  /** The fact it tells of. */
  readonly fact: Fact;
}

/** Where a page of notices ended. */
export interface ToldCursor {
  readonly deliverAt: Instant;
  readonly id: number;
}

interface ToldPage {
  readonly after: ToldCursor | null;
  readonly limit: number;
}

const told = (
  tx: Tx,
  where: readonly Condition[],
  { after, limit }: ToldPage,
): Promise<readonly ToldRow[]> => {
  const { sql, bindings } = all([
    ...where,
    ...(after === null ? [] : [condition('(n.deliver_at, n.id) < (?, ?)', after.deliverAt, after.id)]),
  ]);
  return select(
    tx,
    `SELECT n.id, n.plan_id, n.item_id, i.number, i.title AS item_title, i.tile, n.event_seq, n.person_id,
       person.name AS person_name, n.told_as, n.instead_of, n.class, n.kind, n.at, n.deliver_at, n.read_at, n.outgoing, e.body AS fact,
       EXISTS (SELECT 1 FROM notices o WHERE o.person_id = n.person_id AND o.deliver_at = n.deliver_at
         AND o.item_id = n.item_id AND o.class <> 'reminder') AS is_joined
     FROM notices n JOIN items i ON i.id = n.item_id JOIN plans p ON p.id = n.plan_id
     JOIN events e ON e.item_id = n.item_id AND e.seq = n.event_seq LEFT JOIN people person ON person.id = n.person_id
     WHERE ${sql} ORDER BY n.deliver_at DESC, n.id DESC LIMIT ?`,
    [...bindings, limit + 1],
  );
};

/** Delivered by the wall clock's `now`, each in its plan's time. */
const delivered = (now: Instant): Condition => condition('n.deliver_at <= ?::bigint + p.clock_shift_ms', now);

export interface InboxFilter extends ToldPage {
  readonly planId: string | null;
  readonly unreadOnly: boolean | null;
  /** Wall clock. */
  readonly now: Instant;
}

/** What a person has been told by now, newest first; one more than `limit`, to know whether there is a next page. */
export const inboxOf = (tx: Tx, person: string, filter: InboxFilter): Promise<readonly ToldRow[]> =>
  told(
    tx,
    [
      condition('n.person_id = ?', person),
      delivered(filter.now),
      ...(filter.planId === null ? [] : [condition('n.plan_id = ?', filter.planId)]),
      ...(filter.unreadOnly === null
        ? []
        : [condition(`n.read_at IS ${filter.unreadOnly ? '' : 'NOT '}NULL`)]),
    ],
    filter,
  );

export const unreadOf = async (tx: Tx, person: string, now: Instant): Promise<number> => {
  const rows = await select<{ unread: number }>(
    tx,
    `SELECT count(*)::int AS unread FROM notices n JOIN plans p ON p.id = n.plan_id
     WHERE n.person_id = ? AND n.read_at IS NULL AND n.deliver_at <= ?::bigint + p.clock_shift_ms`,
    [person, now],
  );
  return rows[0]?.unread ?? 0;
};

/** Everything told of an item, newest first. */
export const toldOfItem = (tx: Tx, item: string, page: ToldPage): Promise<readonly ToldRow[]> =>
  told(tx, [condition('n.item_id = ?', item)], page);

/** Everything a plan told anybody, newest first: what a rehearsal would have mailed. */
export const toldOfPlan = (
  tx: Tx,
  plan: string,
  page: ToldPage & {
    /** How their mail fared; null = any. */
    readonly states: readonly ToldRow['outgoing'][] | null;
  },
): Promise<readonly ToldRow[]> =>
  told(
    tx,
    [
      condition('n.plan_id = ?', plan),
      ...(page.states === null ? [] : [condition('n.outgoing = ANY(?)', page.states)]),
    ],
    page,
  );

export interface IssuedRow {
  readonly planId: string;
  readonly kind: string;
  readonly year: number;
  readonly number: number;
  readonly itemId: string;
  readonly itemNumber: number;
  readonly itemTitle: string;
  readonly unitId: string;
  readonly eventSeq: number;
  readonly issuedOn: IsoDate;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly fact: Fact;
  /** Null = the clock. */
  readonly actor: Actor | null;
}

/** Where a page of documents ended. */
export interface IssuedCursor {
  readonly issuedOn: IsoDate;
  readonly itemNumber: number;
  readonly seq: number;
  readonly kind: string;
}

const issued = (tx: Tx, where: readonly Condition[], limit: number): Promise<readonly IssuedRow[]> => {
  const { sql, bindings } = all(where);
  return select(
    tx,
    `SELECT d.plan_id, d.kind, d.year, d.number, d.item_id, i.number AS item_number, i.title AS item_title, d.unit_id,
       d.event_seq, d.issued_on, d.fields, e.body AS fact, e.actor
     FROM documents d JOIN items i ON i.id = d.item_id JOIN events e ON e.item_id = d.item_id AND e.seq = d.event_seq
     WHERE ${sql} ORDER BY d.issued_on DESC, i.number DESC, d.event_seq DESC, d.kind DESC LIMIT ?`,
    [...bindings, limit],
  );
};

/** Documents as somebody looks for them: by the number on paper, else by its digits, the item's number or words. */
const documentsLike = (search: string): Condition => {
  const printed = readDocumentNumber(search);
  if (printed)
    return condition(
      'd.kind = ? AND d.year = ? AND d.number = ?',
      printed.kind,
      printed.year,
      printed.number,
    );
  const said = search.trim();
  return condition(
    `d.number::text = ? OR i.number::text = ? OR strpos(lower(i.title), lower(?)) > 0 OR strpos(replace(i.tile, '|', ''), ?) > 0
     OR EXISTS (SELECT 1 FROM units u WHERE u.plan_id = d.plan_id AND u.id = d.unit_id AND strpos(u.name, ?) > 0)`,
    ...[said, said, said, said, said],
  );
};

/** Documents of visible items, newest first; one more than `limit`. */
export const issuedTo = (
  tx: Tx,
  viewer: Viewer,
  {
    planId,
    kinds,
    search,
    after,
    limit,
  }: {
    readonly planId: string;
    readonly kinds: readonly string[] | null;
    /** Null = all. */
    readonly search: string | null;
    readonly after: IssuedCursor | null;
    readonly limit: number;
  },
): Promise<readonly IssuedRow[]> =>
  issued(
    tx,
    [
      condition('d.plan_id = ?', planId),
      visible(viewer),
      ...(kinds === null ? [] : [condition('d.kind = ANY(?)', kinds)]),
      ...(search === null ? [] : [documentsLike(search)]),
      ...(after === null
        ? []
        : [
            condition(
              '(d.issued_on, i.number, d.event_seq, d.kind) < (?::date, ?, ?, ?)',
              after.issuedOn,
              after.itemNumber,
              after.seq,
              after.kind,
            ),
          ]),
    ],
    limit + 1,
  );

export const issuedOfItem = (tx: Tx, item: string): Promise<readonly IssuedRow[]> =>
  issued(tx, [condition('d.item_id = ?', item)], 1000);

export const issuedDocument = async (
  tx: Tx,
  viewer: Viewer,
  { planId, kind, year, number }: Pick<IssuedRow, 'planId' | 'kind' | 'year' | 'number'>,
): Promise<IssuedRow | null> => {
  const where = condition(
    'd.plan_id = ? AND d.kind = ? AND d.year = ? AND d.number = ?',
    planId,
    kind,
    year,
    number,
  );
  return (await issued(tx, [where, visible(viewer)], 1))[0] ?? null;
};
