/** How much a forecast asks of people, week by week: what units will hear, and which terms of case officers will fall. */
import type { Moment } from './forecast.js';
import { dateOf, type Instant, type IsoDate } from './instants.js';
import type { ItemState } from './item.js';
import type { PostRole } from './people.js';
import { weekOf } from './weeks.js';

/** An item with what lies ahead of it. */
export interface Ahead {
  readonly state: ItemState;
  readonly moments: readonly Moment[];
}

export interface UnitWeek {
  readonly unit: string;
  /** ISO 8601, such as `2021-W39`. */
  readonly week: string;
  /** One for each post told of a fact. */
  readonly notices: number;
  readonly documents: number;
}

export interface OfficerLoad {
  /** Null = items without a case officer. */
  readonly officer: string | null;
  /** Cases that lie with the officer now, and how many of them are past their term. */
  readonly open: number;
  readonly over: number;
  readonly weeks: readonly { readonly week: string; readonly falling: number }[];
}

const ofUnit: readonly PostRole[] = ['unit_officer', 'unit_head'];
const ofCoUnit: readonly PostRole[] = ['co_unit_officer', 'co_unit_head'];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const toldPosts = (to: readonly PostRole[], posts: readonly PostRole[]): number =>
  to.filter((post) => posts.includes(post)).length;

/** What one item will send, a line for each unit and fact. */
const sendings = ({ state, moments }: Ahead): readonly UnitWeek[] =>
  moments.flatMap(({ at, happens }) =>
    happens.flatMap(({ told, document }): readonly UnitWeek[] => {
      const week = weekOf(dateOf(at));
      const documents = document === null ? 0 : 1;
      const own = { unit: state.unit, week, notices: toldPosts(told.to, ofUnit), documents };
      if (told.unit === null) return [own];
      return [own, { unit: told.unit, week, notices: toldPosts(told.to, ofCoUnit), documents: 0 }];
    }),
  );

/** By unit, then by week; weeks without anything are left out. */
export const unitLoad = (items: readonly Ahead[]): readonly UnitWeek[] => {
  const sums = new Map<string, UnitWeek>();
  for (const one of items.flatMap(sendings)) {
    if (one.notices + one.documents === 0) continue;
    const key = `${one.unit} ${one.week}`;
    const sum = sums.get(key) ?? { ...one, notices: 0, documents: 0 };
    const { notices, documents } = sum;
    sums.set(key, { ...sum, notices: notices + one.notices, documents: documents + one.documents });
  }
  return [...sums.values()].sort((a, b) => byText(a.unit, b.unit) || byText(a.week, b.week));
};

interface Owed {
  readonly officer: string | null;
  readonly until: IsoDate;
  readonly over: boolean;
}

const owedByOfficer = ({ state }: Ahead): readonly Owed[] =>
  state.cases
    .filter(({ owedBy }) => owedBy === 'case_officer')
    .map(({ until, overAt }) => ({ officer: state.caseOfficer, until, over: overAt !== null }));

const fallingByWeek = (owed: readonly Owed[], lastDay: IsoDate): OfficerLoad['weeks'] => {
  const weeks = new Map<string, number>();
  for (const { until, over } of owed) {
    if (over || until > lastDay) continue;
    const week = weekOf(until);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return [...weeks].sort(([a], [b]) => byText(a, b)).map(([week, falling]) => ({ week, falling }));
};

/** By case officer; those who owe nothing are left out. */
export const officerLoad = (items: readonly Ahead[], until: Instant): readonly OfficerLoad[] => {
  const owed = items.flatMap(owedByOfficer);
  const officers = [...new Set(owed.map(({ officer }) => officer))];
  return officers
    .sort((a, b) => byText(a ?? '', b ?? ''))
    .map((officer) => {
      const mine = owed.filter((one) => one.officer === officer);
      return {
        officer,
        open: mine.length,
        over: mine.filter(({ over }) => over).length,
        weeks: fallingByWeek(mine, dateOf(until)),
      };
    });
};
