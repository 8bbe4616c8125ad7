/** What is ticked to be handed out; nothing is sent from here. */
import { Button } from 'antd';
import { text } from '../../text';
import type { BulkBarProps } from './bulk-bar';
import styles from './bulk.module.css';

const labels = text.office.bulk;

export const HandOutBar = ({ items, clear, preview }: BulkBarProps) => {
  const units = new Set(items.map(({ unit }) => unit.id)).size;
  return (
    <div className={styles.bar} role="region" aria-label={labels.chosen(items.length, units)}>
      <b className={`nowrap ${styles.grow}`}>{labels.chosen(items.length, units)}</b>
      <span className={`secondary note ${styles.rule}`}>{labels.rule}</span>
      <Button onClick={clear}>{labels.clear}</Button>
      <Button type="primary" onClick={() => preview({ command: 'dispatch', items, note: '' })}>
        {labels.preview.dispatch}
      </Button>
    </div>
  );
};
