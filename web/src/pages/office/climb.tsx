/** The ladder of an overdue item as eight rising steps: filled = taken, red = listing and above, dashed = unsigned. */
import type { PressedItem } from '../../data/contract';
import { text } from '../../text';
import styles from './pressed.module.css';

type Step = PressedItem['climb'][number];

const width = 152;
const height = 31;
const pitch = 19;

const classOf = ({ state, listing }: Step): string | undefined => {
  if (state === 'done') return listing ? styles.listing : styles.taken;
  return state === 'awaiting_signature' ? styles.awaiting : styles.untaken;
};

/** How far it has come, in words: the last rung taken, and what waits for its signature. */
const saidOf = (climb: readonly Step[]): string => {
  const last = climb.findLast(({ state }) => state === 'done');
  const awaiting = climb.find(({ state }) => state === 'awaiting_signature');
  const reached = last ? text.office.pressed.climbedTo(last.title) : text.office.pressed.notYetOverdue;
  return reached + (awaiting ? text.office.pressed.climbAwaiting(awaiting.title) : '');
};

export const Climb = ({ climb }: { readonly climb: readonly Step[] }) => (
  <svg
    className={styles.climb}
    width={width}
    height={height}
    viewBox={`0 0 ${width} ${height}`}
    role="img"
    aria-label={saidOf(climb)}
  >
    {climb.map((step, index) => (
      <rect
        key={step.rung}
        className={classOf(step)}
        x={0.7 + index * pitch}
        y={24 - index * 3}
        width={15}
        height={5.3 + index * 3}
      >
        <title>{step.title}</title>
      </rect>
    ))}
  </svg>
);
