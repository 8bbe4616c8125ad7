/** One file: its name to fetch it by, its size, its checksum, and what was said of it. */
import { shortHash } from '../../commands/files-field';
import { apiPath } from '../../data/client';
import type { Matter } from '../../data/contract';
import { sizeShown } from '../../data/upload';
import { LightGlyph } from '../../parts/light';
import { text } from '../../text';
import type { Verdict } from './verdict';
import styles from './file-line.module.css';

export interface FileLineProps {
  readonly file: Matter['files'][number];
  readonly verdict?: Verdict;
}

export const FileLine = ({ file, verdict }: FileLineProps) => (
  <li className={styles.line}>
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className={styles.sheet}>
      <path d="M3.5 1.7h6L12.5 5v9.3h-9z" />
      <path d="M9.3 1.7V5h3.2" />
    </svg>
    <div className={styles.what}>
      <a href={`${apiPath}/files/${file.id}`}>{file.name}</a>
      <p className="caption">
        {sizeShown(file.sizeBytes)}
        {text.item.pause}
        {text.item.sha} <span title={file.sha256}>{shortHash(file.sha256)}</span>
      </p>
    </div>
    {verdict && (
      <span className={`${styles.verdict} ${styles[verdict.mark]}`}>
        <Glyph mark={verdict.mark} />
        {verdict.word}
      </span>
    )}
  </li>
);

const Glyph = ({ mark }: { readonly mark: Verdict['mark'] }) => {
  if (mark === 'accepted') return <LightGlyph shape="blue" />;
  return (
    <svg width="11" height="11" viewBox="0 0 12 12" aria-hidden="true">
      {mark === 'back' ? (
        <path d="M10.5 6H2M5.5 2.2 1.7 6l3.8 3.8" stroke="currentColor" strokeWidth="1.8" fill="none" />
      ) : (
        <circle cx="6" cy="6" r="4.6" stroke="currentColor" strokeWidth="1.5" fill="none" />
      )}
    </svg>
  );
};
