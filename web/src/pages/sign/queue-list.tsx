/** The signatures that wait, one a row, each a single link: what, of which item, until when. */
import { Link } from 'react-router';
import { usePlan } from '../../data/session';
import { DayBoxes, TermLeft } from '../../parts/day-boxes';
import { shortDate } from '../../parts/dates';
import { LevelTag, ProposedTag } from '../../parts/enforcement';
import { LightMark } from '../../parts/light';
import { TileTitle } from '../../parts/tile-title';
import { text, words } from '../../text';
import { addressOf, type Waiting } from './queue';
import styles from './queue-list.module.css';

export interface QueueListProps {
  readonly queue: readonly Waiting[];
  /** Address of the one that is open beside it. */
  readonly current?: string;
}

export const QueueList = ({ queue, current }: QueueListProps) => {
  const { to } = usePlan();
  return (
    <ol className={`${styles.list} ${current === undefined ? '' : styles.narrow}`}>
      {queue.map((waiting) => {
        const address = addressOf(waiting);
        return (
          <li key={address}>
            <Link
              to={to(`sign/${address}`)}
              className={styles.row}
              {...(address === current ? { 'aria-current': 'page' as const } : {})}
            >
              {waiting.kind === 'case' ? <CaseRow {...waiting} /> : <PolicyRow {...waiting} />}
            </Link>
          </li>
        );
      })}
    </ol>
  );
};

const CaseRow = ({ entry }: Extract<Waiting, { kind: 'case' }>) => {
  const { pulse } = usePlan();
  const { item, workingDays, until, over, otherwise } = entry;
  return (
    <>
      <span className={styles.kind}>
        {entry.case === 'listing_signature' && entry.about !== null ? (
          <ProposedTag>{entry.about}</ProposedTag>
        ) : (
          <b>{entry.title}</b>
        )}
      </span>
      <span className={styles.number}>{item.number}</span>
      <span className={styles.what}>
        <TileTitle tile={item.tile} />
        <span className={styles.unit}>{item.unit.name}</span>
      </span>
      <span className={styles.state}>
        <LightMark shape={item.light} />
        <LevelTag level={item.level} short />
      </span>
      <span className={styles.term}>
        <DayBoxes term={workingDays} />
        <TermLeft term={workingDays} />
        <span className={styles.until}>
          {over
            ? text.parts.dueOn(shortDate(until, pulse.today))
            : text.parts.termOn(shortDate(until, pulse.today))}
        </span>
      </span>
      <span className={styles.otherwise}>
        {otherwise && (
          <>
            <span className={styles.label}>{text.sign.rows.otherwise}</span>{' '}
            {shortDate(otherwise.at, pulse.today)} {otherwise.text}
          </>
        )}
      </span>
    </>
  );
};

const PolicyRow = ({ policy }: Extract<Waiting, { kind: 'policy' }>) => {
  const { pulse } = usePlan();
  return (
    <>
      <b className={styles.kind}>{words.planThings.policy_signature}</b>
      <span className={styles.number} />
      <span className={styles.what}>
        {text.sign.policyOne.title(policy.version)}
        <span className={styles.unit}>
          {text.sign.policyOne.published(shortDate(policy.publishedAt, pulse.today))}
        </span>
      </span>
    </>
  );
};
