/** The pages of one plan: its document and its present moment are here before any of them. */
import { Outlet, useParams } from 'react-router';
import { DoingDrawer } from '../commands/doing-drawer';
import type { Plan } from '../data/contract';
import { usePulse } from '../data/pulse';
import { useFixed } from '../data/query';
import { PlanProvider } from '../data/session';
import { Failed, Loading } from '../parts/states';
import { RehearsalBar } from './rehearsal-bar';
import { Shell } from './shell';

export const PlanLayout = () => {
  const { plan: id = '' } = useParams();
  const plan = useFixed<Plan>(`/plans/${id}`);
  const pulse = usePulse(id);
  if (plan.error)
    return (
      <Shell>
        <Failed error={plan.error} again={() => void plan.refetch()} whole />
      </Shell>
    );
  if (!plan.data || !pulse) return <Loading />;
  const here = { plan: plan.data, pulse, to: (page: string) => `/plans/${id}/${page}` };
  return (
    <PlanProvider value={here}>
      <Shell here={here} band={plan.data.kind === 'rehearsal' && <RehearsalBar />}>
        <Outlet />
        <DoingDrawer />
      </Shell>
    </PlanProvider>
  );
};
