/** What happened, a day at a time: when, in which item, what, and who was told. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { AdvanceEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { timeOf, weekdayOf } from '../../parts/dates';
import { LightSign, shapeOf } from '../../parts/light';
import { plainTile } from '../../parts/tile-title';
import { text, words } from '../../text';
import { language } from '../../text/language';
import { daysOf } from './days';
import styles from './rehearsal.module.css';

const said = text.rehearsal.page;

export interface ChronicleProps {
  readonly entries: readonly AdvanceEntry[];
  /** Null = all are here. */
  readonly more: (() => void) | null;
}

export const Chronicle = ({ entries, more }: ChronicleProps) => (
  <>
    {daysOf(entries).map(({ date, entries: ofDay }) => (
      <section key={date} className={styles.day}>
        <h3>
          {date} <span>{weekdayOf(date, language)}</span>
        </h3>
        <ol>
          {ofDay.map((entry) => (
            <Entry key={`${entry.item.id} ${entry.seq}`} entry={entry} />
          ))}
        </ol>
      </section>
    ))}
    {more && (
      <div className={styles.more}>
        <Button onClick={more}>{text.frame.more}</Button>
      </div>
    )}
  </>
);

const Entry = ({ entry }: { readonly entry: AdvanceEntry }) => {
  const { to } = usePlan();
  const { item, at, text: happened, told } = entry;
  return (
    <li className={told.length === 0 ? styles.untold : undefined}>
      <span className={styles.time}>{timeOf(at)}</span>
      <Link className={styles.item} to={to(`items/${item.id}`)}>
        <LightSign shape={shapeOf(item)} />
        <b className="serif">{item.number}</b>
        <span>{plainTile(item.tile)}</span>
      </Link>
      <span className={styles.said}>{happened}</span>
      <span className={styles.told}>
        {told.length > 0 && said.told(told.map((post) => words.posts[post]).join(text.desk.enumeration))}
      </span>
    </li>
  );
};
