/** What an administrator may do for a person; what the post may not do is said beneath the table. */
import { Button } from 'antd';
import { useState } from 'react';
import { useAnnounce } from '../../frame/announce';
import { answered, useAct } from '../../data/act';
import type { PersonEntry } from '../../data/contract';
import { refreshAll } from '../../data/query';
import { useSession } from '../../data/session';
import { ActingNote } from '../../parts/acting-note';
import { text } from '../../text';
import { ChannelDrawer } from './channel-drawer';
import { PasswordDialog } from './password-dialog';
import styles from './admin.module.css';

const said = text.admin.people;

type Opened = 'channel' | 'password' | null;

export const PersonActions = ({ person }: { readonly person: PersonEntry }) => {
  const { me } = useSession();
  const [opened, open] = useState<Opened>(null);
  const close = (): void => open(null);
  const unlocks = me.rights.includes('unlock_accounts') && person.locked;
  if (!unlocks && !me.rights.includes('set_channels') && !me.rights.includes('reset_passwords')) return null;
  return (
    <span className={styles.actions}>
      {me.rights.includes('set_channels') && (
        <Button size="small" aria-label={said.channelOf(person.name)} onClick={() => open('channel')}>
          {said.channel}
        </Button>
      )}
      {me.rights.includes('reset_passwords') && (
        <Button size="small" aria-label={said.passwordOf(person.name)} onClick={() => open('password')}>
          {said.password}
        </Button>
      )}
      {unlocks && <Unlock person={person} />}
      <ChannelDrawer person={person} open={opened === 'channel'} close={close} />
      <PasswordDialog person={person} open={opened === 'password'} close={close} />
    </span>
  );
};

const Unlock = ({ person: { login, name } }: { readonly person: PersonEntry }) => {
  const { acting, busy, run } = useAct();
  const announce = useAnnounce();
  const unlock = async (): Promise<void> => {
    const done = await run(() => answered(`/accounts/${login}/lock`, { method: 'DELETE' }));
    if (done === null) return;
    announce(said.unlocked(name));
    await refreshAll();
  };
  return (
    <>
      <Button size="small" loading={busy} aria-label={said.unlockOf(name)} onClick={() => void unlock()}>
        {said.unlock}
      </Button>
      <ActingNote of={acting} />
    </>
  );
};
