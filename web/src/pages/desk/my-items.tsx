/** The items of my unit, led and assisted, each with its light; for the office and leaders the items most in danger. */
import { Link } from 'react-router';
import type { ItemCard, Page } from '../../data/contract';
import { useAnswer, withQuery } from '../../data/query';
import { usePlan, useSession } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { LevelTag, listedLevelOf } from '../../parts/enforcement';
import { LightMark, shapeOf } from '../../parts/light';
import { Panel } from '../../parts/panel';
import { Shown } from '../../parts/states';
import { TileTitle } from '../../parts/tile-title';
import { text } from '../../text';
import styles from './my-items.module.css';

const said = text.desk;
const atMost = 8;

export const useUnitItems = (of: 'unit' | 'coUnit') => {
  const { plan } = usePlan();
  const { me } = useSession();
  const unit = (me.actingFor ?? me.person).unit?.id ?? null;
  const all = unit === null && of === 'unit';
  const path = withQuery(`/plans/${plan.id}/items`, { [of]: unit, sort: 'danger', limit: 200 });
  return { unit, items: useAnswer<Page<ItemCard>>(unit !== null || all ? path : null) };
};

export const MyItems = () => {
  const { to } = usePlan();
  const { unit, items } = useUnitItems('unit');
  const assisted = useUnitItems('coUnit').items;
  const lead = items.data?.entries ?? [];
  return (
    <Panel
      title={unit === null ? said.myItems.office : said.myItems.unit}
      note={
        unit === null || !items.data ? undefined : lead.length === 0 ? said.leadNone : said.lead(lead.length)
      }
      aside={<Link to={to(withQuery('items', { unit, sort: 'danger' }))}>{said.moreItems}</Link>}
    >
      <Shown of={items}>
        {({ entries }) => (
          <div className={styles.lists}>
            <Rows cards={entries} />
            {unit !== null && (
              <Shown of={assisted} rows={1}>
                {({ entries: cards }) =>
                  cards.length > 0 && (
                    <>
                      <h3 className={styles.co}>{said.co}</h3>
                      <Rows cards={cards} />
                    </>
                  )
                }
              </Shown>
            )}
          </div>
        )}
      </Shown>
    </Panel>
  );
};

const Rows = ({ cards }: { readonly cards: readonly ItemCard[] }) => {
  const { to, pulse } = usePlan();
  return (
    <ul>
      {cards.slice(0, atMost).map((card) => (
        <li key={card.id}>
          <Link className={styles.row} to={to(`items/${card.id}`)}>
            <b className="serif">{card.number}</b>
            <span className={styles.title}>
              <TileTitle tile={card.tile} />
            </span>
            <LightMark shape={shapeOf(card)} {...wordOf(card)} />
            <span className={styles.stand}>
              {listedLevelOf(card.level) === null && (
                <span className={styles.date}>{standOf(card, pulse.today)}</span>
              )}
              <LevelTag level={card.level} short />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** How long it has been overdue, where what is owed first says so. */
const wordOf = ({ light, next }: ItemCard): { readonly word?: string } => {
  const over = next?.kind === 'evidence' ? next.workingDays.over : 0;
  return light === 'red' && over > 0 ? { word: text.parts.overDays(over) } : {};
};

const standOf = ({ nextDue, next }: ItemCard, today: string): string =>
  nextDue === null ? (next?.title ?? '') : shortDate(nextDue, today);
