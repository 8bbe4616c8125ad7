/** What the last move of the clock made happen, in one line: how much, and the gravest of it. */
import { Link } from 'react-router';
import type { Advance, AdvanceSpan } from '../data/contract';
import { usePlan } from '../data/session';
import { fullInstant, shortInstant } from '../parts/dates';
import { LightSign } from '../parts/light';
import { text } from '../text';
import { gravest, linesOf, signOf, totalOf, type Line } from './just-happened';
import styles from './rehearsal-bar.module.css';

const said = text.rehearsal;
/** As many as fit on one line of a wide screen; narrower ones cut the line. */
const shownAtMost = 5;

export interface HappenedProps {
  /** Null = the clock was never moved; undefined = not known yet. */
  readonly last: AdvanceSpan | null | undefined;
  readonly advance: Advance | undefined;
}

export const JustHappened = ({ last, advance }: HappenedProps) => {
  const { to } = usePlan();
  if (last === undefined) return <p className={styles.row}>{text.frame.loading}</p>;
  if (last === null) return <p className={`${styles.row} ${styles.reached}`}>{said.nothingYet}</p>;
  if (!advance) return <p className={styles.row}>{text.frame.loading}</p>;
  const total = totalOf(advance);
  if (last.state === 'refused') return <p className={`${styles.row} ${styles.reached}`}>{said.refused}</p>;
  if (total === 0)
    return (
      <p className={`${styles.row} ${styles.reached}`}>
        {said.nothingHappened(fullInstant(advance.from), fullInstant(advance.to))}
      </p>
    );
  return (
    <div className={styles.row}>
      <span className={styles.rowTitle}>
        {said.justNow} <b>{total}</b>
      </span>
      <ol className={styles.entries}>
        {gravest(linesOf(advance.happened), shownAtMost).map((line) => (
          <OneLine key={line.key} line={line} />
        ))}
      </ol>
      <Link className={styles.all} to={to(`rehearsal?advance=${last.id}`)}>
        {said.all}
      </Link>
    </div>
  );
};

const OneLine = ({ line }: { readonly line: Line }) => {
  const { pulse, to } = usePlan();
  const { items, at } = line;
  const sign = signOf(line);
  const [first] = items;
  if (!first) return null;
  return (
    <li>
      <Link to={to(`items/${first.id}`)} title={line.text}>
        <span className={styles.at}>{shortInstant(at, pulse.today)}</span>
        {sign && <LightSign shape={sign} />}
        <b className="serif">{first.number}</b>
        <span className={styles.said}>
          {items.length > 1 && said.andOthers(items.length)}
          {line.text}
        </span>
      </Link>
    </li>
  );
};
