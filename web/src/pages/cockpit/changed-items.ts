/** Promise: an item has changed when its tile looks otherwise than before. */
import type { BoardItem } from '../../data/contract';

const looks = (item: BoardItem): string =>
  [item.light, item.level, item.lifecycle, item.suspended, item.proposal, item.nextDue, item.unit.id].join(
    ' ',
  );

/** Items whose looks are others than before; a new item has not changed. */
export const changedItems = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadonlySet<string> =>
  new Set([...after].flatMap(([id, look]) => (before.has(id) && before.get(id) !== look ? [id] : [])));

export const looksOf = (items: readonly BoardItem[]): ReadonlyMap<string, string> =>
  new Map(items.map((item) => [item.id, looks(item)]));
