/** Whether something is in order, as colour, word and shape; nothing of it is red, since red means overdue. */
import { LightGlyph, type LightShape } from './light';
import styles from './state-mark.module.css';

/** `idle` = neither well nor ill: it has ended, or nothing is expected of it. */
export type MarkedState = 'well' | 'notice' | 'ill' | 'idle';

const shapes: Readonly<Record<MarkedState, LightShape>> = {
  well: 'green',
  notice: 'yellow',
  ill: 'terminated',
  idle: 'grey',
};

export interface StateMarkProps {
  readonly state: MarkedState;
  readonly children: string;
}

export const StateMark = ({ state, children }: StateMarkProps) => (
  <span className={`${styles.mark} ${styles[state]}`}>
    <LightGlyph shape={shapes[state]} />
    {children}
  </span>
);
