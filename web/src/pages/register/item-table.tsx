/** Items as rows; on a phone each row is a card of its own. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ItemCard } from '../../data/contract';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { LevelTag } from '../../parts/enforcement';
import { LightMark, shapeOf } from '../../parts/light';
import { measuresEnded } from '../../parts/measures-ended';
import { plainTile } from '../../parts/tile-title';
import { bareName } from '../../parts/bare-name';
import { text, words } from '../../text';
import styles from './item-table.module.css';

const said = text.register;
const columns = [
  'number',
  'item',
  'light',
  'level',
  'lifecycle',
  'milestones',
  'measures',
  'due',
  'next',
] as const;

export const ItemTable = ({ cards }: { readonly cards: readonly ItemCard[] }) => (
  <table className={styles.table}>
    <caption className="unseen">{said.title}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" className={styles[column]}>
            {said.head[column]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {cards.map((card) => (
        <Row key={card.id} card={card} />
      ))}
    </tbody>
  </table>
);

const Row = ({ card }: { readonly card: ItemCard }) => {
  const { pulse, to } = usePlan();
  const { number, milestones, measures, nextDue, lifecycle } = card;
  return (
    <tr className={lifecycle === 'closed' ? styles.closed : undefined}>
      <th scope="row" className={`${styles.number} serif`}>
        {number}
      </th>
      <td className={styles.item}>
        <Link to={to(`items/${card.id}`)}>{plainTile(card.tile)}</Link>
        <p>{unitsOf(card)}</p>
      </td>
      <td className={styles.light}>
        <LightMark shape={shapeOf(card)} {...overOf(card)} />
      </td>
      <td className={styles.level}>
        <LevelTag level={card.level} />
      </td>
      <td className={styles.lifecycle}>{words.lifecycles[lifecycle]}</td>
      <Figure name="milestones" said={said.milestonesSaid(milestones.accepted, milestones.total)}>
        {said.milestones(milestones.accepted, milestones.total)}
      </Figure>
      <Figure name="measures" said={said.measuresSaid(measures.done, measures.total, measures.struckOff)}>
        {said.milestones(measuresEnded(measures), measures.total)}
      </Figure>
      <td className={styles.due}>
        {nextDue !== null && (
          <>
            <span className={styles.label}>{said.head.due}</span>
            {shortDate(nextDue, pulse.today)}
          </>
        )}
      </td>
      <td className={styles.next}>
        <NextStep card={card} />
      </td>
    </tr>
  );
};

interface FigureProps {
  readonly name: 'milestones' | 'measures';
  readonly said: string;
  readonly children: ReactNode;
}

/** What a fraction means is said to those who ask or hear. */
const Figure = ({ name, said: meaning, children }: FigureProps) => (
  <td className={styles[name]} title={meaning}>
    <span className={styles.label}>{said.head[name]}</span>
    <span aria-hidden="true">{children}</span>
    <span className="unseen">{meaning}</span>
  </td>
);

const unitsOf = ({ unit, coUnits }: ItemCard): string =>
  coUnits.length === 0
    ? bareName(unit.name)
    : `${bareName(unit.name)}${said.and}${said.co(coUnits.map(({ name }) => bareName(name)).join(text.desk.enumeration))}`;

const overOf = ({ light, next }: ItemCard): { readonly word?: string } => {
  const over = next?.kind === 'evidence' ? next.workingDays.over : 0;
  return light === 'red' && over > 0 ? { word: text.parts.overDays(over) } : {};
};

const NextStep = ({ card: { next } }: { readonly card: ItemCard }) => {
  if (next === null) return <span className="caption">{said.nobodyOwes}</span>;
  const { by, unit, holders, workingDays, over, title } = next;
  const whose = holders.map(({ name }) => name).join(text.desk.enumeration);
  return (
    <>
      <p className={styles.whose}>
        {unit ? bareName(unit.name) : `${words.owners[by]} ${whose === '' ? text.parts.nobody : whose}`}
        {over && workingDays.over > 0 && (
          <b className="overdue nowrap">{text.parts.lateDays(workingDays.over)}</b>
        )}
      </p>
      <p className={styles.step} title={title}>
        {title}
      </p>
    </>
  );
};
