/** The clock of a rehearsal on every page: where it stands, how to move it, and what its last move made happen. */
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useAdvance, useAdvances, useMoving } from '../data/advance';
import { usePlan } from '../data/session';
import { dateOf, timeOf, weekdayOf } from '../parts/dates';
import { ProblemNote } from '../parts/problem-note';
import { text } from '../text';
import { language } from '../text/language';
import { ClockIcon } from '../parts/icons';
import { JustHappened } from './rehearsal-happened';
import { RehearsalSteps } from './rehearsal-steps';
import { RehearsalRunning } from './rehearsal-running';
import styles from './rehearsal-bar.module.css';

const said = text.rehearsal;

export const RehearsalBar = () => {
  const { plan, pulse } = usePlan();
  const { moving, move } = useMoving(plan.id);
  const asked = moving.state === 'asked' || moving.state === 'unreachable';
  const advances = useAdvances(plan.id, asked || pulse.running);
  const last = advances?.[0];
  const advance = useAdvance(plan.id, last);
  const running = asked || pulse.running || last?.state === 'running';
  const [open, setOpen] = useState(false);
  const more = useId();
  return (
    <section className={styles.band} aria-label={said.region}>
      <div className={styles.in}>
        <Clock now={running && advance?.state === 'running' ? advance.now : pulse.now} />
        <Button
          className={styles.unfold ?? ''}
          size="small"
          aria-expanded={open}
          aria-controls={more}
          onClick={() => setOpen(!open)}
        >
          {open ? said.fold : said.unfold}
        </Button>
        <div id={more} className={`${styles.more} ${open ? styles.open : ''}`}>
          <RehearsalSteps disabled={running} move={(step) => void move(step)} />
          {moving.state === 'refused' && (
            <div className={styles.row}>
              <ProblemNote problem={moving.problem} />
            </div>
          )}
          {running ? (
            <RehearsalRunning last={last} advance={advance} unreachable={moving.state === 'unreachable'} />
          ) : (
            <JustHappened last={advances ? (last ?? null) : undefined} advance={advance} />
          )}
        </div>
      </div>
    </section>
  );
};

const Clock = ({ now }: { readonly now: string }) => (
  <div className={styles.clock}>
    <span className={styles.tag}>{said.tag}</span>
    <span className={styles.time}>
      <ClockIcon />
      <b>{dateOf(now)}</b> {weekdayOf(now, language)} {timeOf(now)}
    </span>
    <span className={styles.quiet}>{said.quiet}</span>
  </div>
);
