/** What is ticked to be handed out, and the way to tick it all; nothing is sent from here. */
import { Button } from 'antd';
import { text } from '../../text';
import type { BulkBarProps } from './bulk-bar';
import styles from './bulk.module.css';

const labels = text.office.bulk;

interface HandOutBarProps extends BulkBarProps {
  /** How many there are to choose from. */
  readonly all: number;
  readonly chooseAll: () => void;
}

export const HandOutBar = ({ items, all, chooseAll, clear, preview }: HandOutBarProps) => {
  const units = new Set(items.map(({ unit }) => unit.id)).size;
  const said = items.length === 0 ? labels.chooseFirst : labels.chosen(items.length, units);
  return (
    <div className={styles.bar} role="region" aria-label={said}>
      <b className={`nowrap ${styles.grow}`}>{said}</b>
      <span className={`secondary note ${styles.rule}`}>{labels.rule}</span>
      {items.length > 0 && <Button onClick={clear}>{labels.clear}</Button>}
      {items.length < all && <Button onClick={chooseAll}>{labels.chooseAll(all)}</Button>}
      <Button
        type="primary"
        disabled={items.length === 0}
        onClick={() => preview({ command: 'dispatch', items, note: '' })}
      >
        {labels.preview.dispatch}
      </Button>
    </div>
  );
};
