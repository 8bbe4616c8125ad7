/** Listings hung on one rail, gravest first, then what will hang there unless somebody acts. */
import { Link } from 'react-router';
import type { Board, BoardListing } from '../../data/contract';
import { usePlan } from '../../data/session';
import { LevelTag, ProposedTag } from '../../parts/enforcement';
import { Panel } from '../../parts/panel';
import { DaysOver, nextSaid, Plaque } from '../../parts/plaque';
import { Empty } from '../../parts/states';
import { plainTile } from '../../parts/tile-title';
import { text } from '../../text';
import styles from './listing-rail.module.css';

/** One row of the widest page; further ones are lines. */
const mostPlaques = 4;
const mostLines = 8;

export const ListingRail = ({ board }: { readonly board: Board }) => {
  const here = usePlan();
  const plaques = board.listings.slice(0, mostPlaques);
  const lines = board.listings.slice(mostPlaques, mostPlaques + mostLines);
  const more = board.listings.length - plaques.length - lines.length;
  return (
    <Panel
      title={text.frame.pages.listings}
      {...(board.counts.listed > 0 ? { note: text.cockpit.railNote(board.counts.listed) } : {})}
      aside={
        !board.past && (
          <Link className="screen-only" to={here.to('listings')}>
            {text.cockpit.railWall}
          </Link>
        )
      }
    >
      {plaques.length === 0 && <Empty title={text.cockpit.railNone}>{text.cockpit.railNoneHint}</Empty>}
      {plaques.length > 0 && (
        <div className={styles.rail}>
          {plaques.map((listing) => (
            <Plaque
              key={listing.item.id}
              listing={listing}
              today={board.date}
              to={here.to(`items/${listing.item.id}`)}
            />
          ))}
        </div>
      )}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((listing) => (
            <Line key={listing.item.id} listing={listing} today={board.date} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className={styles.more}>
          <Link to={here.to('listings')}>{text.cockpit.railMore(more)}</Link>
        </p>
      )}
    </Panel>
  );
};

const Line = ({ listing, today }: { readonly listing: BoardListing; readonly today: string }) => {
  const here = usePlan();
  const { item, level } = listing;
  return (
    <li className={level === null ? styles.coming : undefined}>
      <Link className={styles.line} to={here.to(`items/${item.id}`)}>
        <span className={styles.tag}>
          {level === null ? (
            <ProposedTag>{text.cockpit.willBe}</ProposedTag>
          ) : (
            <LevelTag level={`listed_${level}`} short />
          )}
        </span>
        <span className={styles.name}>
          <b>{item.number}</b>
          {plainTile(item.tile)}
        </span>
        <DaysOver days={listing.daysOver} />
        <span className={styles.next}>{nextSaid(listing, today)}</span>
      </Link>
    </li>
  );
};
