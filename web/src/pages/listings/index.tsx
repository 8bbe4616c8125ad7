/** 督战墙: every listing with what it is stuck on and what happens next, what will be listed, and what has been. */
import { useMemo } from 'react';
import type { Board } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { Empty, Shown } from '../../parts/states';
import { text } from '../../text';
import { FormerListings } from './former-listings';
import { ListingCard } from './listing-card';
import { ListingSignatures } from './listing-signatures';
import styles from './listings.module.css';

export const Page = () => {
  const { plan } = usePlan();
  const board = useAnswer<Board>(`/plans/${plan.id}/board`);
  const listings = useMemo(() => board.data?.listings ?? [], [board.data]);
  const standing = listings.filter(({ level }) => level !== null);
  const coming = listings.filter(({ level }) => level === null);
  return (
    <div className={styles.page}>
      <PageHead
        title={text.frame.pages.listings}
        {...(board.data ? { sub: text.cockpit.listingsSub(board.data.counts.listed, coming.length) } : {})}
      />
      <Shown of={board} rows={8}>
        {(found) => (
          <>
            <Group title={text.cockpit.standing} board={found} listings={standing}>
              <Empty title={text.cockpit.listingNone}>{text.cockpit.listingNoneHint}</Empty>
            </Group>
            <Group title={text.cockpit.coming} note={text.cockpit.comingNote} board={found} listings={coming}>
              <Empty title={text.cockpit.comingNone}>{text.cockpit.comingNoneHint}</Empty>
            </Group>
            <ListingSignatures board={found} />
          </>
        )}
      </Shown>
      <FormerListings />
    </div>
  );
};

interface GroupProps {
  readonly title: string;
  readonly note?: string;
  readonly board: Board;
  readonly listings: Board['listings'];
  /** Where there is none. */
  readonly children: React.ReactNode;
}

const Group = ({ title, note, board, listings, children }: GroupProps) => (
  <Panel
    title={title}
    {...(listings.length > 0 ? { count: listings.length } : {})}
    {...(note === undefined ? {} : { note })}
    className={styles.group ?? ''}
  >
    {listings.length === 0 ? (
      children
    ) : (
      <ul>
        {listings.map((listing) => (
          <li key={listing.item.id}>
            <ListingCard listing={listing} today={board.date} />
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
