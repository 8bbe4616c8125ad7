/** Says that what is below is not real, in the dashed frame rehearsals have as well. */
import type { ReactNode } from 'react';
import styles from './band.module.css';

export const Band = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.band}>{children}</p>
);
