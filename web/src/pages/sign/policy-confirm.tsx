/** The second tap of a policy's signature. */
import { Button } from 'antd';
import { usePlan, useSession } from '../../data/session';
import { useSubmit } from '../../data/submit';
import { ProblemNote } from '../../parts/problem-note';
import { fullInstant } from '../../parts/dates';
import { text, words } from '../../text';
import styles from './confirm.module.css';
import { Leaving, type Onward } from './leaving';
import { Sheet } from './sheet';
import { signerOf } from './signer';

export interface PolicyConfirmProps {
  readonly version: number;
  readonly onward: Onward;
  readonly close: () => void;
}

export const PolicyConfirm = ({ version, onward, close }: PolicyConfirmProps) => {
  const { plan } = usePlan();
  const session = useSession();
  const { sending, busy, send } = useSubmit();
  const said = text.sign.policyOne;
  if (sending.state === 'done')
    return (
      <Sheet title={text.sign.sheet.signed} busy={false} close={onward.leave}>
        <p className={styles.what}>{said.title(version)}</p>
        <p className={styles.sent}>{text.sign.sheet.recorded}</p>
        <Leaving onward={onward} />
      </Sheet>
    );
  return (
    <Sheet title={words.planThings.policy_signature} busy={busy} close={close}>
      <p className={styles.what}>{said.title(version)}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{text.sign.sheet.signer}</dt>
          <dd>{signerOf(session)}</dd>
        </div>
      </dl>
      {sending.state === 'refused' && <ProblemNote problem={sending.problem} />}
      {sending.state === 'unreachable' && <p role="status">{text.parts.unreachable}</p>}
      {sending.state === 'undecided' && (
        <p role="status">{text.parts.undecided(fullInstant(sending.receivedAt))}</p>
      )}
      <Button
        type="primary"
        block
        loading={busy}
        className={styles.confirm ?? ''}
        onClick={() => void send({ path: `/plans/${plan.id}/policies/${version}/signature` })}
      >
        {said.confirm}
      </Button>
      <Button type="link" block disabled={busy} onClick={close} className={styles.cancel ?? ''}>
        {text.frame.cancel}
      </Button>
    </Sheet>
  );
};
