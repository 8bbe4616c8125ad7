/** What a command would bring about, asked of the API before it is given and again whenever the item has moved. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../data/client';
import type { CommandPreview, ItemCommandType } from '../../data/contract';

export const usePreview = (
  item: string,
  command: ItemCommandType | null,
  body: Readonly<Record<string, unknown>>,
): UseQueryResult<CommandPreview> => {
  const path = `/items/${item}/commands/${command ?? ''}/preview`;
  return useQuery({
    queryKey: [path, body],
    queryFn: async ({ signal }) => (await ask<CommandPreview>(path, { method: 'POST', body, signal })).body,
    enabled: command !== null,
  });
};
