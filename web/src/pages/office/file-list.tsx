/** Files as they were handed in: name, size, and the hash that proves they are the same. */
import { shortHash } from '../../commands/files-field';
import { apiPath } from '../../data/client';
import type { Item } from '../../data/contract';
import { sizeShown } from '../../data/upload';
import { text } from '../../text';
import styles from './review.module.css';

type FileShown = Item['evidence'][number]['file'];

export const FileList = ({ files }: { readonly files: readonly FileShown[] }) => {
  if (files.length === 0) return <span className="secondary">{text.office.review.noFiles}</span>;
  return (
    <ul className={styles.files}>
      {files.map(({ id, name, sizeBytes, sha256 }) => (
        <li key={id}>
          <a href={`${apiPath}/files/${id}`} download={name} aria-label={text.office.review.download(name)}>
            {name}
          </a>
          <span className="caption" title={sha256}>
            {text.office.with(sizeShown(sizeBytes), `SHA-256 ${shortHash(sha256)}`)}
          </span>
        </li>
      ))}
    </ul>
  );
};
