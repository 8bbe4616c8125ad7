/** How much this week has told me, at once and in morning digests; the way to all of it. */
import { Link } from 'react-router';
import type { Notice, Page } from '../../data/contract';
import { useAnswer, withQuery } from '../../data/query';
import { usePlan } from '../../data/session';
import { text } from '../../text';
import styles from './rail.module.css';
import { weekOf } from './week';

const said = text.desk;
const lookedAt = 200;

export const WeekNotices = ({ today }: { readonly today: string }) => {
  const { plan, to } = usePlan();
  const { data } = useAnswer<Page<Notice>>(withQuery('/inbox', { plan: plan.id, limit: lookedAt }));
  if (!data) return null;
  const { total, atOnce, inDigests, digests } = weekOf(data.entries, today);
  const beyond = data.next !== null && total === data.entries.length;
  return (
    <Link className={styles.week} to={to('inbox')}>
      <b>{total === 0 ? said.weekNone : beyond ? said.weekMany(total) : said.week(total)}</b>
      {total > 0 && <span>{said.weekHow(atOnce, inDigests, digests)}</span>}
    </Link>
  );
};
