/** 驾驶舱: the whole plan on one sheet, as it is now or as it was when any past day ended. */
import type { Board, Trend } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { PageHead } from '../../parts/page-head';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import { useAsOf } from './as-of';
import { AsOfControl } from './as-of-control';
import { Counts } from './counts';
import { IndicatorGrid } from './indicator-grid';
import { ListingRail } from './listing-rail';
import { PastBand } from './past-band';
import { planDay } from './plan-day';
import { Signatures } from './signatures';
import { UnitTable } from './unit-table';
import { Wall } from './wall';
import styles from './cockpit.module.css';

export const Page = () => {
  const { plan } = usePlan();
  const asOf = useAsOf();
  const board = useAnswer<Board>(`/plans/${plan.id}/${asOf.at === null ? 'board' : `as-of/${asOf.at}`}`);
  const trend = useAnswer<Trend>(`/plans/${plan.id}/trend`);
  return (
    <div className={styles.cockpit}>
      <div className={styles.head}>
        <PageHead
          title={text.frame.pages.cockpit}
          sub={periodSaid(plan.period, asOf.at ?? asOf.today, asOf.at !== null)}
          aside={<AsOfControl asOf={asOf} trend={trend.data} />}
        />
        {asOf.at !== null && <PastBand at={asOf.at} back={() => asOf.go(null)} />}
      </div>
      <Shown of={board} rows={12}>
        {(found) => <Sheet board={found} />}
      </Shown>
    </div>
  );
};

const Sheet = ({ board }: { readonly board: Board }) => (
  <>
    <Counts board={board} />
    <div className={styles.upper}>
      <ListingRail board={board} />
      <Signatures board={board} />
    </div>
    <Wall board={board} />
    <div className={styles.lower}>
      <IndicatorGrid board={board} />
      <UnitTable board={board} />
    </div>
    <p className={styles.source}>{text.cockpit.rebuilt(board.events)}</p>
  </>
);

const periodSaid = (
  period: { readonly from: string; readonly to: string },
  date: string,
  past: boolean,
): string => {
  const day = planDay(period, date);
  const years = [period.from.slice(0, 4), period.to.slice(0, 4)] as const;
  return day === null
    ? text.cockpit.subOutside(...years)
    : text.cockpit.sub(...years, day.year, day.day, past);
};
