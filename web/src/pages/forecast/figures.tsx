/** The course in four figures; each narrows the list below to the rows it counts. */
import { Link } from 'react-router';
import { text } from '../../text';
import { countOf, narrowed, shows, type Forecast, type Owners } from './course';
import styles from './figures.module.css';
import { useView } from './view';

export const Figures = ({ forecast, owners }: { readonly forecast: Forecast; readonly owners: Owners }) => {
  const { view, address } = useView();
  const moments = narrowed(forecast.entries, { ...view, show: null }, owners);
  return (
    <ul className={styles.figures}>
      {shows.map((show) => {
        const on = view.show === show;
        return (
          <li key={show}>
            <Link
              to={{ search: address({ show: on ? null : show }), hash: '#ahead' }}
              className={styles.figure}
              {...(on ? { 'aria-current': 'true' as const } : {})}
            >
              <b>{countOf(moments, show)}</b>
              <span>{text.forecast.figures[show]}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
};
