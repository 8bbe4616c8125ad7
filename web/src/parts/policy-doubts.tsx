/** What of a version deserves a second look before it is signed; nothing where all makes sense. */
import { Alert } from 'antd';
import type { PolicyEntry } from '../data/contract';
import { text } from '../text';
import { labelAt, policyOf } from './policy-fields';

export const PolicyDoubts = ({ of }: { readonly of: PolicyEntry }) =>
  of.doubts.length === 0 ? null : (
    <Alert
      type="warning"
      role="status"
      showIcon={false}
      title={text.rules.policy.doubts}
      description={of.doubts.map(({ path, text: said }) => (
        <p key={path.join('.')}>{text.rules.policy.doubt(labelAt(policyOf(of), path), said)}</p>
      ))}
    />
  );
