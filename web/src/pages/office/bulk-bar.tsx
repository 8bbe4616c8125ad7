/** What is ticked, what is demanded, and the way to see what would be issued; nothing is sent from here. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { text, words } from '../../text';
import type { Lot } from './bulk-drawer';
import type { Chosen } from './chosen';
import styles from './bulk.module.css';

export interface BulkBarProps {
  readonly items: readonly Chosen[];
  readonly clear: () => void;
  readonly preview: (lot: Lot) => void;
}

const labels = text.office.bulk;

export const BulkBar = ({ items, clear, preview }: BulkBarProps) => {
  const [note, setNote] = useState('');
  const units = new Set(items.map(({ unit }) => unit.id)).size;
  return (
    <div className={styles.bar} role="region" aria-label={labels.chosen(items.length, units)}>
      <b className="nowrap">{labels.chosen(items.length, units)}</b>
      <label className={styles.note}>
        <span>{labels.note}</span>
        <Input
          value={note}
          placeholder={labels.noteHint}
          maxLength={2000}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <span className={`secondary note ${styles.rule}`}>{labels.rule}</span>
      <Button onClick={clear}>{labels.clear}</Button>
      <Button onClick={() => preview({ command: 'issueLetter', items, note })}>
        {`${words.commands.issueLetter}…`}
      </Button>
      <Button type="primary" onClick={() => preview({ command: 'urge', items, note })}>
        {labels.preview.urge}
      </Button>
    </div>
  );
};
