/** How far enforcement has gone: from an outlined slip over a solid letter to the red plaque with its bars. */
import { text, words } from '../text';
import type { Level } from '../data/contract';
import styles from './enforcement.module.css';

export type ListedLevel = 1 | 2 | 3;

export const listedLevelOf = (level: Level): ListedLevel | null => {
  const found = /^listed_([123])$/.exec(level);
  return found ? (Number(found[1]) as ListedLevel) : null;
};

export const LevelBars = ({ level }: { readonly level: ListedLevel }) => (
  <span className={styles.bars} aria-hidden="true">
    {Array.from({ length: level }, (_, index) => (
      <i key={index} />
    ))}
  </span>
);

/** Nothing while nothing was done. */
export const LevelTag = ({ level, short = false }: { readonly level: Level; readonly short?: boolean }) => {
  const listed = listedLevelOf(level);
  const names = short ? text.parts.levelsShort : words.levels;
  if (listed !== null)
    return (
      <span className={`${styles.tag} ${styles.plaque}`}>
        <LevelBars level={listed} />
        {names[level]}
      </span>
    );
  if (level === 'none') return null;
  return (
    <span className={`${styles.tag} ${level === 'urged' ? styles.slip : styles.letter}`}>{names[level]}</span>
  );
};

/** What is proposed and waits for its signature. */
export const ProposedTag = ({ children }: { readonly children: string }) => (
  <span className={`${styles.tag} ${styles.proposed}`}>{children}</span>
);

/** Where a date comes from: 规划 in a solid frame, 拟定 in a dashed one. */
export const BasisTag = ({ basis }: { readonly basis: keyof typeof words.bases }) => (
  <span className={`${styles.basis} ${basis === 'plan' ? styles.ofPlan : ''}`}>{words.bases[basis]}</span>
);

/** A neutral fact beside a line, such as "returned 03-01". */
export const PlainTag = ({ children }: { readonly children: string }) => (
  <span className={`${styles.tag} ${styles.plain}`}>{children}</span>
);
