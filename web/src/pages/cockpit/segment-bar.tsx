/** How the items of a wall divide by light: a segment an item, or of many items a length. */
import type { Light } from '../../data/contract';
import { lightOrder } from './light-order';
import styles from './segment-bar.module.css';

const mostSegments = 60;

export const SegmentBar = ({ counts }: { readonly counts: Readonly<Record<Light, number>> }) => {
  const total = lightOrder.reduce((sum, light) => sum + counts[light], 0);
  return (
    <span className={styles.bar} aria-hidden="true">
      {total <= mostSegments
        ? lightOrder.flatMap((light) =>
            Array.from({ length: counts[light] }, (_, index) => (
              <i key={light + String(index)} className={styles[light]} />
            )),
          )
        : lightOrder
            .filter((light) => counts[light] > 0)
            .map((light) => <i key={light} className={styles[light]} style={{ flexGrow: counts[light] }} />)}
    </span>
  );
};
