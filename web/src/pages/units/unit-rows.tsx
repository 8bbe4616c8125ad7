/** The units as a table whose heads sort it; on a phone each unit is a card. */
import { Link } from 'react-router';
import { withQuery } from '../../data/query';
import { usePlan } from '../../data/session';
import { OnTimeBar } from '../../parts/on-time-bar';
import { text } from '../../text';
import { pressed, type Column, type UnitOrder, type UnitRow } from './unit-order';
import styles from './unit-rows.module.css';

export interface UnitRowsProps {
  readonly rows: readonly UnitRow[];
  readonly order: UnitOrder;
  readonly choose: (order: UnitOrder) => void;
}

const heads: readonly (readonly [Column, string])[] = [
  ['onTimeFirst', text.cockpit.onTimeByFirst],
  ['onTimeCurrent', text.cockpit.onTimeByCurrent],
  ['items', text.cockpit.itemsShort],
  ['overdue', text.cockpit.overdue],
  ['daysOver', text.cockpit.overdueDays],
  ['listed', text.cockpit.listedShort],
  ['returned', text.cockpit.returned],
];

export const UnitRows = ({ rows, order, choose }: UnitRowsProps) => (
  <div className={styles.scroll} tabIndex={0} role="group" aria-label={text.frame.pages.units}>
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text.cockpit.unit}</th>
          {heads.map(([column, name]) => (
            <th key={column} scope="col" aria-sort={sortOf(order, column)}>
              <button type="button" onClick={() => choose(pressed(order, column))}>
                {name}
                <span aria-hidden="true">{order.by === column ? (order.falling ? '↓' : '↑') : ''}</span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.unit.id} row={row} />
        ))}
      </tbody>
    </table>
  </div>
);

const sortOf = (order: UnitOrder, column: Column): 'none' | 'ascending' | 'descending' => {
  if (order.by !== column) return 'none';
  return order.falling ? 'descending' : 'ascending';
};

const Row = ({ row }: { readonly row: UnitRow }) => {
  const here = usePlan();
  const { id, name } = row.unit;
  const itemsOf = (query: Readonly<Record<string, string | readonly string[]>>) =>
    here.to(withQuery('items', { unit: id, ...query }));
  return (
    <tr>
      <th scope="row">
        <Link to={itemsOf({})}>{name}</Link>
        <span className={styles.kind}>{text.cockpit.kindOfUnit[row.kind]}</span>
      </th>
      <td data-word={text.cockpit.onTimeByFirst}>
        <OnTimeBar name={name} onTime={row.onTimeByFirstDue} accepted={row.accepted} />
      </td>
      <td data-word={text.cockpit.onTimeByCurrent}>
        <OnTimeBar name={name} onTime={row.onTimeByCurrentDue} accepted={row.accepted} />
      </td>
      <Figure word={text.cockpit.itemsShort} n={row.items} to={itemsOf({})} />
      <Figure word={text.cockpit.overdue} n={row.overdue} to={itemsOf({ overdue: 'true' })} bad />
      <Figure
        word={text.cockpit.overdueDays}
        n={row.daysOver}
        to={itemsOf({ overdue: 'true', sort: 'danger' })}
        bad
      />
      <Figure
        word={text.cockpit.listedShort}
        n={row.listed}
        to={itemsOf({ level: ['listed_1', 'listed_2', 'listed_3'] })}
        bad
      />
      <Figure word={text.cockpit.returned} n={row.returned} />
    </tr>
  );
};

interface FigureProps {
  readonly word: string;
  readonly n: number;
  /** Where there is no list of its rows, none. */
  readonly to?: string;
  readonly bad?: boolean;
}

const Figure = ({ word, n, to, bad = false }: FigureProps) => (
  <td data-word={word} className={`${styles.n} ${bad && n > 0 ? styles.bad : ''}`}>
    {n === 0 ? '—' : to === undefined ? n : <Link to={to}>{n}</Link>}
  </td>
);
