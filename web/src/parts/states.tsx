/** What stands where data is not: on its way, nothing there and what to do about it, or why it could not be had. */
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../data/client';
import { text } from '../text';
import { ProblemNote } from './problem-note';
import styles from './states.module.css';

export const Loading = ({ rows = 4 }: { readonly rows?: number }) => (
  <div className={styles.state} role="status" aria-label={text.frame.loading}>
    <Skeleton active={false} title={false} paragraph={{ rows }} />
  </div>
);

/** `children` say what to do next. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className={styles.state}>
    <p className={styles.title}>{title}</p>
    {children !== undefined && <div className={styles.hint}>{children}</div>}
  </div>
);

/** A refusal stays one, however often it is asked for; where nobody answered, or the API itself failed, it may help. */
const mayHelp = (error: Error): boolean => !(error instanceof Refused) || error.problem.status >= 500;

export const Failed = ({ error, again }: { readonly error: Error; readonly again?: () => void }) => (
  <div className={styles.state} role="alert">
    {error instanceof Refused ? (
      <ProblemNote problem={error.problem} />
    ) : (
      <p className={styles.title}>{text.frame.failed}</p>
    )}
    {again && mayHelp(error) && <Button onClick={again}>{text.frame.retry}</Button>}
  </div>
);

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Shows an answer once it is there; what was shown stays while it is asked for again. */
export function Shown<T>({
  of,
  rows,
  children,
}: {
  readonly of: Asked<T>;
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <Failed error={of.error} again={() => void of.refetch()} />;
  return <Loading {...(rows === undefined ? {} : { rows })} />;
}
