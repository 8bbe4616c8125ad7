/** Where the files of a pack are dropped or chosen, and how far they have come. */
import { Button, Progress } from 'antd';
import { useId, useRef, useState, type DragEvent } from 'react';
import type { Acting } from '../../data/act';
import { sizeShown } from '../../data/upload';
import { ActingNote } from '../../parts/acting-note';
import { Panel, PanelBody } from '../../parts/panel';
import { text } from '../../text';
import { chosenFiles, droppedFiles, sumOf, type BroughtFile } from './brought-files';
import styles from './import.module.css';

const said = text.intake;

export interface FilesPanelProps {
  readonly files: readonly BroughtFile[];
  /** Of the upload under way. */
  readonly fraction: number;
  readonly acting: Acting;
  /** While the plan is being imported. */
  readonly locked: boolean;
  readonly check: (files: readonly BroughtFile[]) => void;
}

export const FilesPanel = ({ files, fraction, acting, locked, check }: FilesPanelProps) => (
  <Panel
    title={said.choose}
    {...(files.length > 0 ? { note: said.chosen(files.length, sizeShown(sumOf(files))) } : {})}
  >
    <PanelBody>
      <DropField disabled={locked || acting.state === 'asking'} check={check} />
      {acting.state === 'asking' && <Way fraction={fraction} />}
      {acting.state === 'unreachable' ? (
        <p role="alert" className={styles.note}>
          {said.unreachable}
        </p>
      ) : (
        <ActingNote of={acting} />
      )}
      {files.length > 0 && acting.state !== 'asking' && !locked && (
        <Button className={styles.again ?? ''} onClick={() => check(files)}>
          {said.again}
        </Button>
      )}
    </PanelBody>
  </Panel>
);

const Way = ({ fraction }: { readonly fraction: number }) => (
  <div role="status" className={styles.note}>
    <p>{fraction < 1 ? said.sending : said.checking}</p>
    <Progress
      percent={Math.round(fraction * 100)}
      size="small"
      // All sent is not yet all checked.
      status="normal"
      showInfo={false}
      aria-label={said.sending}
    />
  </div>
);

interface DropFieldProps {
  readonly disabled: boolean;
  readonly check: (files: readonly BroughtFile[]) => void;
}

const DropField = ({ disabled, check }: DropFieldProps) => {
  const [over, setOver] = useState(false);
  const hint = useId();
  const hover = (event: DragEvent): void => {
    event.preventDefault();
    setOver(!disabled);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled) void droppedFiles(event.dataTransfer).then(check);
  };
  return (
    <div
      className={`${styles.drop} ${over ? styles.over : ''}`}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={styles.say}>{said.drop}</p>
      <p className={styles.ways}>
        <Chooser label={said.folder} folder disabled={disabled} hint={hint} check={check} />
        <Chooser label={said.zip} disabled={disabled} hint={hint} check={check} />
      </p>
      <p id={hint} className="caption">
        {said.what}
      </p>
    </div>
  );
};

interface ChooserProps extends DropFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly folder?: boolean;
}

/** A button in front of a file field, which cannot be made to look like one. */
const Chooser = ({ label, hint, folder = false, disabled, check }: ChooserProps) => {
  const input = useRef<HTMLInputElement>(null);
  const take = (chosen: FileList | null): void => {
    const brought = chosenFiles(chosen ?? []);
    if (input.current) input.current.value = '';
    if (brought.length > 0) check(brought);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={({ target }) => take(target.files)}
        {...(folder ? { webkitdirectory: '' } : { accept: '.zip' })}
      />
      <Button disabled={disabled} aria-describedby={hint} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
};
