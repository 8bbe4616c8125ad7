/** Evidence: dropped or chosen, each file with its own progress, and with its checksum once it is there. */
import { Button, Progress } from 'antd';
import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { sizeShown } from '../data/upload';
import { text } from '../text';
import { takeBroughtFiles } from './brought-files';
import { useUploads, type Attached, type Entry } from './use-uploads';
import styles from './files-field.module.css';

export interface FilesFieldProps {
  readonly id?: string;
  readonly value?: readonly Attached[];
  readonly onChange?: (files: readonly Attached[]) => void;
}

const accepted = '.pdf,.docx,.xlsx,.pptx,.ofd,.wps,.jpg,.jpeg,.png,.zip';
const words = text.commands.files;

export const FilesField = ({ id, onChange }: FilesFieldProps) => {
  const { entries, begin, remove } = useUploads((files) => onChange?.(files));
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const start = useRef(begin);
  // Files that were dropped on the page before the form opened.
  useEffect(() => {
    for (const file of takeBroughtFiles()) start.current(file);
  }, []);
  const take = (files: FileList | null): void => {
    for (const file of files ?? []) begin(file);
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div>
      <div
        className={`${styles.drop} ${over ? styles.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className={styles.choose}>
          <input
            ref={input}
            id={id}
            type="file"
            multiple
            accept={accepted}
            aria-describedby={hint}
            onChange={({ target }) => take(target.files)}
          />
          {words.choose}
        </label>
        <p id={hint} className="caption">
          {words.allowed}
        </p>
      </div>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <FileRow
            key={entry.key}
            entry={entry}
            remove={() => remove(entry)}
            again={(file) => {
              remove(entry);
              begin(file);
            }}
          />
        ))}
      </ul>
    </div>
  );
};

interface RowProps {
  readonly entry: Entry;
  readonly remove: () => void;
  readonly again: (file: File) => void;
}

const FileRow = ({ entry, remove, again }: RowProps) => {
  const { name, sizeBytes, state } = entry;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p>{name}</p>
        {state.kind === 'sending' && (
          <Progress
            percent={Math.round(state.fraction * 100)}
            size="small"
            aria-label={words.sending(name)}
          />
        )}
        {state.kind === 'there' && (
          <p className="caption">
            {sizeShown(sizeBytes)}，SHA-256{' '}
            <span title={state.file.sha256}>{shortHash(state.file.sha256)}</span>
          </p>
        )}
        {state.kind === 'failed' && (
          <p className={styles.failed} role="alert">
            {state.why}
          </p>
        )}
      </div>
      {state.kind === 'failed' && (
        <Button size="small" onClick={() => again(state.again)}>
          {text.frame.retry}
        </Button>
      )}
      <Button size="small" onClick={remove} aria-label={words.remove(name)}>
        {text.commands.remove}
      </Button>
    </li>
  );
};

/** `3f9c…a41e`. */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 4)}…${sha256.slice(-4)}`;
