/** A share of accepted milestones as a bar, its percentage and the figures behind it. */
import { percent } from './number';
import { text } from '../text';
import styles from './on-time-bar.module.css';

export interface OnTimeBarProps {
  readonly name: string;
  readonly onTime: number;
  readonly accepted: number;
}

export const OnTimeBar = ({ name, onTime, accepted }: OnTimeBarProps) => {
  const share = percent(onTime, accepted);
  if (share === null) return <span className={styles.none}>{text.cockpit.nothingAccepted}</span>;
  return (
    <span className={styles.bar}>
      <span className={styles.track} role="img" aria-label={text.cockpit.onTimeSaid(name, onTime, accepted)}>
        <i style={{ width: `${share}%` }} />
      </span>
      <b>{share}%</b>
      <span className={styles.of}>{text.cockpit.onTimeOf(onTime, accepted)}</span>
    </span>
  );
};
