/** What lies ahead, as moments of items: filtered, counted and put into weeks. Nothing here decides what happens. */
import type { ItemCard, PlanForecast } from '../../data/contract';
import { dateOf } from '../../parts/dates';
import { weekOf, type Week } from './weeks';

export type Moment = PlanForecast['entries'][number];
export type Load = PlanForecast['load'];

export interface Course {
  readonly entries: readonly Moment[];
  /** Later moments the answer left out. */
  readonly truncated: number;
  /** Null = of one item, where there is nothing to compare. */
  readonly load: Load | null;
}

export interface Forecast extends Course {
  readonly asOf: string;
  readonly until: string;
  /** Running items that were not looked at. */
  readonly leftOut: number;
}

export const shows = ['notices', 'documents', 'red', 'listings'] as const;
/** What of a moment is counted, and by what the list can be narrowed. */
export type Show = (typeof shows)[number];

const isListing = (type: string): boolean => type === 'listed' || type === 'listingProposed';

const counted: Readonly<Record<Show, (moment: Moment) => number>> = {
  notices: ({ happens }) => happens.reduce((sum, { told }) => sum + told.length, 0),
  documents: ({ happens }) => happens.filter(({ document }) => document !== null).length,
  red: ({ light }) => (light?.to === 'red' ? 1 : 0),
  listings: ({ happens }) => happens.filter(({ type }) => isListing(type)).length,
};

export const countOf = (moments: readonly Moment[], show: Show): number =>
  moments.reduce((sum, moment) => sum + counted[show](moment), 0);

export interface Narrowing {
  readonly unit: string | null;
  readonly week: string | null;
  readonly show: Show | null;
}

/** Whose an item is, by its id. */
export type Owners = ReadonlyMap<string, Pick<ItemCard, 'unit' | 'coUnits'>>;

/** A co-unit is concerned where something is told to co-units. */
const concerns = ({ item, happens }: Moment, unit: string, owners: Owners): boolean => {
  const owner = owners.get(item.id);
  if (!owner) return false;
  if (owner.unit.id === unit) return true;
  const toCoUnits = happens.some(({ told }) => told.some((post) => post.startsWith('co_unit')));
  return toCoUnits && owner.coUnits.some(({ id }) => id === unit);
};

export const narrowed = (
  moments: readonly Moment[],
  { unit, week, show }: Narrowing,
  owners: Owners,
): readonly Moment[] =>
  moments.filter(
    (moment) =>
      (unit === null || concerns(moment, unit, owners)) &&
      (week === null || weekOf(dateOf(moment.at)).id === week) &&
      (show === null || counted[show](moment) > 0),
  );

export interface WeekOfMoments {
  readonly week: Week;
  readonly moments: readonly Moment[];
}

/** In the order of time; weeks without anything are left out. */
export const byWeek = (moments: readonly Moment[]): readonly WeekOfMoments[] => {
  const weeks = new Map<string, { readonly week: Week; readonly moments: Moment[] }>();
  for (const moment of moments) {
    const week = weekOf(dateOf(moment.at));
    const found = weeks.get(week.id) ?? { week, moments: [] };
    found.moments.push(moment);
    weeks.set(week.id, found);
  }
  return [...weeks.values()];
};
