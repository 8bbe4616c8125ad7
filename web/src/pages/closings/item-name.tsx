/** An item by its number and name, with its unit beneath; the number of a closed one is struck through. */
import { Link } from 'react-router';
import type { ItemCard } from '../../data/contract';
import { usePlan } from '../../data/session';
import { TileTitle } from '../../parts/tile-title';
import styles from './closings.module.css';

export const ItemName = ({ card }: { readonly card: ItemCard }) => {
  const { to } = usePlan();
  return (
    <span className={styles.item}>
      <b className={card.lifecycle === 'closed' ? styles.struck : ''}>{card.number}</b>
      <span>
        <Link to={to(`closings/${card.id}`)}>
          <TileTitle tile={card.tile} />
        </Link>
        <span className={styles.under}>{card.unit.name}</span>
      </span>
    </span>
  );
};
