/** The rows of the queue, ticked where they are one decision. */
import type { DeskEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { text } from '../../text';
import { ChooseAll } from './choose-all';
import type { Choosing } from './chosen';
import { QueueRow } from './queue-row';
import styles from './queue.module.css';

const labels = text.office.queue;

interface QueueTableProps {
  readonly rows: readonly DeskEntry[];
  /** Null where rows are not ticked. */
  readonly choosing: Choosing | null;
}

export const QueueTable = ({ rows, choosing }: QueueTableProps) => {
  const here = usePlan();
  const { columns } = labels;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {choosing && (
              <th scope="col" className={styles.check}>
                <ChooseAll ids={rows.map(({ item }) => item.id)} choosing={choosing} />
              </th>
            )}
            <th scope="col">{columns.kind}</th>
            <th scope="col" colSpan={2}>
              {columns.item}
            </th>
            <th scope="col">{columns.unit}</th>
            <th scope="col">{columns.since}</th>
            <th scope="col">{columns.term}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">
              <span className="unseen">{columns.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((entry, index) => (
            <QueueRow
              key={`${entry.item.id} ${entry.id}`}
              entry={entry}
              today={here.pulse.today}
              main={index === 0 && choosing === null}
              choosing={choosing}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
