/** What comes in the next days if nobody acts: the clock's own steps, and lights that turn. */
import type { PlanForecast } from '../../data/contract';
import { text, words } from '../../text';

type Moment = PlanForecast['entries'][number];

export interface Ahead {
  readonly key: string;
  readonly at: string;
  /** To all of these the same happens on the same day. */
  readonly items: readonly Moment['item'][];
  readonly text: string;
}

/** A moment's gravest fact: what goes on paper, else what somebody is told; what nobody hears of is left out. */
const saidOf = ({ happens, light }: Moment): string | null => {
  const main =
    happens.find(({ document }) => document !== null) ?? happens.find(({ told }) => told.length > 0);
  return main?.text ?? (light && text.office.ahead.turns(words.lights[light.to]));
};

/** A line for everything that happens on one day in the same words, in order of time. */
export const aheadOf = ({ entries }: Pick<PlanForecast, 'entries'>): readonly Ahead[] => {
  const lines = new Map<string, Ahead>();
  for (const moment of entries) {
    const said = saidOf(moment);
    if (said === null) continue;
    const key = `${moment.at.slice(0, 10)} ${said}`;
    const items = lines.get(key)?.items ?? [];
    const isKnown = items.some(({ id }) => id === moment.item.id);
    lines.set(key, { key, at: moment.at, text: said, items: isKnown ? items : [...items, moment.item] });
  }
  return [...lines.values()];
};
