/** Two courses side by side: what comes earlier, later, anew or no more, matched by the keys the rules give their steps. */
import { dateOf } from '../../parts/dates';
import type { Course, Moment } from './course';

export const changeKinds = ['earlier', 'later', 'new', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly item: Moment['item'];
  readonly text: string;
  /** Null = under that policy it does not happen in this time. */
  readonly from: string | null;
  readonly to: string | null;
  /** Calendar days between the two; 0 where one is missing. */
  readonly days: number;
}

interface Happening {
  readonly id: string;
  readonly item: Moment['item'];
  readonly text: string;
  readonly at: string;
}

/** What follows from a step that has a key moves with it; alone it is told by its kind and its turn. */
const happeningsOf = (moments: readonly Moment[]): readonly Happening[] => {
  const seen = new Map<string, number>();
  return moments.flatMap(({ at, item, happens }) =>
    happens.flatMap(({ key, type, text }): readonly Happening[] => {
      if (key !== null) return [{ id: `${item.id} ${key} ${type}`, item, text, at }];
      if (happens.some((one) => one.key !== null)) return [];
      const plain = `${item.id} ${type}`;
      const turn = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, turn);
      return [{ id: `${plain} #${turn}`, item, text, at }];
    }),
  );
};

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(dateOf(to)) - Date.parse(dateOf(from))) / dayMs);

const changeOf = (before: Happening | undefined, after: Happening | undefined): Change | null => {
  const one = after ?? before;
  if (!one) return null;
  const { id, item, text } = one;
  const [from, to] = [before?.at ?? null, after?.at ?? null];
  if (from === null || to === null)
    return { id, item, text, from, to, days: 0, kind: from === null ? 'new' : 'gone' };
  if (from === to) return null;
  return {
    id,
    item,
    text,
    from,
    to,
    days: Math.abs(daysBetween(from, to)),
    kind: to < from ? 'earlier' : 'later',
  };
};

/** Up to where both answers are whole: beyond the last moment of a cut one nothing can be compared. */
const horizonOf = ({ entries, truncated }: Course): string =>
  truncated > 0 ? (entries.at(-1)?.at ?? '') : '~';

const momentOf = ({ from, to }: Change): string => [from, to].filter((at) => at !== null).sort()[0] ?? '';

/** In the order of time, each at whichever comes first of its two moments. */
export const compare = (present: Course, whatIf: Course): readonly Change[] => {
  const [horizon = '~'] = [horizonOf(present), horizonOf(whatIf)].sort();
  const before = new Map(happeningsOf(present.entries).map((one) => [one.id, one]));
  const after = new Map(happeningsOf(whatIf.entries).map((one) => [one.id, one]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .flatMap((id) => changeOf(before.get(id), after.get(id)) ?? [])
    .filter((change) => momentOf(change) <= horizon)
    .sort((a, b) =>
      momentOf(a) < momentOf(b) ? -1 : momentOf(a) > momentOf(b) ? 1 : a.item.number - b.item.number,
    );
};
