/** What a thumb reaches on a phone, with how much waits behind it; on wider screens there is none. */
import { NavLink } from 'react-router';
import { tasksOf } from '../commands/tasks-of';
import type { Desk } from '../data/contract';
import { useAnswer } from '../data/query';
import { useSession, type PlanHere } from '../data/session';
import { useNarrow } from '../parts/narrow';
import { text } from '../text';
import { addressOf, isAdministrator, thumbOf } from './nav';
import { ThumbGlyph } from './thumb-glyph';
import styles from './thumb-bar.module.css';

export const ThumbBar = ({ here }: { readonly here: PlanHere | undefined }) => {
  const narrow = useNarrow();
  return narrow ? <Bar here={here} /> : null;
};

/** Pages that hold what is owed. */
const owing = ['sign', 'desk', 'office'];

const Bar = ({ here }: { readonly here: PlanHere | undefined }) => {
  const { role, me } = useSession();
  const desk = useAnswer<Desk>(here && !isAdministrator(role) ? `/plans/${here.plan.id}/desk` : null);
  const waiting = (to: string): number => {
    if (to === 'inbox') return here?.pulse.unread ?? 0;
    return owing.includes(to) ? tasksOf(desk.data?.owed ?? []).length : 0;
  };
  return (
    <nav className={styles.bar} aria-label={text.frame.nav}>
      {thumbOf(role).map((entry) => {
        const address = addressOf(entry, here, me.plans);
        return (
          address !== null && (
            <NavLink key={entry.to} to={address} className={({ isActive }) => (isActive ? styles.on : '')}>
              <ThumbGlyph of={entry.to} />
              {entry.label}
              <Waiting n={waiting(entry.to)} />
            </NavLink>
          )
        );
      })}
    </nav>
  );
};

const Waiting = ({ n }: { readonly n: number }) =>
  n === 0 ? null : (
    <>
      <span className={styles.count} aria-hidden="true">
        {n > 99 ? '99+' : n}
      </span>
      <span className="unseen">{text.frame.waiting(n)}</span>
    </>
  );
