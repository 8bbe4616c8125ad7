/** Files dropped here open the form of handing in with them on their way; where that is not possible, it says why. */
import { useState, type DragEvent } from 'react';
import { bringFiles } from '../../commands/brought-files';
import { useDoing } from '../../commands/doing';
import type { Item, Milestone } from '../../data/contract';
import { text } from '../../text';
import styles from './evidence-drop.module.css';

const labels = text.item;

interface DropProps {
  readonly item: Item;
  readonly milestone: Milestone;
}

export const EvidenceDrop = ({ item, milestone }: DropProps) => {
  const { begin } = useDoing();
  const [over, setOver] = useState(false);
  const available = item.available.find(({ command }) => command === 'submitEvidence');
  // Whose post never hands anything in needs no place to do it.
  if (!available || milestone.status !== 'open') return null;
  if (!available.allowed)
    return <p className={styles.cannot}>{available.reason?.title ?? labels.dropCannot}</p>;
  const take = (files: FileList | null): void => {
    if (!files || files.length === 0) return;
    bringFiles([...files]);
    begin({ command: 'submitEvidence', item: item.id, given: { milestone: milestone.id } });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <label
      className={`${styles.drop} ${over ? styles.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input type="file" multiple onChange={({ target }) => take(target.files)} />
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 13V3.5M6 7.2l4-3.9 4 3.9M3 13v3.5h14V13" />
      </svg>
      <b>{labels.dropHere}</b>
      <span className="caption">{labels.dropHint}</span>
    </label>
  );
};
