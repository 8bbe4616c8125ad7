/** A page of the house about one of its plans: which one is chosen at its head; without any it says what to do. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useReachedPlan, type ReachedPlan } from '../../data/reached-plan';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { text } from '../../text';

export interface OfPlanProps {
  readonly title: string;
  readonly sub: (plan: ReachedPlan | null) => string;
  readonly children: (plan: ReachedPlan) => ReactNode;
}

export const OfPlan = ({ title, sub, children }: OfPlanProps) => {
  const { plan, plans, choose } = useReachedPlan();
  const choice = plans.length > 1 && (
    <Select
      aria-label={text.admin.plan}
      value={plan?.id ?? null}
      onChange={(id) => id !== null && choose(id)}
      options={plans.map(({ id, short }) => ({ value: id, label: short }))}
      popupMatchSelectWidth={false}
    />
  );
  return (
    <>
      <PageHead title={title} sub={sub(plan)} aside={choice} />
      {plan ? (
        children(plan)
      ) : (
        <Panel title={text.admin.plan}>
          <Empty title={text.admin.noPlan}>{text.admin.noPlanWhat}</Empty>
        </Panel>
      )}
    </>
  );
};
