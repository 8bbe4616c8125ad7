/** Notices: who gets which fact, as persons, and when it reaches them. */
import type { Calendar } from './calendar.js';
import type { ItemEvent } from './events.js';
import { dayOf, minuteMs, startOfDay, timeMs, type Instant } from './instants.js';
import type { PostRole, Rank, Role } from './people.js';
import type { Policy } from './policy.js';
import { toldOf, type NoticeClass } from './told.js';

/** A person as far as notices go. */
export interface Addressee {
  readonly id: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly rank: Rank | null;
  /** Disabled accounts get nothing, and that is itself an alarm to the supervision head. */
  readonly active: boolean;
}

/** Whom an item's posts name. */
export interface Posts {
  readonly unit: string;
  readonly coUnits: readonly string[];
  /** Person ids; null = any case officer, any deputy. */
  readonly caseOfficer: string | null;
  readonly leaderInCharge: string | null;
}

export interface Notice {
  readonly person: string;
  /** As which posts the person is told; more than one when they fall together. */
  readonly as: readonly PostRole[];
  readonly class: NoticeClass;
  readonly deliverAt: Instant;
  /** Until when it waits outside the app for others of its moment; null = it leaves when it is delivered. */
  readonly gathersUntil: Instant | null;
  /** Sent in place of a post that has nobody: the supervision head hears of it. */
  readonly instead: PostRole | null;
}

/** `coUnit` narrows the co-units to one. */
const isOfCoUnit = (person: Addressee, posts: Posts, coUnit: string | null): boolean =>
  person.unit !== null && (coUnit === null ? posts.coUnits.includes(person.unit) : person.unit === coUnit);

/** Whether the person holds the post in an item; `coUnit` narrows a co-unit's posts to one. */
export const holds = (person: Addressee, post: PostRole, posts: Posts, coUnit: string | null): boolean => {
  switch (post) {
    case 'unit_officer':
    case 'unit_head':
      return person.role === post && person.unit === posts.unit;
    case 'co_unit_officer':
      return person.role === 'unit_officer' && isOfCoUnit(person, posts, coUnit);
    case 'co_unit_head':
      return person.role === 'unit_head' && isOfCoUnit(person, posts, coUnit);
    case 'case_officer':
      return (
        person.role === 'case_officer' && (posts.caseOfficer === null || posts.caseOfficer === person.id)
      );
    case 'supervision_head':
      return person.role === 'supervision_head';
    case 'leader_in_charge':
      return (
        person.rank === 'deputy' && (posts.leaderInCharge === null || posts.leaderInCharge === person.id)
      );
    case 'director':
      return person.rank === 'director';
    case 'other_leaders':
      return person.rank === 'deputy' && posts.leaderInCharge !== null && posts.leaderInCharge !== person.id;
  }
};

/** Under which calendar and policy something is delivered. */
export interface Delivery {
  readonly calendar: Calendar;
  readonly policy: Policy;
}

/** The morning of the first working day on or after the day. */
const morningFrom = (day: number, { calendar, policy }: Delivery): Instant =>
  startOfDay(calendar.dayAt(calendar.indexFrom(day))) + timeMs(policy.morning);

/** The morning of the first working day after the one an instant lies on. */
export const nextMorning = (at: Instant, delivery: Delivery): Instant => morningFrom(dayOf(at) + 1, delivery);

/** The morning whose digest takes in what is told at the instant. */
const morningFor = (at: Instant, delivery: Delivery): Instant => {
  const day = dayOf(at);
  const isEarly = at - startOfDay(day) <= timeMs(delivery.policy.morning);
  return isEarly && delivery.calendar.isWorkingDay(day)
    ? morningFrom(day, delivery)
    : nextMorning(at, delivery);
};

const isInHours = (at: Instant, { calendar, policy }: Delivery): boolean => {
  const day = dayOf(at);
  const time = at - startOfDay(day);
  const [from, to] = policy.workingHours;
  return calendar.isWorkingDay(day) && time >= timeMs(from) && time < timeMs(to);
};

/**
 * When a notice leaves: reminders with the next morning digest, the rest at once within working hours and
 * otherwise the next morning.
 */
export const deliverAt = (cls: NoticeClass, at: Instant, delivery: Delivery): Instant => {
  if (cls === 'reminder') return morningFor(at, delivery);
  if (isInHours(at, delivery)) return at;
  const opening = openingOf(at, delivery);
  // Where the hours begin after the morning, what comes in between waits for them only.
  return at < opening && isInHours(opening, delivery) && morningFor(at, delivery) > opening
    ? opening
    : morningFor(at, delivery);
};

const openingOf = (at: Instant, { policy }: Delivery): Instant =>
  startOfDay(dayOf(at)) + timeMs(policy.workingHours[0]);

/**
 * How long a moment lasts: items are settled one after another, so that what falls due at one instant is recorded
 * within the minute after it.
 */
export const gatherMs = minuteMs;

/** A fact and when it was recorded: after downtime much later. */
type Timed = Pick<ItemEvent, 'at' | 'recordedAt'>;

/** A digest missed is made up for on the same day, within its hours, and not a working day later. */
const isOfThisMorning = (morning: Instant, recordedAt: Instant, delivery: Delivery): boolean =>
  dayOf(morning) === dayOf(recordedAt) && morning <= recordedAt && isInHours(recordedAt, delivery);

/** When a fact is told that is recorded somewhat after its instant. */
const toldAt = (cls: NoticeClass, { at, recordedAt }: Timed, delivery: Delivery): Instant => {
  const morning = morningFor(at, delivery);
  if (cls === 'reminder' && isOfThisMorning(morning, recordedAt, delivery)) return morning;
  return deliverAt(cls, recordedAt - at < gatherMs ? at : recordedAt, delivery);
};

/** What leaves with the morning waits for its like, so that one person gets one message. */
export const gathersUntil = (leaves: Instant, recordedAt: Instant, delivery: Delivery): Instant | null =>
  morningFor(leaves, delivery) === leaves ? Math.max(leaves, recordedAt) + gatherMs : null;

/** The notices a fact gives rise to, one a person. */
export const noticesFor = (
  event: ItemEvent,
  posts: Posts,
  people: readonly Addressee[],
  delivery: Delivery,
): readonly Notice[] => {
  const { to, class: cls, unit } = toldOf(event);
  if (to.length === 0) return [];
  const leaves = toldAt(cls, event, delivery);
  const gathers = gathersUntil(leaves, event.recordedAt, delivery);
  const byPerson = new Map<string, Notice>();
  const add = (person: Addressee, post: PostRole, instead: PostRole | null) => {
    const { as = [], instead: before = null } = byPerson.get(person.id) ?? {};
    byPerson.set(person.id, {
      person: person.id,
      as: as.includes(post) ? as : [...as, post],
      class: cls,
      deliverAt: leaves,
      gathersUntil: gathers,
      instead: before ?? instead,
    });
  };
  const live = people.filter((person) => person.active);
  for (const post of to) {
    const holders = live.filter((person) => holds(person, post, posts, unit));
    for (const person of holders) add(person, post, null);
    if (holders.length > 0 || post === 'other_leaders') continue;
    for (const person of live) if (person.role === 'supervision_head') add(person, 'supervision_head', post);
  }
  return [...byPerson.values()];
};
