/** What the plan itself says of the item: where in its text, with what remarks, and by which indicators it is measured. */
import { Link } from 'react-router';
import type { Item } from '../../data/contract';
import { usePlan } from '../../data/session';
import { Panel } from '../../parts/panel';
import { text } from '../../text';
import place from './item.module.css';
import styles from './source-panel.module.css';

const labels = text.item;

export const SourcePanel = ({ item }: { readonly item: Item }) => (
  <Panel title={labels.source} note={labels.sourceOf(item.number)} className={place.source ?? ''}>
    {item.lines.length > 0 && (
      <p className={styles.lines}>{labels.sourceLines(item.lines.join(labels.comma))}</p>
    )}
    <Indicators numbers={item.indicators} />
    {item.notes.map((note) => (
      <p key={note.text} className={styles.note}>
        {note.text}
      </p>
    ))}
  </Panel>
);

const Indicators = ({ numbers }: { readonly numbers: readonly number[] }) => {
  const { plan, to } = usePlan();
  const linked = plan.indicators.filter(({ number }) => numbers.includes(number));
  return (
    <>
      {linked.map(({ number, name, comparator, value, unit, nature }) => (
        <p key={number} className={styles.indicator}>
          <span>{labels.indicators}</span>
          <Link to={to(`indicators#${number}`)}>{labels.indicator(number, name)}</Link>
          <b>
            {comparator === '=' ? '' : comparator}
            {value}
            {unit}
          </b>
          <span>{text.cockpit.natures[nature]}</span>
        </p>
      ))}
    </>
  );
};
