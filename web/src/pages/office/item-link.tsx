/** An item's number, the way to its page; with its short title where there is room. */
import { Link } from 'react-router';
import type { DeskEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { plainTile } from '../../parts/tile-title';
import { text } from '../../text';
import styles from './rail.module.css';

export interface ItemLinkProps {
  readonly item: Pick<DeskEntry['item'], 'id' | 'number' | 'tile' | 'title'>;
  readonly withTitle?: boolean;
}

export const ItemLink = ({ item, withTitle = false }: ItemLinkProps) => {
  const here = usePlan();
  return (
    <Link
      className={styles.item}
      to={here.to(`items/${item.id}`)}
      title={item.title}
      {...(withTitle ? {} : { 'aria-label': text.parts.tileTitle(item.number, item.title) })}
    >
      <span className={styles.number}>{item.number}</span>
      {withTitle && plainTile(item.tile)}
    </Link>
  );
};
