/** The record of what was struck off: when, by whom, and how it had gone. */
import type { Entries, HistoryEntry, Item, ItemCard } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { bareName } from '../../parts/bare-name';
import { dateOf } from '../../parts/dates';
import { LightMark } from '../../parts/light';
import { PlainTable, type Column } from '../../parts/plain-table';
import { text } from '../../text';
import { ItemName } from './item-name';

const said = text.closings;

export const ClosedTable = ({ cards }: { readonly cards: readonly ItemCard[] }) => (
  <PlainTable label={said.closed} columns={columns} rows={cards} keyOf={({ id }) => id} />
);

/** Approvals are few among what leaders did to one item. */
const useApproval = (id: string): HistoryEntry | undefined =>
  useAnswer<Entries<HistoryEntry>>(`/items/${id}/history?by=leader&limit=20`).data?.entries.find(
    ({ type }) => type === 'closingApproved',
  );

const ClosedOn = ({ id }: { readonly id: string }) => {
  const approval = useApproval(id);
  return <span className="nowrap">{approval && dateOf(approval.at)}</span>;
};

const Closer = ({ id }: { readonly id: string }) => {
  const approval = useApproval(id);
  return <>{approval && bareName(approval.who)}</>;
};

const OnTime = ({ id }: { readonly id: string }) => {
  const { data } = useAnswer<Item>(`/items/${id}`);
  const accepted = data?.milestoneList.filter(({ status }) => status === 'accepted');
  return <>{accepted && `${accepted.filter(({ onTime }) => onTime === true).length}/${accepted.length}`}</>;
};

const columns: readonly Column<ItemCard>[] = [
  { head: said.columns.item, kind: 'main', cell: (card) => <ItemName card={card} /> },
  { head: said.columns.stage, cell: () => <LightMark shape="closed" /> },
  { head: said.columns.onTime, kind: 'quiet', cell: ({ id }) => <OnTime id={id} /> },
  { head: said.columns.closedOn, cell: ({ id }) => <ClosedOn id={id} /> },
  { head: said.columns.closer, cell: ({ id }) => <Closer id={id} /> },
];
