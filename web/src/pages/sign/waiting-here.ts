/** What waits for the viewer's signature in this plan, asked once for the list and the page beside it. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { Desk, PolicyBook, PolicyEntry } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { queueOf, type Waiting } from './queue';

export interface WaitingHere {
  readonly desk: UseQueryResult<Desk>;
  readonly policies: readonly PolicyEntry[];
  /** Empty while the desk is on its way. */
  readonly queue: readonly Waiting[];
}

export const useWaiting = (): WaitingHere => {
  const { plan } = usePlan();
  const desk = useAnswer<Desk>(`/plans/${plan.id}/desk`);
  const { data } = useAnswer<PolicyBook>(`/plans/${plan.id}/policies`);
  const policies = data?.entries ?? [];
  // The signature of a policy is no case of an item: its own list of commands says whose it is.
  const mine = policies.filter(({ available }) => available.some(({ command }) => command === 'signPolicy'));
  return { desk, policies, queue: desk.data ? queueOf(desk.data, mine) : [] };
};
