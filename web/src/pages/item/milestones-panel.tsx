/** Every milestone with its first and its current date on one line of time, how it stands and how much proof there is. */
import { Link } from 'react-router';
import type { Item, Milestone } from '../../data/contract';
import { usePlan } from '../../data/session';
import { BasisTag } from '../../parts/enforcement';
import { LightMark } from '../../parts/light';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { text } from '../../text';
import { useChosen } from './chosen-milestone';
import { standOf } from './milestone-stand';
import { timeScale, type TimeScale } from './time-scale';
import { TimeTrack } from './time-track';
import place from './item.module.css';
import styles from './milestones-panel.module.css';

const labels = text.item;

export const MilestonesPanel = ({ item }: { readonly item: Item }) => {
  const { plan } = usePlan();
  const list = item.milestoneList;
  const scale = timeScale([
    plan.period.from,
    plan.period.to,
    item.today,
    ...list.flatMap(({ due, firstDue }) => [due, firstDue]),
  ]);
  return (
    <Panel
      title={<span id="milestones">{labels.milestones}</span>}
      note={labels.milestonesCount(item.milestones.total, item.milestones.accepted)}
      aside={<Key />}
      className={place.milestones ?? ''}
    >
      {list.length === 0 ? (
        <Empty title={labels.noMilestones}>{labels.noMilestonesHint}</Empty>
      ) : (
        <div className={styles.frame}>
          <table className={styles.table}>
            <Head scale={scale} />
            <tbody>
              {list.map((milestone) => (
                <Row key={milestone.id} item={item} milestone={milestone} scale={scale} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
};

const Key = () => (
  <ul className={styles.key} aria-hidden="true">
    <li>
      <i className={styles.keyFirst} />
      {labels.keyFirst}
    </li>
    <li>
      <i className={styles.keyMoved} />
      {labels.keyMoved}
    </li>
    <li>
      <i className={styles.keyToday} />
      {labels.keyToday}
    </li>
  </ul>
);

const Head = ({ scale }: { readonly scale: TimeScale }) => (
  <thead>
    <tr>
      <th scope="col">
        <span className="unseen">{labels.columns.id}</span>
      </th>
      <th scope="col">{labels.columns.result}</th>
      <th scope="col" className={styles.track}>
        <span className="unseen">{labels.columns.track}</span>
        <div className={styles.years} aria-hidden="true">
          {scale.years.map(({ year, at }) => (
            <span key={year} style={{ left: `${at * 100}%` }}>
              {year}
            </span>
          ))}
        </div>
      </th>
      <th scope="col">{labels.columns.firstDue}</th>
      <th scope="col">{labels.columns.due}</th>
      <th scope="col">{labels.columns.status}</th>
      <th scope="col" className={styles.count}>
        {labels.columns.evidence}
      </th>
    </tr>
  </thead>
);

interface RowProps {
  readonly item: Item;
  readonly milestone: Milestone;
  readonly scale: TimeScale;
}

const Row = ({ item, milestone, scale }: RowProps) => {
  const { id, title, basis, due, firstDue } = milestone;
  const { address } = useChosen(item);
  const rule = item.explanation.milestones.find((one) => one.milestone === id)?.rule ?? '';
  const stand = standOf(milestone, rule);
  const files = item.evidence.filter((one) => one.milestone === id).length;
  return (
    <tr className={milestone.overdue ? styles.overdue : milestone.status === 'dropped' ? styles.dropped : ''}>
      <td className={styles.id}>{id}</td>
      <th scope="row" className={styles.name}>
        {title} <BasisTag basis={basis} />
      </th>
      <td className={styles.track}>
        <TimeTrack milestone={milestone} today={item.today} scale={scale} />
      </td>
      <td className={`${styles.first} ${due === firstDue ? styles.same : ''}`}>
        <span className={styles.narrow}>{labels.columns.firstDue} </span>
        {due === firstDue ? firstDue : <s>{firstDue}</s>}
      </td>
      <td className={styles.due}>
        <span className={styles.narrow}>{labels.columns.due} </span>
        {due === firstDue ? due : <b>{due}</b>}
      </td>
      <td className={styles.status}>
        <LightMark shape={stand.shape} word={stand.word} />
        {stand.note !== '' && <span className={styles.note}>{stand.note}</span>}
      </td>
      <td className={styles.count}>
        <Link to={address(id)} aria-label={`${labels.showEvidence(id)}：${files}`} preventScrollReset>
          <span className={styles.narrow}>{labels.columns.evidence} </span>
          {files === 0 ? '—' : files}
        </Link>
      </td>
    </tr>
  );
};
