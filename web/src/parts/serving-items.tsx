/** The items that serve an indicator, each with its light. */
import { Link } from 'react-router';
import type { Board } from '../data/contract';
import { usePlan } from '../data/session';
import { LightMark, shapeOf } from './light';
import { plainTile } from './tile-title';
import { text } from '../text';
import styles from './serving-items.module.css';

export interface ServingItemsProps {
  readonly numbers: readonly number[];
  readonly board: Board;
}

export const ServingItems = ({ numbers, board }: ServingItemsProps) => {
  const here = usePlan();
  const items = board.items.filter(({ number }) => numbers.includes(number));
  if (items.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={text.cockpit.servedBy}>
      {items.map((item) => (
        <li key={item.id}>
          <Link to={here.to(`items/${item.id}`)} title={plainTile(item.tile)}>
            {text.cockpit.servingItem(item.number)}
            <LightMark shape={shapeOf(item)} />
          </Link>
        </li>
      ))}
    </ul>
  );
};
