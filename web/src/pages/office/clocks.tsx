/** The four clocks of the office; each figure leads to the rows it counts. */
import { Link } from 'react-router';
import { text } from '../../text';
import styles from './office.module.css';

export interface Clock {
  readonly name: keyof typeof names;
  /** Null while it is not known. */
  readonly count: number | null;
  readonly to: string;
}

const names = {
  late: text.office.clocks.late,
  today: text.office.clocks.today,
  unanswered: text.office.clocks.unanswered,
  soon: text.office.clocks.soon,
};

export const Clocks = ({ clocks }: { readonly clocks: readonly Clock[] }) => (
  <nav className={styles.clocks} aria-label={text.office.clocks.label}>
    {clocks.map(({ name, count, to }) => (
      <Link key={name} to={to}>
        <span>{names[name]}</span>
        <b className={name === 'late' && (count ?? 0) > 0 ? 'overdue' : undefined}>{count ?? '…'}</b>
      </Link>
    ))}
  </nav>
);
