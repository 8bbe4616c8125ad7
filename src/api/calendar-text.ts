/**
 * Promise: a person's dates as iCalendar text (RFC 5545), the same for the same facts: what is settled is no longer in
 * it, what moves keeps its UID and gets a higher SEQUENCE.
 */
import ical, { ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import type { Case } from '../domain/cases.js';
import type { Dated } from '../domain/dated.js';
import { dateOf, type Instant } from '../domain/instants.js';
import { isOverdue, type Milestone } from '../domain/item.js';
import { caseNamed, type Language, type Naming, type Words } from './words/index.js';

export interface DatedPlan {
  readonly short: string;
  readonly kind: 'live' | 'rehearsal';
}

export interface DatedEntry extends Dated {
  readonly item: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    /** Of its last event: nothing of it is younger. */
    readonly changedAt: Instant;
    readonly unit: string;
  };
  readonly plan: DatedPlan;
  /** Units are called by their names; milestones by their ids, as their days are short. */
  readonly naming: Naming;
}

type Day = Required<Pick<ICalEventData, 'id' | 'start' | 'summary' | 'description' | 'sequence'>>;

/** Nobody subscribes to be told every minute. */
const refreshSeconds = 3600;

const lines = (texts: readonly (string | false)[]): string =>
  texts.filter((text) => text !== false && text !== '').join('\n');

const rehearsedOr = ({ kind }: DatedPlan, { calendar }: Words): string =>
  kind === 'rehearsal' ? calendar.rehearsed : '';

const about = ({ item, plan, suspended }: DatedEntry, { calendar }: Words) => ({
  head: [calendar.plan(plan.short), calendar.item(item.number, item.title), calendar.unit(item.unit)],
  tail: [suspended && calendar.suspended],
});

const milestoneDay = (entry: DatedEntry, milestone: Milestone, words: Words): Day => {
  const { calendar } = words;
  const { head, tail } = about(entry, words);
  const { id, title, evidence, due, firstDue, status, epoch } = milestone;
  return {
    id: `${entry.item.id}/${id}@duzhan`,
    start: due,
    sequence: epoch - 1,
    summary: rehearsedOr(entry.plan, words) + calendar.milestoneDue(entry.item.number, id),
    description: lines([
      ...head,
      calendar.milestone(id, title),
      evidence !== '' && calendar.evidence(evidence),
      firstDue !== due && calendar.firstDue(firstDue),
      calendar.status(words.milestoneStatuses[status]),
      isOverdue(milestone) && calendar.overdue,
      ...tail,
    ]),
  };
};

const caseDay = (entry: DatedEntry, open: Case, words: Words): Day => {
  const { calendar } = words;
  const { head, tail } = about(entry, words);
  const title = caseNamed(open.id, words, entry.naming);
  return {
    id: `${entry.item.id}/${open.id}@duzhan`,
    start: open.until,
    sequence: open.epoch - 1,
    summary: rehearsedOr(entry.plan, words) + calendar.caseDue(entry.item.number, title),
    description: lines([
      ...head,
      calendar.since(dateOf(open.since)),
      open.overAt !== null && calendar.over,
      ...tail,
    ]),
  };
};

/** All-day, and no reason to be thought busy. */
const eventOf = (day: Day, { item, suspended }: DatedEntry): ICalEventData => ({
  ...day,
  allDay: true,
  status: suspended ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  transparency: ICalEventTransparency.TRANSPARENT,
  // Without a method the stamp says when the entry was revised last.
  stamp: new Date(item.changedAt),
  lastModified: new Date(item.changedAt),
});

const nameOf = (plans: readonly DatedPlan[], { calendar }: Words): string => {
  const rehearsals = plans.filter(({ kind }) => kind === 'rehearsal').length;
  const rehearsed = rehearsals === 0 ? 'none' : rehearsals === plans.length ? 'all' : 'some';
  const [only] = plans.length === 1 ? plans : [];
  return calendar.name(only?.short ?? null, rehearsed);
};

export const calendarText = (
  entries: readonly DatedEntry[],
  plans: readonly DatedPlan[],
  words: Words,
  language: Language,
): string => {
  const calendar = ical({
    prodId: { company: 'Duzhan', product: 'Duzhan', language: language.toUpperCase() },
    name: nameOf(plans, words),
    ttl: refreshSeconds,
  });
  for (const entry of entries) {
    const days = [
      ...entry.milestones.map((milestone) => milestoneDay(entry, milestone, words)),
      ...entry.cases.map((open) => caseDay(entry, open, words)),
    ];
    for (const day of days) calendar.createEvent(eventOf(day, entry));
  }
  return `${calendar.toString()}\r\n`; // every line ends, the last one too
};
