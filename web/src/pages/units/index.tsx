/** All units side by side by outcome, in whatever order the reader asks for; every figure leads to its rows. */
import { useSearchParams } from 'react-router';
import type { Board } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { fullInstant } from '../../parts/dates';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { Empty, Shown } from '../../parts/states';
import { text } from '../../text';
import { ranked } from '../cockpit/unit-rank';
import { orderIn, rowsFor, sorted } from './unit-order';
import { UnitRows } from './unit-rows';

export const Page = () => {
  const { plan } = usePlan();
  const board = useAnswer<Board>(`/plans/${plan.id}/board`);
  return (
    <>
      <PageHead title={text.frame.pages.units} sub={text.cockpit.unitsSub} />
      <Shown of={board} rows={10}>
        {(found) => <Compared board={found} />}
      </Shown>
    </>
  );
};

const Compared = ({ board }: { readonly board: Board }) => {
  const [search, setSearch] = useSearchParams();
  const order = orderIn(search);
  const rows = sorted(rowsFor(ranked(board.units)), order);
  return (
    <Panel title={text.frame.pages.units} count={rows.length} note={text.frame.asOf(fullInstant(board.asOf))}>
      {rows.length === 0 ? (
        <Empty title={text.cockpit.unitsNone}>{text.cockpit.unitsNoneHint}</Empty>
      ) : (
        <UnitRows
          rows={rows}
          order={order}
          choose={({ by, falling }) => setSearch({ by, falling: String(falling) }, { replace: true })}
        />
      )}
    </Panel>
  );
};
