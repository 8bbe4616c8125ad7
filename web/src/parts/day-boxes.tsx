/** A term as boxes, one a working day: filled = used, red = late. Units, office and leaders are measured alike. */
import { text } from '../text';
import styles from './day-boxes.module.css';

export interface Term {
  /** Working days; null = not known. */
  readonly since: number | null;
  readonly left: number | null;
  readonly over: number;
}

/** A longer term is said in words. */
const mostDays = 20;
/** Beyond this only the first late days are drawn; how many there are is said beside them. */
const mostBoxes = 10;
const fewestLate = 3;

export const DayBoxes = ({ term }: { readonly term: Term }) => {
  const used = Math.max(0, (term.since ?? 0) - term.over);
  const total = used + (term.left ?? 0);
  const late = term.over;
  const said = text.parts.dayBoxes(used, total, late);
  const lateDrawn = Math.min(late, Math.max(fewestLate, mostBoxes - total));
  if (total > mostDays) return <span className={styles.said}>{said}</span>;
  return (
    <span className={styles.boxes} role="img" aria-label={said}>
      {Array.from({ length: total }, (_, index) => (
        <i key={index} className={index < used ? styles.used : undefined} />
      ))}
      {Array.from({ length: lateDrawn }, (_, index) => (
        <i key={`late${index}`} className={styles.late} />
      ))}
      {late > lateDrawn && <span className={styles.more}>…</span>}
    </span>
  );
};

/** What is left of a term, in words. */
export const TermLeft = ({ term }: { readonly term: Term }) => {
  if (term.over > 0) return <b className="overdue nowrap">{text.parts.lateDays(term.over)}</b>;
  if (term.left === 0) return <b className="nowrap">{text.parts.dueToday}</b>;
  return <span className="nowrap">{term.left === null ? '' : text.parts.leftDays(term.left)}</span>;
};
