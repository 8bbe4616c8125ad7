/** Evidence: dropped or chosen, each file with its own progress, and with its checksum once it is there. */
import { Button, Progress } from 'antd';
import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { Refused } from '../data/client';
import type { UploadedFile } from '../data/contract';
import { sizeShown, upload, type Upload } from '../data/upload';
import { text } from '../text';
import { takeBroughtFiles } from './brought-files';
import styles from './files-field.module.css';

interface Entry {
  readonly key: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state:
    | { readonly kind: 'sending'; readonly fraction: number; readonly upload: Upload }
    | { readonly kind: 'there'; readonly file: UploadedFile }
    | { readonly kind: 'failed'; readonly why: string; readonly again: File };
}

/** A file of the form, by the id it has once it is there; one that is not keeps the form from being sent. */
export interface Attached {
  readonly name: string;
  readonly state: Entry['state']['kind'];
  readonly id: string | null;
}

export interface FilesFieldProps {
  readonly id?: string;
  readonly value?: readonly Attached[];
  readonly onChange?: (files: readonly Attached[]) => void;
}

const attached = ({ name, state }: Entry): Attached => ({
  name,
  state: state.kind,
  id: state.kind === 'there' ? state.file.id : null,
});

const accepted = '.pdf,.docx,.xlsx,.pptx,.ofd,.wps,.jpg,.jpeg,.png,.zip';
const words = text.commands.files;

const whyOf = (error: unknown): string =>
  error instanceof Refused ? `${error.problem.title} ${error.problem.detail}` : words.unreachable;

/** Why the form cannot be sent with these files yet; null = it can. */
export const faultOf = (files: readonly Attached[]): string | null => {
  const failed = files.find(({ state }) => state === 'failed');
  if (failed) return words.notThere(failed.name);
  return files.some(({ state }) => state === 'sending') ? words.onTheWay : null;
};

/** Uploads of one form, told in the order in which they were chosen. */
const useUploads = (tell: (files: readonly Attached[]) => void) => {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const next = useRef(0);
  const here = useRef(true);
  const latest = useRef<readonly Entry[]>(entries);
  const change = (edit: (entries: readonly Entry[]) => readonly Entry[]): void => {
    if (!here.current) return;
    latest.current = edit(latest.current);
    setEntries(latest.current);
    tell(latest.current.map(attached));
  };
  const become = (key: number, state: Entry['state']): void =>
    change((all) => all.map((entry) => (entry.key === key ? { ...entry, state } : entry)));
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      for (const { state } of latest.current) if (state.kind === 'sending') state.upload.abort();
    };
  }, []);
  const begin = (file: File): void => {
    const key = (next.current += 1);
    const sending = upload(file, (fraction) => become(key, { kind: 'sending', fraction, upload: sending }));
    const state = { kind: 'sending', fraction: 0, upload: sending } as const;
    change((all) => [...all, { key, name: file.name, sizeBytes: file.size, state }]);
    sending.done.then(
      (taken) => become(key, { kind: 'there', file: taken }),
      (error: unknown) => become(key, { kind: 'failed', why: whyOf(error), again: file }),
    );
  };
  const remove = ({ key, state }: Entry): void => {
    if (state.kind === 'sending') state.upload.abort();
    change((all) => all.filter((entry) => entry.key !== key));
  };
  return { entries, begin, remove };
};

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
