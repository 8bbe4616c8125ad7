/** Messages of a day: when and how each came, and what it says of which item. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Notice } from '../../data/contract';
import { usePlan } from '../../data/session';
import { timeOf, weekdayOf } from '../../parts/dates';
import { plainTile } from '../../parts/tile-title';
import { text, words } from '../../text';
import { language } from '../../text/language';
import styles from './inbox.module.css';
import { daysOf, type Message } from './messages';
import { useReading } from './reading';

const said = text.inbox;

export const InboxDays = ({ notices }: { readonly notices: readonly Notice[] }) => (
  <>
    {daysOf(notices).map(({ date, messages }) => (
      <section key={date} className={styles.day}>
        <h3>
          {date} <span>{weekdayOf(date, language)}</span>
        </h3>
        <ul>
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </ul>
      </section>
    ))}
  </>
);

const MessageRow = ({ message }: { readonly message: Message }) => {
  const reading = useReading();
  const { notices, deliverAt } = message;
  const unread = notices.some(({ readAt }) => readAt === null);
  return (
    <li className={styles.message}>
      <span className={styles.time}>{timeOf(deliverAt)}</span>
      <span className={`${styles.class} ${styles[message.class]}`} title={said.classSaid[message.class]}>
        {said.classes[message.class]}
      </span>
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} opened={() => reading.mutate([notice])} />
        ))}
      </ul>
      {unread && (
        <Button
          className={styles.mark ?? ''}
          size="small"
          loading={reading.isPending}
          aria-label={said.markSaid(`${timeOf(deliverAt)} ${notices[0]?.text ?? ''}`)}
          onClick={() => reading.mutate(notices)}
        >
          {said.mark}
        </Button>
      )}
    </li>
  );
};

interface NoticeProps {
  readonly notice: Notice;
  /** Whoever goes to the item has read of it. */
  readonly opened: () => void;
}

const NoticeRow = ({ notice, opened }: NoticeProps) => {
  const { to } = usePlan();
  const { item, text: told, readAt, insteadOf } = notice;
  return (
    <li className={readAt === null ? styles.unread : undefined}>
      <Link to={to(`items/${item.id}`)} onClick={opened}>
        <b className="serif">{item.number}</b> {plainTile(item.tile)}
      </Link>
      <span>{told}</span>
      {insteadOf !== null && <span className={styles.instead}>{said.insteadOf(words.posts[insteadOf])}</span>}
    </li>
  );
};
