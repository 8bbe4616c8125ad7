/** In whose hands the working days went, as one bar with every part in words. */
import type { Item, ItemWaiting } from '../../data/contract';
import { text } from '../../text';
import { heldShares } from './held-shares';
import styles from './held-bar.module.css';

const labels = text.item;

export const HeldBar = ({ item, waiting }: { readonly item: Item; readonly waiting: ItemWaiting }) => {
  const milestone = item.staircase?.milestone ?? null;
  const { shares, of } = heldShares(waiting, milestone);
  if (shares.length === 0) return null;
  return (
    <div className={styles.held}>
      <h3>{labels.held[of](milestone ?? '')}</h3>
      <div className={styles.bar} aria-hidden="true">
        {shares.map(({ key, party, days }) => (
          <i key={key} className={styles[party]} style={{ flexGrow: days }} />
        ))}
      </div>
      <ul className={styles.said}>
        {shares.map(({ key, party, title, days }) => (
          <li key={key}>
            <i className={`${styles.key} ${styles[party]}`} aria-hidden="true" />
            {labels.heldShare(title, days)}
          </li>
        ))}
      </ul>
    </div>
  );
};
