/** A whole pack as far as it could be read, and how a check tells what it finds at a place of it. */
import type { Draft, Drafted } from './draft.js';
import { formatPath, type Fault, type Path } from './faults.js';
import type { Said } from './said.js';
import type { CalendarFile, IndicatorsFile, ItemFile, PlanFile, PolicyFile, UnitsFile } from './shapes.js';
import type { SourceText } from './source-text.js';
import type { Positions } from './yaml-file.js';

/** Null = not there or not readable, which has been told already: checks that need it say nothing. */
export interface PackDraft {
  readonly plan: Drafted<PlanFile> | null;
  readonly units: Drafted<UnitsFile> | null;
  readonly items: readonly Drafted<ItemFile>[];
  /** Every file of items/ could be read. */
  readonly allItems: boolean;
  readonly indicators: Drafted<IndicatorsFile> | null;
  readonly policy: Drafted<PolicyFile> | null;
  readonly calendar: Drafted<CalendarFile> | null;
  readonly source: SourceText | null;
}

export type Check = (pack: PackDraft) => Iterable<Fault>;

export const at = ({ file, lineAt }: Positions, path: Path, message: Said): Fault => ({
  file,
  line: lineAt(path),
  path: formatPath(path),
  message,
});

/** The places that give a value which an earlier place of the list gave too. */
export const repeated = <V>(
  places: readonly (readonly [index: number, value: V])[],
): [index: number, value: V][] => {
  const seen = new Set<V>();
  return places.flatMap(([index, value]): [number, V][] => {
    if (seen.has(value)) return [[index, value]];
    seen.add(value);
    return [];
  });
};

/** Item files whose number could be read, by number; of several with one number the first. */
export const itemsByNumber = ({ items }: PackDraft): Map<number, Drafted<ItemFile>> => {
  const found = new Map<number, Drafted<ItemFile>>();
  for (const item of items) {
    const { number } = item.draft;
    if (number !== undefined && !found.has(number)) found.set(number, item);
  }
  return found;
};

/** Every item number of the pack, or null when a file leaves its number open. */
export const knownItems = (pack: PackDraft): ReadonlySet<number> | null => {
  const complete = pack.allItems && pack.items.every(({ draft }) => draft.number !== undefined);
  return complete ? new Set(itemsByNumber(pack).keys()) : null;
};

export const noSuchItem = (number: number): Said => ({
  zh: `没有事项 ${number}；只能是 items/ 中的事项`,
  en: `there is no item ${number}; allowed are items of items/`,
});

export type Period = { readonly from: string; readonly to: string };

export const periodOf = ({ plan }: PackDraft): Period | null => {
  const period: Draft<PlanFile['period']> | undefined = plan?.draft.period;
  return period?.from !== undefined && period.to !== undefined ? { from: period.from, to: period.to } : null;
};

export const outsidePeriod = (due: string, { from, to }: Period): Said => ({
  zh: `${due} 不在规划期内；允许 ${from} 至 ${to}`,
  en: `${due} lies outside the period; allowed is ${from} to ${to}`,
});
