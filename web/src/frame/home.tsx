/** Where each role begins; who has one plan is taken into it. */
import { Link, Navigate, useParams } from 'react-router';
import type { Entries, PlanEntry, Role } from '../data/contract';
import { useAnswer } from '../data/query';
import { useSession } from '../data/session';
import { PageHead } from '../parts/page-head';
import { Panel, PanelBody } from '../parts/panel';
import { Shown } from '../parts/states';
import { text } from '../text';
import { Shell } from './shell';

const firstPages: Readonly<Record<Role, string>> = {
  unit_officer: 'desk',
  unit_head: 'desk',
  case_officer: 'office',
  supervision_head: 'office',
  leader: 'cockpit',
  system_admin: '/admin/health',
  security_admin: '/admin/people',
  audit_admin: '/admin/health',
};

export const Home = () => {
  const { role } = useSession();
  const { plan } = useParams();
  const first = firstPages[role];
  if (first.startsWith('/')) return <Navigate to={first} replace />;
  if (plan !== undefined) return <Navigate to={`/plans/${plan}/${first}`} replace />;
  return <PlanChoice first={first} />;
};

const PlanChoice = ({ first }: { readonly first: string }) => {
  const plans = useAnswer<Entries<PlanEntry>>('/plans');
  return (
    <Shown of={plans}>
      {({ entries }) => {
        const [only, another] = entries;
        if (only && !another) return <Navigate to={`/plans/${only.id}/${first}`} replace />;
        return (
          <Shell>
            <PageHead title={text.frame.choosePlan} />
            <Panel title={text.frame.choosePlan} count={entries.length}>
              <PanelBody>
                <ul>
                  {entries.map(({ id, title }) => (
                    <li key={id}>
                      <Link to={`/plans/${id}/${first}`}>{title}</Link>
                    </li>
                  ))}
                </ul>
              </PanelBody>
            </Panel>
          </Shell>
        );
      }}
    </Shown>
  );
};
