/** The list: what the plan's own words ask for, piece by piece, struck through once it is struck off. */
import type { Item, Measure } from '../../data/contract';
import { LightGlyph, type LightShape } from '../../parts/light';
import { Panel } from '../../parts/panel';
import { ProposedTag } from '../../parts/enforcement';
import { Empty } from '../../parts/states';
import { text } from '../../text';
import place from './item.module.css';
import styles from './measures-panel.module.css';

const labels = text.item;

export const MeasuresPanel = ({ item }: { readonly item: Item }) => {
  const { total, done, struckOff, waived } = item.measures;
  return (
    <Panel
      title={<span id="measures">{labels.measures}</span>}
      note={labels.measuresCount(total, done, struckOff, waived)}
      className={place.measures ?? ''}
    >
      {total === 0 ? (
        <Empty title={labels.noMeasures} />
      ) : (
        <ul className={styles.list}>
          {item.measureList.map((measure) => (
            <Row key={measure.id} measure={measure} proposed={item.strikeOff.includes(measure.id)} />
          ))}
        </ul>
      )}
    </Panel>
  );
};

const shapes: Readonly<Record<Measure['status'], LightShape | null>> = {
  open: null,
  done: 'blue',
  struck_off: 'closed',
  waived: 'terminated',
};

const Row = ({ measure, proposed }: { readonly measure: Measure; readonly proposed: boolean }) => {
  const { id, status, milestones } = measure;
  const shape = shapes[status];
  return (
    <li className={`${styles.row} ${styles[status]}`}>
      <span className={styles.id}>{id}</span>
      <span className={styles.text}>{measure.text}</span>
      <span className={styles.status}>
        {shape !== null && <LightGlyph shape={shape} />}
        {labels.measureStatus[status]}
        {proposed && <ProposedTag>{labels.strikeOffProposed}</ProposedTag>}
      </span>
      <span className={styles.carriers}>
        {milestones.length === 0 ? labels.uncarried : labels.carriedBy(milestones)}
      </span>
    </li>
  );
};
