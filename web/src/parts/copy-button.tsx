/** Puts a text on the clipboard and says whether it is there. */
import { Button } from 'antd';
import { useState } from 'react';
import { text } from '../text';

/** Where a page is not served over TLS browsers offer the old way only. */
const copyOldWay = (said: string): boolean => {
  const field = document.createElement('textarea');
  field.value = said;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  // Old, and the only way without TLS.
  const done = document.execCommand('copy');
  field.remove();
  return done;
};

const copy = async (said: string): Promise<boolean> => {
  if (!window.isSecureContext) return copyOldWay(said);
  return navigator.clipboard.writeText(said).then(
    () => true,
    () => copyOldWay(said),
  );
};

export interface CopyButtonProps {
  readonly said: string;
  readonly children: string;
}

export const CopyButton = ({ said, children }: CopyButtonProps) => {
  const [outcome, setOutcome] = useState<boolean | null>(null);
  return (
    <span>
      <Button onClick={() => void copy(said).then(setOutcome)}>{children}</Button>{' '}
      <span role="status" className="note secondary">
        {outcome === null ? '' : outcome ? text.parts.copied : text.parts.notCopied}
      </span>
    </span>
  );
};
