/** How the office's own cases lie on its persons; one bar a case, red = late. */
import type { Desk } from '../../data/contract';
import { Panel } from '../../parts/panel';
import { text } from '../../text';
import styles from './rail.module.css';

const labels = text.office.load;

/** Beyond this the bars are drawn thinner, so that they stay in their column. */
const barsAtMost = 12;

export const LoadPanel = ({ load }: { readonly load: Desk['load'] }) => {
  const most = Math.max(barsAtMost, ...load.map(({ open }) => open));
  return (
    <Panel title={labels.title} note={labels.note}>
      {load.length === 0 && <p className={styles.nothing}>{labels.empty}</p>}
      <table className={styles.load}>
        <thead className="unseen">
          <tr>
            <th scope="col">{labels.person}</th>
            <th scope="col">{labels.title}</th>
            <th scope="col">{labels.open}</th>
          </tr>
        </thead>
        <tbody>
          {load.map(({ person, open, over }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>
                <Bars open={open} over={over} most={most} />
              </td>
              <td className={styles.figure}>
                {over > 0 ? <b className="overdue">{labels.late(over)}</b> : open}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};

const pitch = (most: number): number => Math.min(21, Math.floor(140 / most));

const Bars = ({
  open,
  over,
  most,
}: {
  readonly open: number;
  readonly over: number;
  readonly most: number;
}) => {
  const step = most <= barsAtMost ? Math.min(21, 140 / barsAtMost) : pitch(most);
  const width = Math.max(1, step - (step > 4 ? 3 : 1));
  return (
    <svg width={140} height={10} role="img" aria-label={labels.said(open, over)}>
      {Array.from({ length: open }, (_, index) => (
        <rect
          key={index}
          x={index * step}
          width={width}
          height={10}
          className={index < over ? styles.late : styles.open}
        />
      ))}
    </svg>
  );
};
