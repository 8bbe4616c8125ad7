/** Two versions of the policy side by side, in groups; what differs is bold and says so. */
import { PlainTag } from '../../parts/enforcement';
import { text } from '../../text';
import { groupNames, type PolicyGroup, type PolicyRow } from '../../parts/policy-fields';
import styles from './comparison-table.module.css';

const said = text.rules.policy;

export interface ComparisonTableProps {
  readonly rows: readonly PolicyRow[];
  /** False = the version in force, beside nothing. */
  readonly isComparison: boolean;
}

export const ComparisonTable = ({ rows, isComparison }: ComparisonTableProps) => (
  <div className={styles.groups}>
    {groupNames
      .map((group) => ({ group, own: rows.filter((row) => row.group === group) }))
      .filter(({ own }) => own.length > 0)
      .map(({ group, own }) => (
        <Group key={group} group={group} rows={own} isComparison={isComparison} />
      ))}
  </div>
);

type GroupProps = ComparisonTableProps & { readonly group: PolicyGroup };

const Group = ({ group, rows, isComparison }: GroupProps) => (
  <table className={styles.table}>
    <caption>{said.groups[group]}</caption>
    <thead className={isComparison ? undefined : 'unseen'}>
      <tr>
        <th scope="col">{said.what}</th>
        <th scope="col">{said.present}</th>
        {isComparison && <th scope="col">{said.this}</th>}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.key} className={row.differs ? styles.differs : undefined}>
          <th scope="row">{row.label}</th>
          <td>{row.present ?? text.frame.none}</td>
          {isComparison && <Other row={row} />}
        </tr>
      ))}
    </tbody>
  </table>
);

const Other = ({ row: { other, differs } }: { readonly row: PolicyRow }) => (
  <td>
    {other ?? text.frame.none} {differs && <PlainTag>{said.changedMark}</PlainTag>}
  </td>
);
