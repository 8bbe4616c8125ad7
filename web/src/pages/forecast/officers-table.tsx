/** Which terms of case officers fall in which week, and how much lies with each of them now. */
import { Panel } from '../../parts/panel';
import { text } from '../../text';
import { WeekHead, type LoadProps } from './load-table';
import styles from './load-table.module.css';
import { weeksBetween, type Week } from './weeks';

type Officer = LoadProps['load']['officers'][number];

export const OfficersTable = ({ load, from, to }: LoadProps) => {
  const weeks = weeksBetween(from, to);
  return (
    <Panel title={text.forecast.officers} note={text.forecast.officersNote}>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={text.forecast.officers}>
        <table className={styles.table}>
          <WeekHead
            first={text.forecast.officer}
            weeks={weeks}
            last={[text.forecast.open, text.forecast.over]}
          />
          <tbody>
            {load.officers.map((officer) => (
              <OfficerRow key={officer.officer?.id ?? ''} officer={officer} weeks={weeks} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
};

const OfficerRow = ({ officer, weeks }: { readonly officer: Officer; readonly weeks: readonly Week[] }) => (
  <tr>
    <th scope="row">{officer.officer?.name ?? text.forecast.nobody}</th>
    {weeks.map((week) => (
      <td key={week.id} className={styles.week}>
        {officer.weeks.find((one) => one.week === week.id)?.falling ?? ''}
      </td>
    ))}
    <td className={styles.figure}>{officer.open}</td>
    <td className={styles.figure}>
      {officer.over > 0 ? <b className="overdue">{officer.over}</b> : officer.over}
    </td>
  </tr>
);
