/** What an indicator must reach, as a figure. */
import type { Plan } from '../data/contract';
import styles from './target-figure.module.css';

export interface TargetFigureProps {
  readonly indicator: Pick<Plan['indicators'][number], 'comparator' | 'value' | 'unit'>;
}

export const TargetFigure = ({ indicator }: TargetFigureProps) => (
  <span className={styles.figure}>
    <i>{indicator.comparator}</i> {indicator.value}
    <i className={styles.unit}>{indicator.unit}</i>
  </span>
);
