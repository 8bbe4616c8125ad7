/** A new password for somebody: asked twice, shown once. */
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { answered, useAct } from '../../data/act';
import type { PersonEntry } from '../../data/contract';
import { ActingNote } from '../../parts/acting-note';
import { CopyButton } from '../../parts/copy-button';
import { text } from '../../text';
import styles from './admin.module.css';

const said = text.admin.people;

export interface PasswordDialogProps {
  readonly person: PersonEntry;
  readonly open: boolean;
  readonly close: () => void;
}

export const PasswordDialog = ({ person, open, close }: PasswordDialogProps) => (
  <Modal
    open={open}
    title={said.passwordOf(person.name)}
    onCancel={close}
    footer={null}
    destroyOnHidden
    // What is shown once must not vanish by a click beside it.
    mask={{ closable: false }}
  >
    <NewPassword person={person} close={close} />
  </Modal>
);

const NewPassword = ({ person, close }: Omit<PasswordDialogProps, 'open'>) => {
  const [password, setPassword] = useState<string | null>(null);
  const { acting, busy, run } = useAct();
  const reset = async (): Promise<void> => {
    const path = `/people/${person.id}/password`;
    const made = await run(() => answered<{ readonly password: string }>(path, { method: 'POST', body: {} }));
    if (made !== null) setPassword(made.value.password);
  };
  if (password !== null)
    return (
      <div role="status">
        <p>{said.passwordMade(person.name)}</p>
        <code className={styles.secret}>{password}</code>
        <p className="note secondary">{said.shownOnce}</p>
        <CopyButton said={password}>{said.copy}</CopyButton>
      </div>
    );
  return (
    <>
      <p>{said.passwordSure}</p>
      <ActingNote of={acting} />
      <p className={styles.buttons}>
        <Button onClick={close}>{text.frame.cancel}</Button>
        <Button type="primary" loading={busy} onClick={() => void reset()}>
          {said.password}
        </Button>
      </p>
    </>
  );
};
