/** What happened before a case was opened, so that nobody decides the same thing twice. */
import { shortDate } from '../../parts/dates';
import { text } from '../../text';
import { beforeOf } from './review-facts';
import { Aside, type Looked } from './review-lines';
import styles from './review.module.css';

const labels = text.office.review;

export const Before = ({ entry, item, history }: Looked) => {
  const lines = beforeOf(entry, history);
  return (
    <details className={styles.before}>
      <summary>{`${labels.before} ${lines.length}`}</summary>
      {lines.length === 0 && <p className="caption">{labels.nothingBefore}</p>}
      <ul>
        {lines.map(({ seq, at, text: said, who }) => (
          <li key={seq}>
            <span className="caption nowrap">{shortDate(at, item.today)}</span> {said}
            <Aside>{who}</Aside>
          </li>
        ))}
      </ul>
    </details>
  );
};
