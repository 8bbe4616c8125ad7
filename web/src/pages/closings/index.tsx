/** Closings: those under way with what is still missing, items that could be closed, and the record of the closed. */
import type { ItemCard } from '../../data/contract';
import { useWhole, withQuery } from '../../data/query';
import { usePlan } from '../../data/session';
import { bareName } from '../../parts/bare-name';
import { DayBoxes, TermLeft } from '../../parts/day-boxes';
import { shortDate } from '../../parts/dates';
import { measuresEnded } from '../../parts/measures-ended';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { Empty, Shown } from '../../parts/states';
import { text, words } from '../../text';
import { ClosedTable } from './closed-table';
import { ItemName } from './item-name';
import styles from './closings.module.css';

const said = text.closings;

export const Page = () => {
  const { plan } = usePlan();
  const itemsIn = (...lifecycle: readonly string[]): string =>
    withQuery(`/plans/${plan.id}/items`, { lifecycle, sort: 'danger' });
  const underWay = useWhole<ItemCard>(itemsIn('closing_review', 'completed'));
  const working = useWhole<ItemCard>(itemsIn('in_progress'));
  const closed = useWhole<ItemCard>(withQuery(`/plans/${plan.id}/items`, { lifecycle: 'closed' }));
  const ready = (working.data?.entries ?? []).filter(({ owing }) =>
    owing.some(({ kind }) => kind === 'closing_request'),
  );
  return (
    <>
      <PageHead title={said.title} sub={said.sub} />
      <div className={styles.stack}>
        <Shown of={underWay}>{({ entries }) => <UnderWay cards={entries} />}</Shown>
        {ready.length > 0 && (
          <Panel title={said.ready} count={ready.length} note={said.readyNote}>
            <PlainTable label={said.ready} columns={columns} rows={ready} keyOf={({ id }) => id} />
          </Panel>
        )}
        <Shown of={closed}>{({ entries }) => <Closed cards={entries} />}</Shown>
      </div>
    </>
  );
};

const UnderWay = ({ cards }: { readonly cards: readonly ItemCard[] }) => (
  <Panel title={said.running} count={cards.length}>
    {cards.length === 0 ? (
      <Empty title={said.none}>{said.noneHint}</Empty>
    ) : (
      <PlainTable label={said.running} columns={columns} rows={cards} keyOf={({ id }) => id} />
    )}
  </Panel>
);

const Closed = ({ cards }: { readonly cards: readonly ItemCard[] }) => (
  <Panel title={said.closed} count={cards.length}>
    {cards.length === 0 ? <Empty title={said.closedNone} /> : <ClosedTable cards={cards} />}
  </Panel>
);

const Owes = ({ next }: Pick<ItemCard, 'next'>) => {
  if (next === null) return null;
  const holders = next.holders.map(({ name }) => bareName(name)).join(text.sign.joined) || text.parts.nobody;
  const owner = next.unit?.name ?? words.owners[next.by];
  return (
    <>
      {next.title}
      <span className={styles.under}>
        {owner === holders ? owner : [owner, holders].join(text.sign.comma)}
      </span>
    </>
  );
};

const Term = ({ next }: Pick<ItemCard, 'next'>) => {
  const { pulse } = usePlan();
  if (!next?.until) return null;
  return (
    <>
      <span className={styles.term}>
        <DayBoxes term={next.workingDays} /> <TermLeft term={next.workingDays} />
      </span>
      <span className={styles.under}>{text.parts.termOn(shortDate(next.until, pulse.today))}</span>
    </>
  );
};

const columns: readonly Column<ItemCard>[] = [
  { head: said.columns.item, kind: 'main', cell: (card) => <ItemName card={card} /> },
  { head: said.columns.stage, cell: ({ lifecycle }) => words.lifecycles[lifecycle] },
  {
    head: said.columns.results,
    kind: 'quiet',
    cell: ({ milestones, measures }) => (
      <>
        {said.milestones(milestones.accepted, milestones.total)}
        <span className={styles.under}>{said.measures(measuresEnded(measures), measures.total)}</span>
      </>
    ),
  },
  { head: said.columns.owes, cell: ({ next }) => <Owes next={next} /> },
  { head: said.columns.term, cell: ({ next }) => <Term next={next} /> },
];
