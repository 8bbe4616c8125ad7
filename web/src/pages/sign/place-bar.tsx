/** Where one stands among what waits, with the way back and on. */
import { Link } from 'react-router';
import { usePlan } from '../../data/session';
import { Arrow } from '../../parts/icons';
import { text } from '../../text';
import styles from './place-bar.module.css';
import type { Place } from './queue';

export const PlaceBar = ({ place, next }: { readonly place: Place; readonly next: string | null }) => {
  const { to } = usePlan();
  return (
    <nav className={styles.bar} aria-label={text.sign.title}>
      <Link to={to('sign')} className={styles.back}>
        <Arrow back />
        {text.sign.title}
      </Link>
      {place.at > 0 && <span className={styles.place}>{text.sign.place(place.at, place.of)}</span>}
      {next !== null && (
        <Link to={to(`sign/${next}`)} replace className={styles.next}>
          {text.sign.next}
        </Link>
      )}
    </nav>
  );
};
