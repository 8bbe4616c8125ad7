/** While the clock moves: who moves it, from when to when, and how far it has come. */
import { Link } from 'react-router';
import type { Advance, AdvanceSpan } from '../data/contract';
import { usePlan, useSession } from '../data/session';
import { fullInstant } from '../parts/dates';
import { text } from '../text';
import { percentOf } from './just-happened';
import styles from './rehearsal-bar.module.css';

const said = text.rehearsal;

export interface RunningProps {
  /** Undefined = not known yet. */
  readonly last: AdvanceSpan | undefined;
  readonly advance: Advance | undefined;
  readonly unreachable: boolean;
}

export const RehearsalRunning = ({ last, advance, unreachable }: RunningProps) => {
  const { to } = usePlan();
  const { me } = useSession();
  const known = last?.state === 'running' && advance?.state === 'running' ? { last, advance } : null;
  const others = known !== null && known.last.by.id !== me.person.id;
  if (unreachable)
    return (
      <p className={styles.row} role="status">
        {said.unreachable}
      </p>
    );
  return (
    <div className={styles.row}>
      <span className={styles.rowTitle} role="status">
        {others ? said.moving(known.last.by.name) : said.movingMine}
      </span>
      {known && (
        <>
          <Progress percent={percentOf(known.advance)} />
          <span className={styles.reached}>
            {said.reached(fullInstant(known.advance.now), fullInstant(known.advance.to))}
          </span>
          <Link className={styles.all} to={to(`rehearsal?advance=${known.last.id}`)}>
            {said.watch}
          </Link>
        </>
      )}
    </div>
  );
};

const Progress = ({ percent }: { readonly percent: number }) => (
  <div
    className={styles.progress}
    role="progressbar"
    aria-label={said.movingMine}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={percent}
  >
    <i style={{ width: `${percent}%` }} />
  </div>
);
