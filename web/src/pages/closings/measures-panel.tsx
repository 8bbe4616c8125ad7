/** The list: every measure of the item, and whether it is struck off. */
import type { Item, Measure } from '../../data/contract';
import { LightGlyph } from '../../parts/light';
import { Panel } from '../../parts/panel';
import { text } from '../../text';
import styles from './panels.module.css';

const said = text.closings;
const isSettled = ({ status }: Measure): boolean => status === 'struck_off' || status === 'waived';

export const MeasuresPanel = ({ item }: { readonly item: Item }) => {
  const open = item.measureList.filter((measure) => !isSettled(measure)).length;
  return (
    <Panel
      title={said.measureList}
      count={item.measureList.length}
      note={open === 0 ? said.measuresAll : said.measuresOpen(open)}
    >
      <ol className={styles.measures}>
        {item.measureList.map((measure) => (
          <li key={measure.id}>
            <span className={styles.id}>{measure.id}</span>
            <span>{measure.text}</span>
            <span className={styles.status}>
              {measure.status !== 'open' && (
                <span className={styles.done}>
                  <LightGlyph shape={isSettled(measure) ? 'closed' : 'blue'} />
                </span>
              )}
              {said.measureStatuses[measure.status]}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
};
