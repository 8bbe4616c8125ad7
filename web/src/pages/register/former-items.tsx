/** Items that went from my unit to another, as they stood then; nothing where there are none. */
import { Link } from 'react-router';
import type { Entries, FormerItem } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan, useSession } from '../../data/session';
import { dateOf } from '../../parts/dates';
import { LevelTag } from '../../parts/enforcement';
import { LightMark, shapeOf } from '../../parts/light';
import { Panel } from '../../parts/panel';
import { plainTile } from '../../parts/tile-title';
import { text } from '../../text';
import styles from './register.module.css';

const said = text.register;

export const FormerItems = () => {
  const { plan, to } = usePlan();
  const { me } = useSession();
  const ofUnit = (me.actingFor ?? me.person).unit !== null;
  const { data } = useAnswer<Entries<FormerItem>>(ofUnit ? `/plans/${plan.id}/items/former` : null);
  if (!data || data.entries.length === 0) return null;
  return (
    <Panel
      className={styles.former ?? ''}
      title={said.former}
      count={data.entries.length}
      note={said.formerNote}
    >
      <ul className={styles.formerList}>
        {data.entries.map((item) => (
          <li key={item.id}>
            <b className="serif">{item.number}</b>
            <Link to={to(`items/${item.id}`)}>{plainTile(item.tile)}</Link>
            <LightMark shape={shapeOf(item)} />
            <LevelTag level={item.level} />
            <span className="caption">{said.formerUntil(dateOf(item.former.until))}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
