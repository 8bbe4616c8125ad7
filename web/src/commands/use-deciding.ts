/** Promise: a command is given on what was on screen when its form opened, whatever the page shows meanwhile. */
import { useState } from 'react';
import type { Item, ItemCommandType } from '../data/contract';
import { useSubmit, type Sending } from '../data/submit';

export interface Deciding {
  readonly sending: Sending;
  readonly busy: boolean;
  /** Version of the item that is decided on. */
  readonly seen: number;
  readonly give: (command: ItemCommandType, body: unknown) => Promise<Sending>;
  /** Decides on the present state, after a refusal because there is a newer one. */
  readonly take: () => void;
}

export const useDeciding = (item: Item): Deciding => {
  const [seen, setSeen] = useState(item.version);
  const { sending, busy, send, reset } = useSubmit();
  const give = (command: ItemCommandType, body: unknown): Promise<Sending> =>
    send({ path: `/items/${item.id}/commands/${command}`, body, version: seen });
  const take = (): void => {
    setSeen(item.version);
    reset();
  };
  return { sending, busy, seen, give, take };
};
