/** The inbox with how much of it is unread. */
import { Link } from 'react-router';
import type { PlanHere } from '../data/session';
import { Count } from '../parts/panel';
import { text } from '../text';
import { InboxIcon } from '../parts/icons';
import styles from './inbox-link.module.css';

/** More than this is "many". */
const countedTo = 999;

export const InboxLink = ({ here }: { readonly here: PlanHere }) => {
  const { unread } = here.pulse;
  return (
    <Link to={here.to('inbox')} className={styles.inbox}>
      <InboxIcon />
      <span className={styles.word}>{text.frame.inbox}</span>
      {unread > 0 && (
        <>
          <span aria-hidden="true">
            <Count n={Math.min(unread, countedTo)} />
          </span>
          <span className="unseen">{text.frame.unread(unread)}</span>
        </>
      )}
    </Link>
  );
};
