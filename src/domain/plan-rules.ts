/** The rules of a plan's own commands: who may give them, when, and what they ask of its items. */
import type { CalendarYear } from './calendar.js';
import type { Command } from './commands.js';
import { isDate, type Instant } from './instants.js';
import { otherThan } from './decide/rules.js';
import type { Actor, Role } from './people.js';
import type { PlanCommand, PlanCommandOf, PlanCommandType } from './plan-commands.js';
import type { Policy } from './policy.js';
import { refuse, type Refusal } from './refusals.js';

const business: readonly Role[] = ['unit_officer', 'unit_head', 'case_officer', 'supervision_head', 'leader'];
const office: readonly Role[] = ['case_officer', 'supervision_head'];

/** Who may give a command to the plan (01, "Who may do what": the office publishes, leadership signs). */
export const mayGivePlan: Readonly<Record<PlanCommandType, readonly Role[]>> = {
  advanceClock: business,
  updateCalendar: ['supervision_head'],
  publishPolicy: ['supervision_head'],
  signPolicy: ['leader'],
  adoptPolicy: ['supervision_head'],
  recordOutage: office,
  confirmOutage: office,
};

/** A version of the policy; `signedBy` null = not in force for anybody. */
export interface PolicyVersion {
  readonly version: number;
  readonly policy: Policy;
  readonly publishedBy: readonly string[];
  readonly signedBy: string | null;
}

/** A time in which the system was out of reach; it counts once a second person has confirmed it. */
export interface Outage {
  readonly outage: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  readonly recordedBy: readonly string[];
  readonly confirmedBy: string | null;
}

/** What a plan's commands are judged by. */
export interface PlanBooks {
  readonly kind: 'live' | 'rehearsal';
  /** The version later hand-outs take. */
  readonly policyInForce: number;
  readonly policies: readonly PolicyVersion[];
  readonly outages: readonly Outage[];
  /** Ids of its items that are not over. */
  readonly running: readonly string[];
  /** Ids of items that have been closed: they may be reopened, and are under the calendar all the same. */
  readonly closed: readonly string[];
}

/** Years calendars can be asked about. */
const firstYear = 2000;
const lastYear = 2079;

const yearFault = ({ year, off, on }: CalendarYear): Refusal | null => {
  if (year < firstYear || year > lastYear) return refuse('invalid', String(year));
  const stray = [...off, ...on].find((date) => !isDate(date) || !date.startsWith(`${year}-`));
  const both = off.find((date) => on.includes(date));
  const fault = stray ?? both;
  return fault === undefined ? null : refuse('invalid', fault);
};

const policyNamed = (books: PlanBooks, version: number): PolicyVersion | Refusal =>
  books.policies.find((known) => known.version === version) ?? refuse('no_such_case', `policy/${version}`);

const signing = (books: PlanBooks, version: number, actor: Actor): Refusal | null => {
  const named = policyNamed(books, version);
  if ('refused' in named) return named;
  if (named.signedBy !== null || version <= books.policyInForce)
    return refuse('already_done', `policy/${version}`);
  return otherThan(actor, named.publishedBy);
};

const adopting = (books: PlanBooks, { version, items }: PlanCommandOf<'adoptPolicy'>): Refusal | null => {
  const named = policyNamed(books, version);
  if ('refused' in named) return named;
  if (named.signedBy === null) return refuse('no_such_case', `policy_signature/${version}`);
  const stranger = items?.find((item) => !books.running.includes(item));
  return stranger === undefined ? null : refuse('invalid', stranger);
};

const confirming = (books: PlanBooks, outage: number, actor: Actor): Refusal | null => {
  const named = books.outages.find((known) => known.outage === outage);
  if (!named) return refuse('no_such_case', `outage/${outage}`);
  if (named.confirmedBy !== null) return refuse('already_done', `outage/${outage}`);
  return otherThan(actor, named.recordedBy);
};

/** Rehearsals only, and only forward. */
const clockFault = (kind: PlanBooks['kind'], to: Instant, at: Instant): Refusal | null => {
  if (kind === 'live') return refuse('wrong_state');
  return to <= at ? refuse('date_not_future') : null;
};

/** What is wrong with what is asked, whoever asks; previews show it before anybody does. */
export const planFault = (
  books: PlanBooks,
  command: PlanCommand,
  actor: Actor,
  at: Instant,
): Refusal | null => {
  switch (command.type) {
    case 'advanceClock':
      return clockFault(books.kind, command.to, at);
    case 'updateCalendar':
      return yearFault(command.year);
    case 'publishPolicy':
      return null;
    case 'signPolicy':
      return signing(books, command.version, actor);
    case 'adoptPolicy':
      return adopting(books, command);
    case 'recordOutage':
      return command.from < command.to && command.to <= at ? null : refuse('invalid', 'outage');
    case 'confirmOutage':
      return confirming(books, command.outage, actor);
  }
};

/** Why the plan does not do what it is asked at `at`; null = it does. */
export const planRefusal = (
  books: PlanBooks,
  command: PlanCommand,
  actor: Actor,
  at: Instant,
): Refusal | null =>
  mayGivePlan[command.type].includes(actor.role)
    ? planFault(books, command, actor, at)
    : refuse('not_allowed');

/** The same for the clock, which is moved often and needs no books. */
export const clockRefusal = (
  kind: PlanBooks['kind'],
  to: Instant,
  actor: Actor,
  at: Instant,
): Refusal | null =>
  mayGivePlan.advanceClock.includes(actor.role) ? clockFault(kind, to, at) : refuse('not_allowed');

/** The calendar's years with one replaced or added, in order. */
export const yearsWith = <Y extends CalendarYear>(years: readonly Y[], year: Y): readonly Y[] =>
  [...years.filter((known) => known.year !== year.year), year].sort((a, b) => a.year - b.year);

/** What a plan's command asks of items, and of which; null = of none. */
export interface Asked {
  readonly command: Command;
  readonly items: readonly string[];
}

/** `version` is the version of the calendar the command made, where it made one. */
export const askedOfItems = (books: PlanBooks, command: PlanCommand, version: number): Asked | null => {
  switch (command.type) {
    case 'advanceClock':
    case 'publishPolicy':
    case 'signPolicy':
    case 'recordOutage':
      return null;
    case 'updateCalendar':
      return { command: { type: 'adoptCalendar', version }, items: [...books.running, ...books.closed] };
    case 'adoptPolicy': {
      const named = books.policies.find((known) => known.version === command.version);
      return named
        ? { command: { type: 'adoptPolicy', policy: named.policy }, items: command.items ?? books.running }
        : null;
    }
    case 'confirmOutage': {
      const named = books.outages.find((known) => known.outage === command.outage);
      if (!named) return null;
      const { outage, from, to } = named;
      const others = books.outages
        .filter((known) => known.confirmedBy !== null && known.outage !== outage)
        .map((known) => ({ from: known.from, to: known.to }));
      return { command: { type: 'adoptOutage', outage, from, to, others }, items: books.running };
    }
  }
};
