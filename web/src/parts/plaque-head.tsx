/** The head of a plaque: red with its bars once it hangs, dashed while it is about to; on a phone a tag beside it. */
import { text } from '../text';
import { LevelBars, type ListedLevel } from './enforcement';
import styles from './plaque-head.module.css';

/** Null = not listed yet. */
export const PlaqueHead = ({ level }: { readonly level: ListedLevel | null }) => {
  if (level === null)
    return (
      <p className={`${styles.head} ${styles.coming}`}>
        <span className={styles.long}>{text.cockpit.willBeListed}</span>
        <span className={styles.short}>{text.cockpit.willBe}</span>
      </p>
    );
  const short = text.parts.levelsShort[`listed_${level}`];
  return (
    <p className={styles.head}>
      <LevelBars level={level} />
      <span className={styles.long}>{text.cockpit.listedAs(short)}</span>
      <span className={styles.short}>{short}</span>
    </p>
  );
};
