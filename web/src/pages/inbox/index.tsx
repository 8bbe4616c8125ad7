/** What I was told: unread first, by day, each message with the way to its item. */
import { Button, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import type { Notice } from '../../data/contract';
import { useEntries, withQuery, type Entered } from '../../data/query';
import { usePlan } from '../../data/session';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { Empty, Failed, Loading } from '../../parts/states';
import { text } from '../../text';
import { InboxDays } from './inbox-days';
import styles from './inbox.module.css';
import { useReading } from './reading';

const said = text.inbox;
const pageSize = 100;
type View = 'all' | 'unread';

const useNotices = (unread: boolean): Entered<Notice> => {
  const { plan } = usePlan();
  return useEntries<Notice>(withQuery('/inbox', { plan: plan.id, unread, limit: pageSize }));
};

export const Page = () => {
  const { pulse } = usePlan();
  const [search, setSearch] = useSearchParams();
  const view: View = search.get('show') === 'unread' ? 'unread' : 'all';
  const unread = useNotices(true);
  const read = useNotices(false);
  const reading = useReading();
  const show = (next: View): void => setSearch(next === 'all' ? {} : { show: next });
  return (
    <>
      <PageHead
        title={text.frame.inbox}
        sub={said.sub(pulse.unread)}
        aside={
          <>
            <Segmented<View>
              aria-label={said.filter}
              value={view}
              options={[
                { value: 'all', label: said.filters.all },
                { value: 'unread', label: said.filters.unread },
              ]}
              onChange={show}
            />
            <Button
              disabled={unread.entries.length === 0}
              loading={reading.isPending}
              onClick={() => reading.mutate(unread.entries)}
            >
              {said.markAll}
            </Button>
          </>
        }
      />
      {reading.error && <Failed error={reading.error} />}
      <div className={styles.panels}>
        <Notices
          notices={unread}
          title={said.unread}
          view={view}
          nothing={<NothingUnread view={view} read={read} />}
        />
        {view === 'all' && read.entries.length > 0 && (
          <Notices notices={read} title={said.read} view={view} nothing={null} />
        )}
      </div>
    </>
  );
};

/** An empty inbox is something else than one that was read. */
const NothingUnread = ({ view, read }: { readonly view: View; readonly read: Entered<Notice> }) => {
  if (view === 'all' && read.entries.length === 0 && !read.isPending)
    return <Empty title={said.nothing}>{said.nothingHint}</Empty>;
  return <Empty title={said.nothingUnread}>{view === 'unread' && said.nothingUnreadHint}</Empty>;
};

interface NoticesProps {
  readonly notices: Entered<Notice>;
  readonly title: string;
  readonly view: View;
  readonly nothing: React.ReactNode;
}

const Notices = ({ notices, title, nothing }: NoticesProps) => (
  <Panel title={title}>
    <NoticesBody notices={notices} nothing={nothing} />
  </Panel>
);

const NoticesBody = ({ notices, nothing }: Pick<NoticesProps, 'notices' | 'nothing'>) => {
  const { entries, isPending, error, more, again } = notices;
  if (error) return <Failed error={error} again={again} />;
  if (isPending) return <Loading />;
  if (entries.length === 0) return nothing;
  return (
    <>
      <InboxDays notices={entries} />
      {more && (
        <div className={styles.more}>
          <Button onClick={more}>{said.more}</Button>
        </div>
      )}
    </>
  );
};
