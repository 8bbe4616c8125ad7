/** What each unit will hear, week by week: one table, in which a column grows with its number and leads to its rows. */
import { Link } from 'react-router';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { text } from '../../text';
import type { Load } from './course';
import styles from './load-table.module.css';
import { useView } from './view';
import { weeksBetween, type Week } from './weeks';

export interface LoadProps {
  readonly load: Load;
  /** Dates. */
  readonly from: string;
  readonly to: string;
}

type UnitLoad = Load['units'][number];

const sumOf = ({ weeks }: UnitLoad): number => weeks.reduce((sum, { notices }) => sum + notices, 0);

export const LoadTable = ({ load, from, to }: LoadProps) => {
  const weeks = weeksBetween(from, to);
  const units = [...load.units].sort((a, b) => sumOf(b) - sumOf(a));
  const most = Math.max(1, ...units.flatMap((unit) => unit.weeks.map(({ notices }) => notices)));
  return (
    <Panel title={text.forecast.load} note={text.forecast.loadNote}>
      {units.length === 0 ? (
        <Empty title={text.forecast.loadEmpty} />
      ) : (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={text.forecast.load}>
          <table className={styles.table}>
            <WeekHead first={text.forecast.unit} weeks={weeks} last={[text.forecast.total]} />
            <tbody>
              {units.map((unit) => (
                <UnitRow key={unit.unit.id} unit={unit} weeks={weeks} most={most} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
};

interface WeekHeadProps {
  readonly first: string;
  readonly weeks: readonly Week[];
  readonly last: readonly string[];
}

export const WeekHead = ({ first, weeks, last }: WeekHeadProps) => {
  const { pulse } = usePlan();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {weeks.map((week) => (
          <th key={week.id} scope="col" className={styles.week}>
            <span className="unseen">{text.forecast.week(week.number)} </span>
            {shortDate(week.monday, pulse.today)}
          </th>
        ))}
        {last.map((name) => (
          <th key={name} scope="col" className={styles.figure}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
};

interface UnitRowProps {
  readonly unit: UnitLoad;
  readonly weeks: readonly Week[];
  /** The highest column of all. */
  readonly most: number;
}

const UnitRow = ({ unit, weeks, most }: UnitRowProps) => {
  const { view, address } = useView();
  const { id, name } = unit.unit;
  const chosen = view.unit === id;
  return (
    <tr className={chosen ? styles.chosen : ''}>
      <th scope="row">
        <Link to={{ search: address({ unit: chosen ? null : id, week: null }), hash: '#ahead' }}>{name}</Link>
      </th>
      {weeks.map((week) => {
        const found = unit.weeks.find((one) => one.week === week.id);
        return (
          <td key={week.id} className={styles.cell}>
            {found && (
              <Link
                to={{ search: address({ unit: id, week: week.id, show: null }), hash: '#ahead' }}
                className={styles.columns}
              >
                <Column notices={found.notices} documents={found.documents} most={most} />
                <span aria-hidden="true">{found.notices}</span>
                <span className="unseen">{text.forecast.cell(found.notices, found.documents)}</span>
              </Link>
            )}
          </td>
        );
      })}
      <td className={styles.figure}>{sumOf(unit)}</td>
    </tr>
  );
};

/** In pixels. */
const highest = 30;

/** `documents` of the notices come with a paper: the dark foot of the column, never higher than the column. */
const Column = ({
  notices,
  documents,
  most,
}: {
  readonly notices: number;
  readonly documents: number;
  readonly most: number;
}) => {
  const height = (n: number): number => Math.max(n > 0 ? 2 : 0, Math.round((n / most) * highest));
  return (
    <i className={styles.column} style={{ height: height(notices) }} aria-hidden="true">
      <i style={{ height: Math.min(height(documents), height(notices)) }} />
    </i>
  );
};
