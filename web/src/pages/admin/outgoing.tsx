/** What leaves by mail and what became of it; in a rehearsal, what would have left. */
import { Button, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { OutgoingNotice } from '../../data/contract';
import { useEntries, withQuery } from '../../data/query';
import type { ReachedPlan } from '../../data/reached-plan';
import { useSession } from '../../data/session';
import { fullInstant } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { Empty, Failed, Loading } from '../../parts/states';
import { StateMark, type MarkedState } from '../../parts/state-mark';
import { plainTile } from '../../parts/tile-title';
import { text } from '../../text';
import { OfPlan } from './of-plan';
import styles from './admin.module.css';

const said = text.admin.outgoing;

type Fate = OutgoingNotice['outgoing'];

const marks: Readonly<Record<Fate, MarkedState>> = {
  pending: 'idle',
  sending: 'idle',
  sent: 'well',
  doubtful: 'ill',
  failed: 'ill',
  suppressed: 'idle',
  unaddressed: 'ill',
};
const fates = Object.keys(marks) as readonly Fate[];

const fateIn = (search: URLSearchParams): Fate | null =>
  fates.find((fate) => fate === search.get('state')) ?? null;

export const Page = () => (
  <OfPlan title={said.title} sub={(plan) => said.sub[plan?.kind ?? 'live']}>
    {(plan) => <Outgoing key={plan.id} plan={plan} />}
  </OfPlan>
);

/** Items open to whoever sees plans; others read their names. */
const ItemNamed = ({
  notice: { plan, item },
  open,
}: {
  readonly notice: OutgoingNotice;
  readonly open: boolean;
}) => {
  const named = (
    <>
      <span className={`serif ${styles.number}`}>{item.number}</span>
      {plainTile(item.tile)}
    </>
  );
  return open ? <Link to={`/plans/${plan}/items/${item.id}`}>{named}</Link> : named;
};

const columnsFor = (open: boolean): readonly Column<OutgoingNotice>[] => [
  {
    head: said.at,
    kind: 'quiet',
    cell: ({ deliverAt }) => <span className="nowrap">{fullInstant(deliverAt)}</span>,
  },
  { head: said.person, cell: ({ person }) => person.name },
  { head: said.text, kind: 'main', cell: (notice) => notice.text },
  { head: said.item, kind: 'quiet', cell: (notice) => <ItemNamed notice={notice} open={open} /> },
  {
    head: said.state,
    cell: ({ outgoing }) => <StateMark state={marks[outgoing]}>{said.states[outgoing]}</StateMark>,
  },
];

const Outgoing = ({ plan }: { readonly plan: ReachedPlan }) => {
  const { me } = useSession();
  const [search, setSearch] = useSearchParams();
  const fate = fateIn(search);
  const told = useEntries<OutgoingNotice>(
    withQuery(`/plans/${plan.id}/outgoing`, { state: fate, limit: 50 }),
  );
  const choose = (state: Fate | undefined): void =>
    setSearch(new URLSearchParams({ plan: plan.id, ...(state === undefined ? {} : { state }) }));
  return (
    <Panel title={said.told} note={told.asOf === null ? '' : text.frame.asOf(fullInstant(told.asOf))}>
      <div className={styles.tools}>
        <Select
          allowClear
          aria-label={said.filter}
          placeholder={said.every}
          value={fate}
          onChange={(state) => choose(state ?? undefined)}
          options={fates.map((value) => ({ value, label: said.states[value] }))}
        />
      </div>
      <Rows told={told} columns={columnsFor(me.rights.includes('see_plans'))} />
    </Panel>
  );
};

interface RowsProps {
  readonly told: ReturnType<typeof useEntries<OutgoingNotice>>;
  readonly columns: readonly Column<OutgoingNotice>[];
}

const Rows = ({ told, columns }: RowsProps) => {
  if (told.error) return <Failed error={told.error} again={told.again} />;
  if (told.isPending) return <Loading rows={8} />;
  if (told.entries.length === 0) return <Empty title={said.none}>{said.noneWhat}</Empty>;
  return (
    <>
      <PlainTable label={said.told} columns={columns} rows={told.entries} keyOf={({ id }) => id} />
      {told.more && (
        <p className={styles.foot}>
          <Button onClick={told.more}>{text.frame.more}</Button>
        </p>
      )}
    </>
  );
};
