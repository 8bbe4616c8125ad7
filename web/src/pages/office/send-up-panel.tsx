/** What the office may send up or issue though nobody owes it: delistings and letters each, strike-offs together. */
import { DoButton } from '../../commands/doing';
import type { Desk, SendUp } from '../../data/contract';
import { shortDate } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { text } from '../../text';
import { ItemLink } from './item-link';
import styles from './rail.module.css';

const labels = text.office.sendUp;

/** So many strike-offs are shown as rows of their own; more are kept folded, for they are never urgent. */
const rowsAtMost = 3;

export const SendUpPanel = ({ desk: { sendUp, today } }: { readonly desk: Desk }) => {
  const strikeOffs = sendUp.filter(({ command }) => command === 'proposeStrikeOff');
  const others = sendUp.filter(({ command }) => command !== 'proposeStrikeOff');
  const folded = strikeOffs.length > rowsAtMost;
  const rows = folded ? others : [...others, ...strikeOffs];
  return (
    <Panel title={labels.title} {...(sendUp.length > 0 ? { count: sendUp.length } : {})}>
      {sendUp.length === 0 && <p className={styles.nothing}>{labels.empty}</p>}
      <Rows rows={rows} today={today} main />
      {folded && (
        <details className={styles.folded}>
          <summary>{labels.strikeOffs(strikeOffs.length, measuresOf(strikeOffs))}</summary>
          <Rows rows={strikeOffs} today={today} main={false} />
        </details>
      )}
    </Panel>
  );
};

const measuresOf = (rows: readonly SendUp[]): number =>
  rows.reduce((sum, { measures }) => sum + (measures ?? 0), 0);

interface RowsProps {
  readonly rows: readonly SendUp[];
  readonly today: string;
  /** The first is the one to begin with. */
  readonly main: boolean;
}

const Rows = ({ rows, today, main }: RowsProps) =>
  rows.length === 0 ? null : (
    <ul className={styles.rows}>
      {rows.map((one, index) => (
        <li key={`${one.item.id} ${one.command}`}>
          <div className={styles.what}>
            <p className={styles.line}>
              <b>{labels.names[one.command]}</b>
              <ItemLink item={one.item} withTitle />
            </p>
            <p className={styles.why}>{whyOf(one, today)}</p>
          </div>
          <DoButton
            item={one.item.id}
            command={one.command}
            main={main && index === 0}
            size="small"
            about={String(one.item.number)}
          >
            {labels.acts[one.command]}
          </DoButton>
        </li>
      ))}
    </ul>
  );

const whyOf = ({ at, measures }: SendUp, today: string): string => {
  if (at !== null) return labels.byClock(shortDate(at, today));
  return measures === null ? labels.ready : labels.measures(measures);
};
