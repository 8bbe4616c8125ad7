/** On demand: every milestone of a listed item, and how often its progress was reported to the leaders. */
import { useState } from 'react';
import type { Item, Milestone } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { shortDate } from '../../parts/dates';
import { LightMark } from '../../parts/light';
import { Shown } from '../../parts/states';
import { text, words } from '../../text';
import styles from './listing-more.module.css';

export const ListingMore = ({ item }: { readonly item: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.cockpit.moreOfListing}</summary>
      {open && <More item={item} />}
    </details>
  );
};

const More = ({ item: id }: { readonly item: string }) => {
  const item = useAnswer<Item>(`/items/${id}`);
  return (
    <Shown of={item} rows={3}>
      {({ listing, milestoneList, today }) => (
        <>
          {listing !== null && (
            <p>
              {text.cockpit.standings(listing.standings)}
              {listing.standings > 0 && text.cockpit.lastReport(listing.reported)}
            </p>
          )}
          <ul>
            {milestoneList.map((milestone) => (
              <MilestoneLine key={milestone.id} milestone={milestone} today={today} />
            ))}
          </ul>
        </>
      )}
    </Shown>
  );
};

const MilestoneLine = ({ milestone, today }: { readonly milestone: Milestone; readonly today: string }) => (
  <li className={styles.milestone}>
    <span className={styles.status}>
      <LightMark
        shape={milestone.light}
        word={milestone.overdue ? text.parts.lights.red : words.milestoneStatuses[milestone.status]}
      />
    </span>
    <span className="nowrap secondary">{shortDate(milestone.due, today)}</span>
    <span>{milestone.title}</span>
  </li>
);
