/** One moment ahead of one item. */
import { Link } from 'react-router';
import { usePlan } from '../../data/session';
import { dateOf, shortInstant, weekdayOf } from '../../parts/dates';
import { LevelTag, PlainTag } from '../../parts/enforcement';
import { LightMark } from '../../parts/light';
import { plainTile } from '../../parts/tile-title';
import { text, words } from '../../text';
import { language } from '../../text/language';
import type { Moment } from './course';
import styles from './moments-panel.module.css';

export const MomentRow = ({ moment, today }: { readonly moment: Moment; readonly today: string }) => {
  const { to } = usePlan();
  const { at, item, happens, light, level, provisional } = moment;
  return (
    <li className={styles.moment}>
      <span className={styles.at}>
        {shortInstant(at, today)}
        <span className={styles.weekday}> {weekdayOf(dateOf(at), language)}</span>
        {provisional && (
          <span title={text.forecast.provisionalWhy}>
            <PlainTag>{text.forecast.provisional}</PlainTag>
          </span>
        )}
      </span>
      <Link to={to(`items/${item.id}`)} className={styles.item}>
        <b>{item.number}</b>
        <span>{plainTile(item.tile)}</span>
      </Link>
      <ul className={styles.happens}>
        {happens.map(({ type, key, text: said, told, documentTitle }, index) => (
          <li key={`${type} ${key ?? index}`}>
            {said}
            {documentTitle !== null && <span className={styles.paper}>{documentTitle}</span>}
            {told.length > 0 && (
              <span className={styles.told}>
                {text.sign.told(told.map((post) => words.posts[post]).join(text.forecast.joined))}
              </span>
            )}
          </li>
        ))}
      </ul>
      <span className={styles.turns}>
        {light && <LightMark shape={light.to} />}
        {level && <LevelTag level={level.to} short />}
      </span>
    </li>
  );
};
