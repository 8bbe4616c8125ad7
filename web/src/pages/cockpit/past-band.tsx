/** Says across the page that what it shows is over, and leads back to today. */
import { Button } from 'antd';
import { text } from '../../text';
import styles from './past-band.module.css';

export const PastBand = ({ at, back }: { readonly at: string; readonly back: () => void }) => (
  <div className={styles.band} role="status">
    <p>
      <b>{text.cockpit.pastBand(at)}</b> {text.cockpit.pastWhy}
    </p>
    <Button size="small" onClick={back}>
      {text.cockpit.backToToday}
    </Button>
  </div>
);
