/** Two policies side by side: which rules differ, what that does to the figures, and every step that moves. */
import type { Policy } from '../../../../src/domain/policy.js';
import { text } from '../../text';
import type { Tried } from './asking';
import { Band } from './band';
import { ChangeList } from './change-list';
import { compare } from './compare';
import styles from './comparison.module.css';
import { countOf, shows } from './course';
import { withOverrides, type PolicyOverrides } from './overrides';
import { compared } from '../../parts/policy-fields';

export interface ComparisonProps {
  readonly tried: Tried;
  /** In force. */
  readonly base: Policy;
  readonly asked: PolicyOverrides;
  /** The form says something else by now. */
  readonly isStale: boolean;
}

const said = text.forecast.whatIf;

export const Comparison = ({ tried, base, asked, isStale }: ComparisonProps) => {
  const changes = compare(tried.present, tried.whatIf);
  return (
    <section className={styles.result} aria-label={said.result}>
      <Band>
        {said.band} {isStale && <b>{said.stale}</b>}
      </Band>
      <div className={styles.spread}>
        <Table
          head={[said.resultNote, said.present, said.then]}
          rows={ruleRows(base, withOverrides(base, asked))}
        />
        <Table head={[said.what, said.present, said.then, said.difference]} rows={figureRows(tried)} />
      </div>
      {changes.length === 0 ? <p className={styles.same}>{said.same}</p> : <ChangeList changes={changes} />}
    </section>
  );
};

const ruleRows = (base: Policy, then: Policy): readonly (readonly string[])[] =>
  compared(base, then)
    .filter(({ differs }) => differs)
    .map(({ label, present, other }) => [label, present ?? said.none, other ?? said.none]);

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

const figureRows = ({ present, whatIf }: Tried): readonly (readonly string[])[] =>
  shows.map((show) => {
    const [before, after] = [countOf(present.entries, show), countOf(whatIf.entries, show)];
    return [text.forecast.figures[show], String(before), String(after), signed(after - before)];
  });

const Table = ({
  head,
  rows,
}: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) => (
  <table className={styles.table}>
    <thead>
      <tr>
        {head.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, ...values]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {values.map((value, index) => (
            <td key={index}>{value}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
