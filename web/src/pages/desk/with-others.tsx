/** What others owe in my items, and how long they have had it. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DeskEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { bareName } from '../../parts/bare-name';
import { text, words } from '../../text';
import styles from './rail.module.css';
import { caseSaid } from './task-words';

const said = text.desk;
const atFirst = 5;

export interface WithOthersProps {
  readonly entries: readonly DeskEntry[];
  readonly today: string;
}

export const WithOthers = ({ entries, today }: WithOthersProps) => {
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, atFirst);
  const left = entries.length - shown.length;
  if (entries.length === 0)
    return (
      <Panel title={said.withOthers}>
        <p className={styles.none}>{said.nobodyElse}</p>
      </Panel>
    );
  return (
    <Panel title={said.withOthers} count={entries.length}>
      <ul className={styles.list}>
        {shown.map((entry) => (
          <Row key={`${entry.item.id} ${entry.id}`} entry={entry} today={today} />
        ))}
      </ul>
      {left > 0 && (
        <div className={styles.more}>
          <Button type="link" size="small" onClick={() => setAll(true)}>
            {said.moreOthers(left)}
          </Button>
        </div>
      )}
    </Panel>
  );
};

const Row = ({ entry, today }: { readonly entry: DeskEntry; readonly today: string }) => {
  const { to } = usePlan();
  const { by, unit, holders, item, workingDays, until } = entry;
  const whose = unit ? bareName(unit.name) : holders.map(({ name }) => name).join(said.enumeration);
  return (
    <li>
      <p className={styles.first}>
        <span>
          <b>{words.owners[by]}</b> {whose === '' ? text.parts.nobody : whose}
        </span>
        {entry.over ? (
          <b className={`overdue ${styles.end}`}>{text.parts.lateWorkingDays(workingDays.over)}</b>
        ) : (
          workingDays.since !== null && (
            <b className={styles.end}>{text.parts.sinceWorkingDays(workingDays.since)}</b>
          )
        )}
      </p>
      <p className={styles.second}>
        <Link to={to(`items/${item.id}`)}>
          {said.waits(item.number, caseSaid(entry), shortDate(until, today))}
        </Link>
      </p>
    </li>
  );
};
