/** A sheet of paper with a heading; the page is made of these. */
import { useId, type ReactNode } from 'react';
import styles from './panel.module.css';

export interface PanelProps {
  readonly title: ReactNode;
  /** Beside the title, quieter. */
  readonly note?: ReactNode;
  /** How many rows it holds. */
  readonly count?: number;
  /** At the far end of the heading. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export const Panel = ({ title, note, count, aside, className = '', children }: PanelProps) => {
  const id = useId();
  return (
    <section className={`${styles.panel} ${className}`} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {count !== undefined && <Count n={count} />}
        {note !== undefined && <span className={styles.note}>{note}</span>}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
};

export const Count = ({ n }: { readonly n: number }) => <span className={styles.count}>{n}</span>;

/** Padding for a panel's content that is not a table of its own. */
export const PanelBody = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.body}>{children}</div>
);
