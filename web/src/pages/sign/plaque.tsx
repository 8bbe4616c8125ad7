/** What is asked for, in the frame of what is not in force yet: a dashed plaque, red only where a listing is meant. */
import type { ReactNode } from 'react';
import { LevelBars, type ListedLevel } from '../../parts/enforcement';
import styles from './plaque.module.css';

export interface PlaqueProps {
  /** Null = it is about no listing. */
  readonly level: ListedLevel | null;
  readonly children: ReactNode;
}

export const Plaque = ({ level, children }: PlaqueProps) => (
  <span className={`${styles.plaque} ${level === null ? '' : styles.listing}`}>
    {level !== null && <LevelBars level={level} />}
    {children}
  </span>
);
