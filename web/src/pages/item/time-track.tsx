/** A milestone's dates on the line of the plan's time: where it was first due, where it is due now, where today is. */
import type { ReactNode } from 'react';
import type { Milestone } from '../../data/contract';
import { text } from '../../text';
import type { TimeScale } from './time-scale';
import styles from './time-track.module.css';

const width = 268;
const height = 44;
const middle = height / 2;

export interface TimeTrackProps {
  readonly milestone: Milestone;
  readonly today: string;
  readonly scale: TimeScale;
}

export const TimeTrack = ({ milestone, today, scale }: TimeTrackProps) => {
  const { due, firstDue } = milestone;
  const at = (date: string): number => scale.at(date) * width;
  const now = at(today);
  return (
    <>
      {scale.years.map((tick) => (
        <i key={tick.year} className={styles.year} style={{ left: tick.at * width }} />
      ))}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className={styles.track}
        role="img"
        aria-label={text.item.trackSaid(firstDue, due)}
      >
        <path d={`M0 ${middle}H${width}`} className={styles.line} />
        {due !== firstDue && <Moved from={at(firstDue)} to={at(due)} />}
        {milestone.overdue && <path d={`M${at(due)} ${middle}H${now}`} className={styles.over} />}
        <Mark milestone={milestone} x={at(due)} />
      </svg>
      <i className={styles.today} style={{ left: now }} />
    </>
  );
};

const Moved = ({ from, to }: { readonly from: number; readonly to: number }) => {
  const tip = Math.max(from + 5, to - 7);
  return (
    <>
      <path d={`M${from + 4} ${middle}H${tip}`} className={styles.moved} />
      <path d={`M${tip - 4} ${middle - 3.5}l4 3.5-4 3.5`} className={styles.moved} />
      <circle cx={from} cy={middle} r="4.2" className={styles.first} />
    </>
  );
};

const Mark = ({ milestone, x }: { readonly milestone: Milestone; readonly x: number }): ReactNode => {
  const { status, overdue } = milestone;
  if (status === 'accepted')
    return (
      <>
        <circle cx={x} cy={middle} r="6" className={styles.accepted} />
        <path d={`M${x - 3} ${middle + 0.2}l2.2 2.2 3.8-4.6`} className={styles.tick} />
      </>
    );
  if (overdue) return <rect x={x - 5} y={middle - 5} width="10" height="10" className={styles.square} />;
  if (status === 'dropped')
    return <path d={`M${x - 4} ${middle - 4}l8 8m0-8l-8 8`} className={styles.cross} />;
  return <circle cx={x} cy={middle} r="5" className={styles.open} />;
};
