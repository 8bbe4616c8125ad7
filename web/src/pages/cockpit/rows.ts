/** Where a figure leads: to its rows in the register now, on a past day to the wall with only its tiles standing out. */
import { useSearchParams } from 'react-router';
import type { Board, BoardItem, Light } from '../../data/contract';
import { withQuery } from '../../data/query';
import { usePlan } from '../../data/session';
import { listedLevelOf } from '../../parts/enforcement';

export type Rows = 'all' | 'listed' | Light;

const names: readonly Rows[] = ['listed', 'red', 'yellow', 'green', 'grey', 'blue'];
const listedLevels = ['listed_1', 'listed_2', 'listed_3'];

/** Sections of which the reader may see anything. */
export const sectionsSeen = ({ sections }: Board): number =>
  sections.filter(({ tally }) => tally.items > 0).length;

/** What stands out; null = everything. */
export const useShown = (): Rows | null => {
  const [search] = useSearchParams();
  return names.find((name) => name === search.get('show')) ?? null;
};

export const isAmong = (item: BoardItem, rows: Rows): boolean => {
  if (rows === 'all') return true;
  return rows === 'listed' ? listedLevelOf(item.level) !== null : item.light === rows;
};

const filterOf = (rows: Rows): Readonly<Record<string, readonly string[]>> => {
  if (rows === 'all') return {};
  return rows === 'listed' ? { level: listedLevels } : { light: [rows] };
};

export const useRowsLink = (past: boolean): ((rows: Rows, section?: number) => string) => {
  const here = usePlan();
  const [search] = useSearchParams();
  return (rows, section) => {
    if (!past) return here.to(withQuery('items', { ...filterOf(rows), section }));
    const next = new URLSearchParams(search);
    if (rows === 'all') next.delete('show');
    else next.set('show', rows);
    return `?${next.toString()}`;
  };
};
