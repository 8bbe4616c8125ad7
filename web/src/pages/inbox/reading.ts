/** Promise: what is marked as read is so everywhere at once: in the list, and in the count beside the inbox. */
import { useMutation } from '@tanstack/react-query';
import { ask } from '../../data/client';
import type { Notice } from '../../data/contract';
import { queryClient, refreshAll } from '../../data/query';
import { usePlan } from '../../data/session';

/** The API takes so many at once. */
const atOnce = 500;

export const useReading = () => {
  const { plan } = usePlan();
  return useMutation({
    mutationFn: async (notices: readonly Notice[]) => {
      const ids = notices.filter(({ readAt }) => readAt === null).map(({ id }) => id);
      for (let from = 0; from < ids.length; from += atOnce)
        await ask('/inbox/read', { method: 'POST', body: { ids: ids.slice(from, from + atOnce) } });
    },
    onSettled: () =>
      Promise.all([refreshAll(), queryClient.invalidateQueries({ queryKey: ['fixed', 'pulse', plan.id] })]),
  });
};
