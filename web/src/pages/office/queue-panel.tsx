/** What waits for the office itself, with the office's own terms; a kind or a clock may be looked at alone. */
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Desk, DeskEntry } from '../../data/contract';
import { usePlan, useSession } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { ViewLinks, withPart } from '../../parts/view-links';
import { text } from '../../text';
import { BulkDrawer, type Lot } from './bulk-drawer';
import { HandOutBar } from './hand-out-bar';
import { useChoosing, type Choosing } from './chosen';
import { countsOf, folded, queueClocks, queueOf, queueTabs, viewed, viewOf, type QueueView } from './queue';
import { QueueTable } from './queue-table';
import styles from './queue.module.css';

const labels = text.office.queue;

export const QueuePanel = ({ desk }: { readonly desk: Desk }) => {
  const { role } = useSession();
  const [search] = useSearchParams();
  const view = viewOf(search.get('queue'));
  const queue = queueOf(desk, role);
  const counts = countsOf(queue, desk.today);
  const choosing = useChoosing();
  // Outlasts the rows: those of the lot are gone once they are issued, what came of each is not.
  const [lot, setLot] = useState<Lot | null>(null);
  const closed = (issued: boolean): void => {
    setLot(null);
    if (issued) choosing.clear();
  };
  return (
    <div id="queue" className={styles.anchor}>
      <Panel
        title={labels.title}
        count={queue.length}
        note={labels.note}
        aside={queue.length > 0 && <Tabs view={view} counts={counts} />}
      >
        <QueueBody
          rows={viewed(queue, view, desk.today)}
          view={view}
          isEmpty={queue.length === 0}
          choosing={choosing}
          preview={setLot}
        />
      </Panel>
      <BulkDrawer lot={lot} close={closed} />
    </div>
  );
};

/** A kind of which nothing waits is left out, unless it is what one looks at. */
const tabsOf = (view: QueueView, counts: Readonly<Record<QueueView, number>>): readonly QueueView[] => [
  ...queueTabs.filter((tab) => tab === 'all' || tab === view || counts[tab] > 0),
  ...queueClocks.filter((clock) => clock === view),
];

const Tabs = ({
  view,
  counts,
}: {
  readonly view: QueueView;
  readonly counts: Readonly<Record<QueueView, number>>;
}) => {
  const [search] = useSearchParams();
  const views = tabsOf(view, counts).map((tab) => ({
    key: tab,
    label: tab === 'all' ? labels.tabs.all : `${labels.tabs[tab]} ${counts[tab]}`,
    to: withPart(search, 'queue', tab === 'all' ? null : tab),
    isHere: tab === view,
  }));
  return <ViewLinks label={labels.title} views={views} />;
};

interface BodyProps {
  readonly rows: readonly DeskEntry[];
  readonly view: QueueView;
  readonly isEmpty: boolean;
  readonly choosing: Choosing;
  readonly preview: (lot: Lot) => void;
}

const QueueBody = ({ rows, view, isEmpty, choosing, preview }: BodyProps) => {
  if (isEmpty) return <Empty title={labels.empty}>{labels.emptyHint}</Empty>;
  if (rows.length === 0)
    return (
      <Empty title={labels.emptyTab}>
        <Link to="?">{labels.showAll}</Link>
      </Empty>
    );
  // Only handing out is one and the same decision for many items.
  const many = view === 'handing';
  const { rows: single, handOuts } = folded(rows, view);
  const chosen = rows.filter(({ item }) => choosing.ids.has(item.id)).map(({ item }) => item);
  return (
    <>
      {handOuts.length > 0 && <HandOuts entries={handOuts} />}
      {single.length > 0 && <QueueTable rows={single} choosing={many ? choosing : null} />}
      {many && (
        <HandOutBar
          items={chosen}
          all={rows.length}
          chooseAll={() => choosing.toggleAll(rows.map(({ item }) => item.id))}
          clear={choosing.clear}
          preview={preview}
        />
      )}
    </>
  );
};

/** All that is to be handed out, in one line, with the way to do it at once. */
const HandOuts = ({ entries }: { readonly entries: readonly DeskEntry[] }) => {
  const { pulse } = usePlan();
  const [search] = useSearchParams();
  const late = entries.filter(({ over }) => over).length;
  const first = entries.map(({ until }) => until).sort()[0] ?? '';
  return (
    <p className={styles.handOuts}>
      <b>{labels.handOuts(entries.length)}</b>
      <span className="secondary">
        {late > 0 ? labels.handOutsLate(late) : labels.handOutsUntil(shortDate(first, pulse.today))}
      </span>
      <Link to={withPart(search, 'queue', 'handing')}>{labels.handOutTogether}</Link>
    </p>
  );
};
