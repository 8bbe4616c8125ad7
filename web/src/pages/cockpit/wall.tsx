/** All items as tiles, section by section in the plan's order; of many items the sections as bars. */
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Board, BoardItem } from '../../data/contract';
import { usePlan } from '../../data/session';
import { Empty } from '../../parts/states';
import { Tile } from '../../parts/tile';
import { text } from '../../text';
import { Legend } from './legend';
import { isAmong, sectionsSeen, useRowsLink, useShown, type Rows } from './rows';
import { SectionBars } from './section-bars';
import { SectionHead } from './section-head';
import { useChanged, type Changed } from './use-changed';
import { rowsOf, type WallRow } from './wall-rows';
import styles from './wall.module.css';

export interface WallSection {
  readonly number: number;
  readonly items: readonly BoardItem[];
  readonly size: number;
}

/** Tiles in a row of the widest page. */
const columns = 10;
const legendColumns = 3;

export const Wall = ({ board }: { readonly board: Board }) => {
  const here = usePlan();
  const shown = useShown();
  const changed = useChanged(board);
  const wall = useScrolledTo(shown);
  return (
    <section className={styles.wall} ref={wall} aria-labelledby="wall-name">
      <header className={styles.head}>
        <h2 id="wall-name">{text.cockpit.wall(board.counts.items)}</h2>
        <span className={styles.note}>{text.cockpit.wallNote(sectionsSeen(board))}</span>
        {board.counts.underReview > 0 && (
          <span className={styles.note}>{text.cockpit.underReview(board.counts.underReview)}</span>
        )}
        <span className={styles.tapNote}>{text.cockpit.wallTapNote}</span>
        {!board.past && (
          <Link className={styles.more} to={here.to('items')}>
            {text.cockpit.register}
          </Link>
        )}
      </header>
      {shown !== null && <Showing board={board} rows={shown} />}
      <WallBody board={board} shown={shown} changed={changed} />
    </section>
  );
};

/** Whoever asks for some of the tiles is taken to them. */
const useScrolledTo = (shown: Rows | null) => {
  const wall = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown !== null) wall.current?.scrollIntoView({ block: 'start' });
  }, [shown]);
  return wall;
};

/** Which tiles stand out on a past day, and the way back to all. */
const Showing = ({ board, rows }: { readonly board: Board; readonly rows: Rows }) => {
  const linkTo = useRowsLink(true);
  const name = rows === 'listed' || rows === 'all' ? text.frame.pages.listings : text.parts.lights[rows];
  const n = board.items.filter((item) => isAmong(item, rows)).length;
  return (
    <p className={styles.showing} role="status">
      {text.cockpit.showing(name, n)} <Link to={linkTo('all')}>{text.cockpit.showAll}</Link>
    </p>
  );
};

interface BodyProps {
  readonly board: Board;
  readonly shown: Rows | null;
  readonly changed: Changed;
}

const WallBody = (props: BodyProps) => {
  const { board } = props;
  if (board.counts.items === 0)
    return (
      <div className={styles.empty}>
        <Empty title={text.cockpit.wallNone}>{text.cockpit.wallNoneHint}</Empty>
      </div>
    );
  if (board.leftOut > 0) return <SectionBars board={board} />;
  const rows = rowsOf(sectionsOf(board), columns);
  const legendRow = rows.findIndex(({ free }) => free >= legendColumns);
  return (
    <>
      {rows.map((row, index) => (
        <Row
          key={row.sections[0]?.number}
          {...props}
          row={row}
          legend={index === legendRow}
          last={index === rows.length - 1}
        />
      ))}
      {legendRow < 0 && (
        <div className={styles.row}>
          <Legend free={columns} />
        </div>
      )}
      <Legend free={null} />
    </>
  );
};

const sectionsOf = ({ sections, items }: Board): WallSection[] =>
  sections.flatMap(({ number }) => {
    const own = items.filter(({ section }) => section === number);
    return own.length === 0 ? [] : [{ number, items: own, size: own.length }];
  });

interface RowProps extends BodyProps {
  readonly row: WallRow<WallSection>;
  readonly legend: boolean;
  readonly last: boolean;
}

const Row = ({ row, legend, last, ...body }: RowProps) => (
  <div className={styles.row}>
    {row.sections.map((section) => (
      <Section key={section.number} section={section} {...body} />
    ))}
    <Rest free={row.free} legend={legend} last={last} past={body.board.past} />
  </div>
);

/** What a row has left over: the legend, the way to the register, or paper. */
const Rest = ({
  free,
  legend,
  last,
  past,
}: {
  readonly free: number;
  readonly legend: boolean;
  readonly last: boolean;
  readonly past: boolean;
}) => {
  const here = usePlan();
  if (free === 0) return null;
  if (legend) return <Legend free={free} />;
  if (!last || past) return <span className={styles.blank} style={{ flexGrow: free }} />;
  return (
    <>
      <Link className={styles.whole} to={here.to('items')}>
        {text.cockpit.wholeRegister.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </Link>
      {free > 1 && <span className={styles.blank} style={{ flexGrow: free - 1 }} />}
    </>
  );
};

const Section = ({ section, board, shown, changed }: BodyProps & { readonly section: WallSection }) => {
  const here = usePlan();
  const wide = Math.min(section.size, columns);
  return (
    <section className={styles.section} style={{ flexGrow: wide, flexBasis: `${(wide - 1) * 6}px` }}>
      <SectionHead board={board} number={section.number} brief={section.size === 1} />
      <ul className={styles.tiles} style={{ '--wide': wide } as React.CSSProperties}>
        {section.items.map((item) => (
          <li key={item.id}>
            <Tile
              item={item}
              today={board.date}
              to={here.to(`items/${item.id}`)}
              faint={shown !== null && !isAmong(item, shown)}
              changed={changed.items.has(item.id) ? changed.round : null}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
