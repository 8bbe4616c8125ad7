/** What is late, worst first, with its ladder and the unit's answer; several can be urged at once. */
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PressedItem, PressedPage } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { Panel } from '../../parts/panel';
import { Empty, Shown } from '../../parts/states';
import { text } from '../../text';
import { BulkBar } from './bulk-bar';
import { BulkDrawer, type Lot } from './bulk-drawer';
import { ChooseAll } from './choose-all';
import { useChoosing, type Choosing } from './chosen';
import { PressedRow } from './pressed-row';
import styles from './pressed.module.css';

type Only = 'overdue' | 'unanswered';
const labels = text.office.pressed;

export const pressedPath = (plan: string, only: Only): string =>
  `/plans/${plan}/pressed?only=${only}&limit=200`;

export const PressedPanel = () => {
  const { plan, to } = usePlan();
  const [search] = useSearchParams();
  const only: Only = search.get('late') === 'unanswered' ? 'unanswered' : 'overdue';
  const pressed = useAnswer<PressedPage>(pressedPath(plan.id, only));
  const counts = pressed.data?.counts;
  return (
    <div id="late" className={styles.anchor}>
      <Panel
        title={labels[only]}
        {...(counts ? { count: counts[only] } : {})}
        note={<Legend />}
        aside={counts && <OtherView only={only} unanswered={counts.unanswered} />}
        className={styles.panel ?? ''}
      >
        <Shown of={pressed}>
          {({ entries, counts: all }) => (
            <>
              <PressedList entries={entries} only={only} />
              {all[only] > entries.length && (
                <p className={styles.rest}>
                  {labels.rest(entries.length, all[only] - entries.length)}
                  <Link to={to('items?overdue=true&sort=danger')}>{labels.restAll}</Link>
                </p>
              )}
            </>
          )}
        </Shown>
      </Panel>
    </div>
  );
};

const Legend = () => (
  <span className={styles.legend} aria-hidden="true">
    <i className={styles.legendTaken} />
    {labels.legend.done}
    <i className={styles.legendListed} />
    {labels.legend.listed}
    <i className={styles.legendAwaiting} />
    {labels.legend.awaiting}
  </span>
);

const OtherView = ({ only, unanswered }: { readonly only: Only; readonly unanswered: number }) => {
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (only === 'overdue') next.set('late', 'unanswered');
  else next.delete('late');
  if (only === 'overdue' && unanswered === 0) return null;
  return (
    <Link className={styles.other} to={{ search: next.toString(), hash: 'late' }}>
      {only === 'overdue' ? labels.showUnanswered(unanswered) : labels.showOverdue}
    </Link>
  );
};

const PressedList = ({
  entries,
  only,
}: {
  readonly entries: readonly PressedItem[];
  readonly only: Only;
}) => {
  const choosing = useChoosing();
  const [lot, setLot] = useState<Lot | null>(null);
  if (entries.length === 0)
    return (
      <Empty title={only === 'overdue' ? labels.empty : labels.allAnswered}>
        {only === 'overdue' && labels.emptyHint}
      </Empty>
    );
  const chosen = entries.filter(({ id }) => choosing.ids.has(id));
  const closed = (issued: boolean): void => {
    setLot(null);
    if (issued) choosing.clear();
  };
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <Head entries={entries} choosing={choosing} />
          <tbody>
            {entries.map((entry) => (
              <PressedRow
                key={entry.id}
                entry={entry}
                chosen={choosing.ids.has(entry.id)}
                choose={() => choosing.toggle(entry.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > 0 && <BulkBar items={chosen} clear={choosing.clear} preview={setLot} />}
      <BulkDrawer lot={lot} close={closed} />
    </>
  );
};

const Head = ({
  entries,
  choosing,
}: {
  readonly entries: readonly PressedItem[];
  readonly choosing: Choosing;
}) => (
  <thead>
    <tr>
      <th scope="col" className={styles.check}>
        <ChooseAll ids={entries.map(({ id }) => id)} choosing={choosing} />
      </th>
      <th scope="col" colSpan={2}>
        {labels.columns.item}
      </th>
      <th scope="col">{labels.columns.over}</th>
      <th scope="col">{labels.columns.level}</th>
      <th scope="col">{labels.columns.climb}</th>
      <th scope="col">{labels.columns.next}</th>
      <th scope="col">{labels.columns.answer}</th>
    </tr>
  </thead>
);
