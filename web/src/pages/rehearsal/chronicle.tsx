/** What happened, a day at a time: when, in which item, what, and who was told. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { AdvanceEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { timeOf, weekdayOf } from '../../parts/dates';
import { linesOf, signOf, type Line } from '../../frame/just-happened';
import { LightSign } from '../../parts/light';
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
          {linesOf(ofDay).map((line) => (
            <OneLine key={line.key} line={line} />
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

const OneLine = ({ line }: { readonly line: Line }) => {
  const { to } = usePlan();
  const { items, at, text: happened, told } = line;
  const sign = signOf(line);
  const [only, another] = items;
  return (
    <li className={told.length === 0 ? styles.untold : undefined}>
      <span className={styles.time}>{timeOf(at)}</span>
      <span className={styles.item}>
        {sign && <LightSign shape={sign} />}
        {only && !another ? (
          <Link to={to(`items/${only.id}`)}>
            <b className="serif">{only.number}</b>
            <span>{plainTile(only.tile)}</span>
          </Link>
        ) : (
          <span className={styles.items}>
            {items.map(({ id, number, title }, index) => (
              <Link key={`${id} ${index}`} to={to(`items/${id}`)} title={title} className="serif">
                {number}
              </Link>
            ))}
          </span>
        )}
      </span>
      <span className={styles.said}>{happened}</span>
      <span className={styles.told}>
        {told.length > 0 && said.told(told.map((post) => words.posts[post]).join(text.desk.enumeration))}
      </span>
    </li>
  );
};
