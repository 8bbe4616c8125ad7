/** What lies ahead, as a reader sees it: moments in words, and the load they put on units and case officers. */
import type { z } from 'zod';
import type { Foreseen, Moment } from '../../domain/forecast.js';
import type { Instant } from '../../domain/instants.js';
import { officerLoad, unitLoad, type Ahead, type OfficerLoad, type UnitWeek } from '../../domain/load.js';
import type { RunningItem } from '../../store/views/forecast.js';
import type { itemForecast, planForecast } from '../contract/forecast.js';
import { documentTitle, factOf, sentence, type Names } from '../say.js';
import { shown } from '../times.js';
import type { Words } from '../words/index.js';

/** Moments of a plan that one answer shows. */
const atMost = 1000;

export interface Telling {
  readonly planId: string;
  readonly names: Names;
  readonly words: Words;
}

type MomentShown = z.input<typeof itemForecast>['entries'][number];

export const foreseenShown = (
  { event, key, told, document }: Foreseen,
  itemId: string,
  { planId, names, words }: Telling,
): MomentShown['happens'][number] => ({
  type: event.type,
  key,
  text: sentence(factOf(event), { planId, itemId }, names, words),
  told: [...told.to],
  class: told.class,
  document,
  documentTitle: document === null ? null : documentTitle(document, event, words),
});

export const momentShown = (
  { at, provisional, happens, light, level }: Moment,
  itemId: string,
  telling: Telling,
): MomentShown => ({
  at: shown(at),
  provisional,
  happens: happens.map((one) => foreseenShown(one, itemId, telling)),
  light,
  level,
});

/** A running item with what lies ahead of it. */
export interface ItemAhead extends Ahead {
  readonly item: RunningItem;
}

export type Course = Pick<z.input<typeof planForecast>, 'entries' | 'truncated' | 'load'>;

/** Moments of all items in the order of time, and what they ask of whom. */
export const courseShown = (ahead: readonly ItemAhead[], until: Instant, telling: Telling): Course => {
  const moments = ahead
    .flatMap(({ item, moments: own }) => own.map((moment) => ({ item, moment })))
    .sort((a, b) => a.moment.at - b.moment.at || a.item.number - b.item.number);
  return {
    entries: moments.slice(0, atMost).map(({ item: { id, number, title, tile }, moment }) => ({
      item: { id, number, title, tile },
      ...momentShown(moment, id, telling),
    })),
    truncated: Math.max(0, moments.length - atMost),
    load: {
      units: unitsShown(unitLoad(ahead), telling),
      officers: officersShown(officerLoad(ahead, until), telling),
    },
  };
};

const unitsShown = (load: readonly UnitWeek[], { planId, names }: Telling): Course['load']['units'] =>
  [...new Set(load.map(({ unit }) => unit))].map((unit) => ({
    unit: { id: unit, name: names.unit(planId, unit) },
    weeks: load
      .filter((one) => one.unit === unit)
      .map(({ week, notices, documents }) => ({ week, notices, documents })),
  }));

const officersShown = (load: readonly OfficerLoad[], { names }: Telling): Course['load']['officers'] =>
  load.map(({ officer, open, over, weeks }) => ({
    officer: officer === null ? null : { id: officer, name: names.person(officer) },
    open,
    over,
    weeks: weeks.map(({ week, falling }) => ({ week, falling })),
  }));
