/** Where the item is on its way from registration to being struck off. */
import type { Item } from '../../data/contract';
import { text, words } from '../../text';
import { stagesOf, type Stage } from './life-stages';
import styles from './life-track.module.css';

export const LifeTrack = ({ item }: { readonly item: Item }) => (
  <ol className={styles.track} aria-label={text.item.life}>
    {stagesOf(item).map((stage) => (
      <Station key={stage.lifecycle} stage={stage} />
    ))}
  </ol>
);

const states = { passed: text.item.passed, here: text.item.here, ahead: text.item.notYet };

const Station = ({ stage: { lifecycle, on, state } }: { readonly stage: Stage }) => (
  <li className={styles[state]} aria-current={state === 'here' ? 'step' : undefined}>
    <i aria-hidden="true" />
    <span>{words.lifecycles[lifecycle]}</span>
    <span className="unseen">{states[state]}</span>
    {on !== null && <time dateTime={on}>{on}</time>}
  </li>
);
