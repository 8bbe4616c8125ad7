/** What falls due in the next sixty days and does not press yet. */
import { Link } from 'react-router';
import type { Desk, DeskEntry } from '../../data/contract';
import { withQuery } from '../../data/query';
import { usePlan } from '../../data/session';
import { addDays, shortDate, weekdayOf } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { plainTile } from '../../parts/tile-title';
import { text } from '../../text';
import { language } from '../../text/language';
import styles from './ahead.module.css';

const said = text.desk;
const atMost = 8;
const spanDays = 60;

export const Ahead = ({ desk: { upcoming, today } }: { readonly desk: Desk }) => {
  const { to } = usePlan();
  const left = upcoming.length - atMost;
  return (
    <Panel
      title={said.ahead}
      aside={
        <>
          {left > 0 && (
            <Link className={styles.more} to={to(withQuery('items', { dueBy: addDays(today, spanDays) }))}>
              {said.moreAhead(left)}
            </Link>
          )}
          <Link to="/me">{said.subscribe}</Link>
        </>
      }
    >
      {upcoming.length === 0 ? (
        <p className={styles.none}>
          {said.noAhead}
          {said.noAheadHint}
        </p>
      ) : (
        <ol className={styles.days}>
          {upcoming.slice(0, atMost).map((entry) => (
            <Day key={`${entry.item.id} ${entry.id}`} entry={entry} today={today} />
          ))}
        </ol>
      )}
    </Panel>
  );
};

const Day = ({ entry, today }: { readonly entry: DeskEntry; readonly today: string }) => {
  const { to } = usePlan();
  const { item, until, title } = entry;
  return (
    <li>
      <p className={styles.date}>
        {shortDate(until, today)}
        <span>{weekdayOf(until, language)}</span>
      </p>
      <p className={styles.what}>
        <Link to={to(`items/${item.id}`)}>{title}</Link>
        <span>
          <b className="serif">{item.number}</b> {plainTile(item.tile)}
        </span>
      </p>
    </li>
  );
};
