/** How something that was asked has gone, beside what asked it; nothing while all is well. */
import type { ReactNode } from 'react';
import type { Acting } from '../data/act';
import type { Sending } from '../data/submit';
import { text } from '../text';
import { fullInstant } from './dates';
import { ProblemNote } from './problem-note';
import styles from './acting-note.module.css';

export const ActingNote = ({ of }: { readonly of: Acting | Sending }) => {
  const said = saidOf(of);
  return said === null ? null : <div className={styles.note}>{said}</div>;
};

const saidOf = (of: Acting | Sending): ReactNode => {
  switch (of.state) {
    case 'refused':
      return <ProblemNote problem={of.problem} />;
    case 'undecided':
      return <p role="status">{text.parts.undecided(fullInstant(of.receivedAt))}</p>;
    case 'unreachable':
      return <p role="status">{text.frame.offline}</p>;
    case 'idle':
    case 'asking':
    case 'sending':
    case 'done':
      return null;
  }
};
