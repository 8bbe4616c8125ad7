/** Every step that another policy moves, brings or takes away, by the kind of change. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePlan } from '../../data/session';
import { shortInstant } from '../../parts/dates';
import { Count } from '../../parts/panel';
import { plainTile } from '../../parts/tile-title';
import { text } from '../../text';
import { changeKinds, type Change, type ChangeKind } from './compare';
import styles from './change-list.module.css';

const said = text.forecast.whatIf;
const atFirst = 60;

export const ChangeList = ({ changes }: { readonly changes: readonly Change[] }) => {
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const [more, setMore] = useState(false);
  const chosen = kind === null ? changes : changes.filter((change) => change.kind === kind);
  return (
    <>
      <div className={styles.kinds} role="group" aria-label={said.moves}>
        <KindButton name={said.all} n={changes.length} on={kind === null} choose={() => setKind(null)} />
        {changeKinds.map((one) => (
          <KindButton
            key={one}
            name={said.kinds[one]}
            n={changes.filter((change) => change.kind === one).length}
            on={kind === one}
            choose={() => setKind(one)}
          />
        ))}
      </div>
      <ul className={styles.list}>
        {(more ? chosen : chosen.slice(0, atFirst)).map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ul>
      {!more && chosen.length > atFirst && (
        <p className={styles.more}>
          <Button onClick={() => setMore(true)}>{text.frame.more}</Button>
        </p>
      )}
    </>
  );
};

interface KindButtonProps {
  readonly name: string;
  readonly n: number;
  readonly on: boolean;
  readonly choose: () => void;
}

const KindButton = ({ name, n, on, choose }: KindButtonProps) => (
  <button type="button" className={styles.kind} aria-pressed={on} onClick={choose}>
    {name} <Count n={n} />
  </button>
);

const ChangeRow = ({ change: { kind, item, text: what, from, to, days } }: { readonly change: Change }) => {
  const { pulse, to: pageOf } = usePlan();
  const shown = (at: string | null): string => (at === null ? said.none : shortInstant(at, pulse.today));
  return (
    <li className={styles.change}>
      <span className={styles.word}>
        {said.kinds[kind]}
        {days > 0 && ` ${said.days(days)}`}
      </span>
      <Link to={pageOf(`items/${item.id}`)} className={styles.item}>
        <b>{item.number}</b>
        {plainTile(item.tile)}
      </Link>
      <span className={styles.what}>{what}</span>
      <span className={styles.from}>
        <span className="unseen">{said.from_} </span>
        {shown(from)}
      </span>
      <span className={styles.to}>
        <span className="unseen">{said.to} </span>
        {shown(to)}
      </span>
    </li>
  );
};
