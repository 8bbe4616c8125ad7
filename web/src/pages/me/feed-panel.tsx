/** One's own due dates as a calendar that other programs subscribe to, under an address that is shown once. */
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useAnnounce } from '../../frame/announce';
import { answered, useAct } from '../../data/act';
import type { CalendarFeed, NewCalendarFeed } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { useSession } from '../../data/session';
import { ActingNote } from '../../parts/acting-note';
import { CopyButton } from '../../parts/copy-button';
import { fullInstant } from '../../parts/dates';
import { Panel, PanelBody } from '../../parts/panel';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import styles from './me.module.css';

const said = text.me;
const path = '/me/calendar-feed';

/** Administrators have no due dates. */
export const FeedPanel = () => {
  const { me } = useSession();
  const feed = useAnswer<CalendarFeed>(path);
  if (!me.rights.includes('see_plans')) return null;
  return (
    <Panel title={said.feed}>
      <PanelBody>
        <p className="note secondary">{said.feedWhat}</p>
        <Shown of={feed}>{({ since }) => <Feed since={since} again={() => void feed.refetch()} />}</Shown>
      </PanelBody>
    </Panel>
  );
};

interface FeedProps {
  readonly since: string | null;
  readonly again: () => void;
}

const Feed = ({ since, again }: FeedProps) => {
  const [made, setMade] = useState<NewCalendarFeed | null>(null);
  const { acting, busy, run } = useAct();
  const announce = useAnnounce();
  const make = async (): Promise<void> => {
    const done = await run(() => answered<NewCalendarFeed>(path, { method: 'POST', body: {} }));
    if (done === null) return;
    setMade(done.value);
    again();
  };
  const revoke = async (): Promise<void> => {
    if ((await run(() => answered(path, { method: 'DELETE' }))) === null) return;
    setMade(null);
    announce(said.revoked);
    again();
  };
  return (
    <>
      {made ? <NewAddress made={made} /> : <Present since={since} />}
      <ActingNote of={acting} />
      <p className={styles.choice}>
        <Button type={since === null ? 'primary' : 'default'} loading={busy} onClick={() => void make()}>
          {since === null ? said.create : said.renew}
        </Button>
        {since !== null && (
          <Popconfirm title={said.revokeSure} okText={said.revoke} onConfirm={() => void revoke()}>
            <Button disabled={busy}>{said.revoke}</Button>
          </Popconfirm>
        )}
      </p>
      {since !== null && <p className="caption">{said.renewWhat}</p>}
    </>
  );
};

const Present = ({ since }: Pick<FeedProps, 'since'>) =>
  since === null ? (
    <p className={styles.say}>
      <b>{said.none}</b> <span className="secondary">{said.noneWhat}</span>
    </p>
  ) : (
    <p className={styles.say}>{said.since(fullInstant(since))}</p>
  );

const NewAddress = ({ made: { url } }: { readonly made: NewCalendarFeed }) => (
  <div className={styles.say} role="status">
    <b>{said.newAddress}</b>
    <code className={styles.address}>{url}</code>
    <CopyButton said={url}>{said.copy}</CopyButton>
    <p className="note secondary">{said.shownOnce}</p>
  </div>
);
