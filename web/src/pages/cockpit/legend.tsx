/** What the colours, words and shapes of the wall mean. */
import { LevelTag } from '../../parts/enforcement';
import { LightMark } from '../../parts/light';
import { text } from '../../text';
import { lightOrder } from './light-order';
import styles from './legend.module.css';

const levels = ['urged', 'lettered', 'listed_1', 'listed_2', 'listed_3'] as const;

export interface LegendProps {
  /** Columns it may take in a row of the wall; null = it stands below. */
  readonly free: number | null;
}

export const Legend = ({ free }: LegendProps) => (
  <section
    className={free === null ? styles.atEnd : styles.legend}
    {...(free === null ? {} : { style: { flexGrow: free } })}
  >
    <h3>{text.cockpit.legend}</h3>
    <div className={styles.lists}>
      <ul>
        {lightOrder.map((light) => (
          <li key={light}>
            <span className={styles.light}>
              <LightMark shape={light} />
            </span>
            {text.cockpit.legendLights[light]}
          </li>
        ))}
      </ul>
      <ul>
        {levels.map((level) => (
          <li key={level}>
            <span className={styles.level}>
              <LevelTag level={level} short />
            </span>
            {text.cockpit.legendLevels[level]}
          </li>
        ))}
      </ul>
    </div>
  </section>
);
