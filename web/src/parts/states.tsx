/** What stands where data is not: on its way, nothing there and what to do about it, or why it could not be had. */
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
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

interface FailedProps {
  readonly error: Error;
  readonly again?: () => void;
  /** Nothing else is on the page, so that this is what it is about. */
  readonly whole?: boolean;
}

export const Failed = ({ error, again, whole = false }: FailedProps) => (
  <div className={styles.state} role="alert">
    {whole && (
      <h1 className="unseen">{error instanceof Refused ? error.problem.title : text.frame.failed}</h1>
    )}
    {error instanceof Refused ? (
      <ProblemNote problem={error.problem} />
    ) : (
      <p className={styles.title}>{text.frame.failed}</p>
    )}
    {again && mayHelp(error) && <Button onClick={again}>{text.frame.retry}</Button>}
    {whole && (
      <p className={styles.hint}>
        <Link to="/">{text.frame.home}</Link>
      </p>
    )}
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
  whole = false,
  children,
}: {
  readonly of: Asked<T>;
  readonly rows?: number;
  /** Nothing else is on the page. */
  readonly whole?: boolean;
  readonly children: (data: T) => ReactNode;
}) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <Failed error={of.error} again={() => void of.refetch()} whole={whole} />;
  return <Loading {...(rows === undefined ? {} : { rows })} />;
}
