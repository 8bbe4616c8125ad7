/** A page's name in the plan's own type, what it is about beneath, and what can be done with it at the far end. */
import { useEffect, type ReactNode } from 'react';
import { text } from '../text';
import styles from './page-head.module.css';

export interface PageHeadProps {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly aside?: ReactNode;
}

export const PageHead = ({ title, sub, aside }: PageHeadProps) => {
  useTitle(title);
  return (
    <div className={styles.head}>
      <div>
        <h1>{title}</h1>
        {sub !== undefined && <p className={styles.sub}>{sub}</p>}
      </div>
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
    </div>
  );
};

/** What the browser calls the page. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · ${text.frame.product}`;
  }, [title]);
};
