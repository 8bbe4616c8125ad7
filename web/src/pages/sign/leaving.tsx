/** The way on from a decision: the next one, or back to the list. */
import { Button } from 'antd';
import { text } from '../../text';
import styles from './confirm.module.css';

export interface Onward {
  /** Address of the next signature; null = none is left. */
  readonly next: string | null;
  /** How many are left. */
  readonly left: number;
  readonly goOn: () => void;
  readonly leave: () => void;
}

export const Leaving = ({ onward }: { readonly onward: Onward }) =>
  onward.next === null ? (
    <Button type="primary" block onClick={onward.leave} className={styles.confirm ?? ''}>
      {text.sign.backToList}
    </Button>
  ) : (
    <>
      <Button type="primary" block onClick={onward.goOn} className={styles.confirm ?? ''}>
        {text.sign.nextOf(onward.left)}
      </Button>
      <Button type="link" block onClick={onward.leave} className={styles.cancel ?? ''}>
        {text.sign.backToList}
      </Button>
    </>
  );
