/** Every date that a change would move, item by item. */
import type { MovesPreview } from '../../data/contract';
import { fullInstant } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { Empty } from '../../parts/states';
import { plainTile } from '../../parts/tile-title';
import { text } from '../../text';
import { inOrder, movesIn, shiftDays, type Move } from './moves';
import styles from './rules.module.css';

const said = text.rules.preview;

/** Few enough to be read at once are unfolded. */
const unfolded = 3;

export const MovesPanel = ({ preview }: { readonly preview: MovesPreview }) => {
  const { items, unmoved, leftOut, asOf } = preview;
  return (
    <Panel title={said.title} note={text.frame.asOf(fullInstant(asOf))}>
      <div role="status">
        {items.length === 0 ? (
          <Empty title={said.none}>{said.noneWhat}</Empty>
        ) : (
          <p className={styles.tally}>
            {said.moved(items.length, movesIn(preview))} {unmoved > 0 && <span>{said.unmoved(unmoved)}</span>}
          </p>
        )}
      </div>
      {inOrder(items).map((entry) => (
        <ItemMoves key={entry.item.id} entry={entry} open={items.length <= unfolded} />
      ))}
      {leftOut > 0 && <p className={styles.more}>{said.leftOut(leftOut)}</p>}
    </Panel>
  );
};

interface ItemMovesProps {
  readonly entry: MovesPreview['items'][number];
  readonly open: boolean;
}

const ItemMoves = ({ entry: { item, moves, atOnce }, open }: ItemMovesProps) => (
  <details className={styles.item} open={open}>
    <summary>
      <span className={styles.number}>{item.number}</span>
      <span>{plainTile(item.tile)}</span>
      <span className={styles.count}>{said.moments(moves.length)}</span>
    </summary>
    {atOnce.length > 0 && (
      <div className={styles.tally}>
        {said.atOnce}
        <ul>
          {atOnce.map((fact) => (
            <li key={fact.text}>
              <span>{fact.text}</span>
            </li>
          ))}
        </ul>
      </div>
    )}
    <PlainTable
      label={said.itemRegion(item.number)}
      columns={columns}
      rows={moves}
      keyOf={({ kind, subject, title, from }) => `${kind} ${subject} ${title} ${from}`}
    />
  </details>
);

const Shift = ({ move }: { readonly move: Move }) => {
  const days = shiftDays(move);
  return days === null || days === 0 ? null : <span className={styles.shift}>{said.day(days)}</span>;
};

const columns: readonly Column<Move>[] = [
  { head: said.what, kind: 'main', cell: ({ title }) => title },
  {
    head: said.from,
    cell: ({ from }) =>
      from === null ? said.newly : <span className={`${styles.from} nowrap`}>{fullInstant(from)}</span>,
  },
  {
    head: said.to,
    cell: (move) => (
      <>
        <b className="nowrap">{move.to === null ? said.never : fullInstant(move.to)}</b> <Shift move={move} />
      </>
    ),
  },
];
