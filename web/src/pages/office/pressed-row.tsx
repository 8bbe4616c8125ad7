/** One late item: how late, how far enforcement has gone, what comes next and what the unit has said. */
import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { PressedItem } from '../../data/contract';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { LevelTag } from '../../parts/enforcement';
import { plainTile } from '../../parts/tile-title';
import { bareName } from '../../parts/bare-name';
import { text } from '../../text';
import { Climb } from './climb';
import { nextOf } from './pressed-next';
import styles from './pressed.module.css';

const labels = text.office.pressed;

export interface PressedRowProps {
  readonly entry: PressedItem;
  readonly chosen: boolean;
  readonly choose: () => void;
}

export const PressedRow = ({ entry, chosen, choose }: PressedRowProps) => {
  const here = usePlan();
  const { milestone, climb } = entry;
  return (
    <tr className={chosen ? styles.chosen : undefined}>
      <td className={styles.check}>
        <Checkbox checked={chosen} onChange={choose} aria-label={text.office.queue.choose(entry.number)} />
      </td>
      <td className={styles.number}>{entry.number}</td>
      <th scope="row" className={styles.item}>
        <Link to={here.to(`items/${entry.id}`)} title={entry.title}>
          {plainTile(entry.tile)}
        </Link>
        <span className="caption">{bareName(entry.unit.name)}</span>
      </th>
      <td className={styles.over}>
        {milestone ? (
          <span title={`${milestone.title} ${milestone.due}`}>
            <b>{milestone.workingDaysOver}</b>
            <span className="caption">{labels.workingDays}</span>
          </span>
        ) : (
          <span className="caption">{labels.notYetOverdue}</span>
        )}
      </td>
      <td className={styles.level}>
        <LevelTag level={entry.level} />
        {entry.level === 'urged' && milestone && milestone.urges > 1 && (
          <span className="caption">{labels.urges(milestone.urges)}</span>
        )}
      </td>
      <td className={styles.ladder}>{climb.length > 0 && <Climb climb={climb} />}</td>
      <td className={styles.next}>
        <Next entry={entry} today={here.pulse.today} />
      </td>
      <td className={styles.answer}>
        <Answer answer={entry.answer} today={here.pulse.today} />
      </td>
    </tr>
  );
};

const Next = ({ entry, today }: { readonly entry: PressedItem; readonly today: string }) => {
  const { first, then } = nextOf(entry, today);
  return (
    <>
      <b>{first}</b>
      {then !== null && <span className="caption">{then}</span>}
    </>
  );
};

const Answer = ({ answer, today }: { readonly answer: PressedItem['answer']; readonly today: string }) => {
  const { answered, demands, demandedSince, unread } = answer;
  if (demands > 0 && demandedSince !== null) {
    const since = labels.silentSince(shortDate(demandedSince, today), demands);
    return (
      <>
        <span>{labels.silent}</span>
        <span className="caption">{unread > 0 ? text.office.with(since, labels.unread(unread)) : since}</span>
      </>
    );
  }
  if (answered === null) return <span className="caption">{labels.noUrgeYet}</span>;
  return (
    <>
      <span>{shortDate(answered.at, today)}</span>
      <span className={`caption ${styles.said}`} title={answered.text}>
        {answered.text}
      </span>
    </>
  );
};
