/** Whose evidence is looked at: the milestone the address names, else the one that matters now. */
import { useSearchParams } from 'react-router';
import type { Item, Milestone } from '../../data/contract';
import { pressing } from './what-follows';

const name = 'milestone';

/** Before an item is handed out no clock runs yet. */
const firstOpen = ({ milestoneList }: Item): Milestone | undefined =>
  milestoneList.find(({ status }) => status === 'open');

export const useChosen = (item: Item) => {
  const [search] = useSearchParams();
  const named = item.milestoneList.find(({ id }) => id === search.get(name));
  const chosen: Milestone | null =
    named ?? pressing(item) ?? firstOpen(item) ?? item.milestoneList.at(-1) ?? null;
  const address = (id: string): string => {
    const next = new URLSearchParams(search);
    next.set(name, id);
    return `?${next.toString()}#evidence`;
  };
  return { chosen, address };
};
