/** Everything that ever happened to the item, in words, newest first; nothing is ever taken out. */
import { useState } from 'react';
import { Link } from 'react-router';
import type { HistoryEntry, Item } from '../../data/contract';
import { useEntries, withQuery } from '../../data/query';
import { usePlan } from '../../data/session';
import { shortInstant } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { Empty, Failed, Loading } from '../../parts/states';
import { Tabs } from '../../parts/tabs';
import { text } from '../../text';
import { useWholeFile } from './whole-file';
import styles from './history-panel.module.css';

const labels = text.item;
const sides = ['all', 'clock', 'unit', 'office', 'leader'] as const;
type Side = (typeof sides)[number];

export const HistoryPanel = ({ item }: { readonly item: Item }) => {
  const [side, setSide] = useState<Side>('all');
  const { record } = useWholeFile();
  return (
    <Panel
      title={<span id="history">{labels.history}</span>}
      note={labels.historyCount(item.version)}
      aside={
        <Tabs
          label={labels.historyByLabel}
          value={side}
          onChange={setSide}
          options={sides.map((value) => ({ value, label: labels.historyBy[value] }))}
        />
      }
    >
      {record === null ? (
        <History key={side} item={item} side={side} />
      ) : (
        <Entries item={item} entries={record} />
      )}
    </Panel>
  );
};

const History = ({ item, side }: { readonly item: Item; readonly side: Side }) => {
  const path = withQuery(`/items/${item.id}/history`, { limit: 20, by: side === 'all' ? null : side });
  const { entries, isPending, error, more, again } = useEntries<HistoryEntry>(path);
  if (isPending) return <Loading />;
  if (error && entries.length === 0) return <Failed error={error} again={again} />;
  if (entries.length === 0) return <Empty title={labels.noHistory} />;
  const older = (entries.at(-1)?.seq ?? 1) - 1;
  return (
    <>
      <Entries item={item} entries={entries} />
      {more && (
        <button type="button" className={styles.more} onClick={more}>
          {side === 'all' ? labels.olderCount(older) : labels.older}
        </button>
      )}
    </>
  );
};

interface EntriesProps {
  readonly item: Item;
  readonly entries: readonly HistoryEntry[];
}

const Entries = ({ item, entries }: EntriesProps) => (
  <ol className={styles.list}>
    {entries.map((entry) => (
      <Entry key={entry.seq} item={item} entry={entry} />
    ))}
  </ol>
);

/** Overdue and listed, nothing else is red. */
const grave = ['becameOverdue', 'listed', 'listingProposed'];

const Entry = ({ item, entry }: { readonly item: Item; readonly entry: HistoryEntry }) => {
  const { to } = usePlan();
  const documents = item.documents.filter(({ seq }) => seq === entry.seq);
  return (
    <li className={grave.includes(entry.type) ? styles.grave : ''}>
      <time dateTime={entry.at}>{shortInstant(entry.at, item.today)}</time>
      <span className={styles.said}>
        {entry.text}
        {documents.map(({ id, mark }) => (
          <Link key={id} to={to(`documents/${id}`)} className={styles.document}>
            {mark}
          </Link>
        ))}
      </span>
      <span className={styles.by}>
        {entry.who}
        {entry.actor?.unit && <span className={styles.unit}> {entry.actor.unit.name}</span>}
      </span>
    </li>
  );
};
