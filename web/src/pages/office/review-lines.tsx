/** What the matter of a case is set in: a line with its label, an aside in brackets, a text of the unit with its files. */
import type { ReactNode } from 'react';
import type { DeskEntry, HistoryEntry, Item } from '../../data/contract';
import { fullInstant } from '../../parts/dates';
import { text } from '../../text';
import { FileList } from './file-list';
import { factOf, lastFact } from './review-facts';
import styles from './review.module.css';

export interface Looked {
  readonly entry: DeskEntry;
  readonly item: Item;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
}

const labels = text.office.review;

export const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);

export const Aside = ({ children }: { readonly children: string }) => (
  <span className="secondary">{text.office.aside(children)}</span>
);

export interface SaidProps {
  readonly looked: Looked;
  readonly type: string;
  readonly field: string;
  readonly label: string;
  readonly fits?: Readonly<Record<string, unknown>>;
}

/** Cases whose matter is a text of the unit, with or without files. */
export const Said = ({ looked, type, field, label, fits }: SaidProps) => {
  const fact = lastFact(looked.history, type, fits);
  if (!fact) return null;
  const files = looked.item.evidence.filter(({ seq }) => seq === fact.seq).map(({ file }) => file);
  return (
    <dl className={styles.lines}>
      <Line label={label}>
        <span className={styles.said}>{factOf(fact, field)}</span>
      </Line>
      <Line label={labels.submitted}>{labels.by(fact.who, fullInstant(fact.at))}</Line>
      {files.length > 0 && (
        <Line label={labels.files}>
          <FileList files={files} />
        </Line>
      )}
    </dl>
  );
};
