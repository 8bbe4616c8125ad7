/** A refusal as a sentence, beside what caused it; never red, since red means overdue. */
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { ProblemShown } from '../data/client';
import { text } from '../text';

export const ProblemNote = ({
  problem,
  children,
}: {
  readonly problem: ProblemShown;
  readonly children?: ReactNode;
}) => (
  <Alert
    type="warning"
    role="alert"
    showIcon={false}
    title={problem.title}
    description={
      <>
        {problem.detail !== problem.title && <p>{problem.detail}</p>}
        {problem.faults?.map(({ path, message }) => (
          <p key={path}>{message}</p>
        ))}
        {problem.requestId !== undefined && problem.status >= 500 && (
          <p className="caption">{text.parts.requestId(problem.requestId)}</p>
        )}
        {children}
      </>
    }
  />
);
