/** Units side by side by outcome: on time by the first due date, overdue, returned; never by activity. */
import { Link } from 'react-router';
import type { Board } from '../../data/contract';
import { withQuery } from '../../data/query';
import { usePlan } from '../../data/session';
import { OnTimeBar } from '../../parts/on-time-bar';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { bareName } from '../../parts/bare-name';
import { text } from '../../text';

import { endsOf, ranked, type UnitOutcome } from './unit-rank';
import styles from './unit-table.module.css';

/** As many rows as the indicators beside them are high. */
const mostRows = 13;
/** On a phone only those that need looking at. */
const lastRows = 3;

export const UnitTable = ({ board }: { readonly board: Board }) => {
  const here = usePlan();
  const units = ranked(board.units);
  const { first, between, last } = endsOf(units, mostRows);
  const endmost = new Set(units.slice(-lastRows));
  const row = (unit: UnitOutcome) => (
    <Row key={unit.unit.id} unit={unit} past={board.past} endmost={endmost.has(unit)} />
  );
  return (
    <Panel
      className={styles.panel ?? ''}
      title={text.frame.pages.units}
      note={
        <>
          <span className={styles.wideNote}>{text.cockpit.unitsNote}</span>
          <span className={styles.narrowNote}>{text.cockpit.unitsLast}</span>
        </>
      }
      aside={
        <Link className="screen-only" to={here.to('units')}>
          {text.cockpit.allUnits(units.length)}
        </Link>
      }
    >
      {units.length === 0 ? (
        <Empty title={text.cockpit.unitsNone}>{text.cockpit.unitsNoneHint}</Empty>
      ) : (
        <table className={`${styles.table} ${units.length < mostRows ? '' : styles.full}`}>
          <thead>
            <tr>
              <th scope="col">{text.cockpit.unit}</th>
              <th scope="col">{text.cockpit.onTimeByFirst}</th>
              <th scope="col" className={styles.n}>
                {text.cockpit.overdueDays}
              </th>
              <th scope="col" className={styles.n}>
                {text.cockpit.returned}
              </th>
            </tr>
          </thead>
          <tbody>
            {first.map(row)}
            {between > 0 && (
              <tr className={styles.between}>
                <td colSpan={4}>
                  <Link to={here.to('units')}>{text.cockpit.unitsBetween(between)}</Link>
                </td>
              </tr>
            )}
            {last.map(row)}
          </tbody>
        </table>
      )}
    </Panel>
  );
};

interface RowProps {
  readonly unit: UnitOutcome;
  readonly past: boolean;
  readonly endmost: boolean;
}

const Row = ({ unit, past, endmost }: RowProps) => {
  const here = usePlan();
  const itemsOf = (query: Readonly<Record<string, string>>) =>
    here.to(withQuery('items', { unit: unit.unit.id, ...query }));
  return (
    <tr className={endmost ? '' : styles.wide}>
      <th scope="row">
        {past ? (
          bareName(unit.unit.name)
        ) : (
          <Link to={itemsOf({})} title={unit.unit.name}>
            {bareName(unit.unit.name)}
          </Link>
        )}
      </th>
      <td>
        <OnTimeBar name={unit.unit.name} onTime={unit.onTimeByFirstDue} accepted={unit.accepted} />
      </td>
      <td className={`${styles.n} ${unit.daysOver > 0 ? styles.late : ''}`}>
        <DaysOver days={unit.daysOver} to={past ? null : itemsOf({ overdue: 'true' })} />
      </td>
      <td className={styles.n}>{unit.returned === 0 ? '—' : unit.returned}</td>
    </tr>
  );
};

/** Null = a past day, whose rows the register no longer has. */
const DaysOver = ({ days, to }: { readonly days: number; readonly to: string | null }) => {
  if (days === 0) return <>—</>;
  return to === null ? <>{days}</> : <Link to={to}>{days}</Link>;
};
