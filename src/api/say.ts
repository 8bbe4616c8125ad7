/** Facts, notices and documents as a reader sees them: ids with their names, facts as sentences. */
import { documentNumber, documentKinds, type DocumentKind } from '../domain/documents.js';
import type { Fact, FactOf, FactType, ItemEvent } from '../domain/events.js';
import { messageKey } from '../domain/messages.js';
import type { Actor } from '../domain/people.js';
import { toldOf } from '../domain/told.js';
import type { Tx } from '../store/database.js';
import { milestoneTitlesOf, namesOf, unitNamesOf } from '../store/views/item-page.js';
import type { IssuedRow, ToldRow } from '../store/views/history.js';
import type { z } from 'zod';
import type { documentEntry } from './contract/documents.js';
import type { historyEntry } from './contract/item-shapes.js';
import type { noticeEntry } from './contract/notices.js';
import { documentIdOf } from './document-id.js';
import { shown, shownOrNull } from './times.js';
import type { Naming, Words } from './words/index.js';

/** Names of what the items of one answer mention. */
export interface Names {
  readonly unit: (planId: string, id: string) => string;
  readonly person: (id: string) => string;
  readonly milestone: (itemId: string, id: string) => string;
}

export interface Mentioned {
  readonly plans: readonly string[];
  readonly items: readonly string[];
  readonly people: readonly string[];
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Reads all names at once; what has none is called by its id. */
export const namesFor = async (tx: Tx, { plans, items, people }: Mentioned): Promise<Names> => {
  const units = await unitNamesOf(tx, distinct(plans));
  const titles =
    items.length === 0 ? new Map<string, string>() : await milestoneTitlesOf(tx, distinct(items));
  const persons = people.length === 0 ? new Map<string, string>() : await namesOf(tx, distinct(people));
  return {
    unit: (planId, id) => units.get(`${planId} ${id}`) ?? id,
    person: (id) => persons.get(id) ?? id,
    milestone: (itemId, id) => titles.get(`${itemId} ${id}`) ?? '',
  };
};

/** Persons behind events, to be named. */
export const personsIn = (events: readonly { readonly actor: Actor | null }[]): string[] =>
  events.flatMap(({ actor }) =>
    actor === null ? [] : [actor.person, ...(actor.onBehalfOf === null ? [] : [actor.onBehalfOf])],
  );

export const namingOf = (names: Names, planId: string, itemId: string): Naming => ({
  unit: (id) => names.unit(planId, id),
  milestone: (id) => {
    const title = names.milestone(itemId, id);
    return title === '' ? id : `${id}“${title}”`;
  },
  measure: (id) => id,
});

interface About {
  readonly planId: string;
  readonly itemId: string;
}

/** What the ids of an item are called, or of its plan alone, for the sentence of a refusal. */
export const namingIn = async (tx: Tx, planId: string, itemId: string | null): Promise<Naming> => {
  const items = itemId === null ? [] : [itemId];
  return namingOf(await namesFor(tx, { plans: [planId], items, people: [] }), planId, itemId ?? '');
};

/** The fact as a sentence. */
export const sentence = (fact: Fact, { planId, itemId }: About, names: Names, words: Words): string => {
  const say = words.facts[fact.type] as (fact: FactOf<FactType>, name: Naming) => string;
  return say(fact, namingOf(names, planId, itemId));
};

const envelope = new Set(['version', 'seq', 'at', 'recordedAt', 'actor', 'submission']);

/** An event without its envelope. */
export const factOf = (event: ItemEvent): Fact =>
  Object.fromEntries(Object.entries(event).filter(([field]) => !envelope.has(field))) as unknown as Fact;

const actorShown = (actor: Actor, planId: string, names: Names) => ({
  id: actor.person,
  name: names.person(actor.person),
  role: actor.role,
  unit: actor.unit === null ? null : { id: actor.unit, name: names.unit(planId, actor.unit) },
  for: actor.onBehalfOf === null ? null : { id: actor.onBehalfOf, name: names.person(actor.onBehalfOf) },
});

export const whoDid = (actor: Actor | null, names: Names, words: Words): string => {
  if (actor === null) return words.theClock;
  const name = names.person(actor.person);
  return actor.onBehalfOf === null ? name : words.onBehalf(name, names.person(actor.onBehalfOf));
};

export const eventShown = (
  event: ItemEvent,
  about: About,
  names: Names,
  words: Words,
): z.input<typeof historyEntry> => ({
  seq: event.seq,
  type: event.type,
  at: shown(event.at),
  recordedAt: shown(event.recordedAt),
  actor: event.actor === null ? null : actorShown(event.actor, about.planId, names),
  who: whoDid(event.actor, names, words),
  text: sentence(factOf(event), about, names, words),
  told: [...toldOf(event).to],
  submission: event.submission,
  fact: { ...factOf(event) },
});

export const noticeShown = (row: ToldRow, names: Names, words: Words): z.input<typeof noticeEntry> => ({
  id: String(row.id),
  message: messageKey(row, row.isJoined),
  plan: row.planId,
  item: { id: row.itemId, number: row.number, title: row.itemTitle, tile: row.tile },
  seq: row.eventSeq,
  class: row.class,
  kind: row.kind,
  toldAs: [...row.toldAs],
  insteadOf: row.insteadOf,
  at: shown(row.at),
  deliverAt: shown(row.deliverAt),
  readAt: shownOrNull(row.readAt),
  text: sentence(row.fact, row, names, words),
});

export const personShown = (row: ToldRow) => ({ id: row.personId, name: row.personName ?? row.personId });

const isDocumentKind = (kind: string): kind is DocumentKind =>
  (documentKinds as readonly string[]).includes(kind);

/** What the paper of a fact is called. */
export const documentTitle = (kind: DocumentKind, fact: Fact, words: Words): string =>
  fact.type === 'listed' ? words.listingTitle(fact.level) : words.documents[kind];

export const documentShown = (row: IssuedRow, names: Names, words: Words): z.input<typeof documentEntry> => ({
  id: documentIdOf(row),
  kind: row.kind,
  year: row.year,
  number: row.number,
  mark: isDocumentKind(row.kind)
    ? documentNumber(row.kind, row.year, row.number)
    : `${row.year}-${row.number}`,
  title: isDocumentKind(row.kind) ? documentTitle(row.kind, row.fact, words) : row.kind,
  item: { id: row.itemId, number: row.itemNumber, title: row.itemTitle },
  unit: { id: row.unitId, name: names.unit(row.planId, row.unitId) },
  issuedOn: row.issuedOn,
  seq: row.eventSeq,
});

/** Milestones a document names. */
export const documentMilestones = ({ itemId, fact }: IssuedRow, names: Names) => {
  const named = 'milestones' in fact ? fact.milestones : 'milestone' in fact ? [fact.milestone] : [];
  return named.flatMap((one) =>
    typeof one === 'string' ? [{ id: one, title: names.milestone(itemId, one) }] : [],
  );
};

export const documentText = ({ kind }: IssuedRow, words: Words): string =>
  isDocumentKind(kind) ? words.letters[kind] : '';
