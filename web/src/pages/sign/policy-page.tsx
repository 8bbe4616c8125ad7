/** The signature of a policy: what differs from the one in force, what signing does, and the signature itself. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PolicyEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { useTitle } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { PolicyDoubts } from '../../parts/policy-doubts';
import { ProblemNote } from '../../parts/problem-note';
import { Empty } from '../../parts/states';
import { text, words } from '../../text';
import facts from './case-facts.module.css';
import bar from './decision-bar.module.css';
import head from './case-head.module.css';
import page from './case-page.module.css';
import type { Onward } from './leaving';
import { compared, policyOf } from '../../parts/policy-fields';
import { Plaque } from './plaque';
import { PolicyConfirm } from './policy-confirm';
import styles from './policy-page.module.css';

const said = text.sign.policyOne;

export interface PolicyPageProps {
  readonly version: number;
  readonly policies: readonly PolicyEntry[];
  readonly onward: Onward;
}

export const PolicyPage = ({ version, policies, onward }: PolicyPageProps) => {
  useTitle(said.title(version));
  const { to, pulse } = usePlan();
  const [confirming, setConfirming] = useState(false);
  const entry = policies.find((one) => one.version === version);
  const command = entry?.available.find((one) => one.command === 'signPolicy');
  const inForce = policies.find((one) => one.inForce);
  if (!entry) return <Empty title={text.sign.noSuch} />;
  if (entry.signedAt !== null && !confirming)
    return (
      <Empty title={text.sign.settled}>
        <Link to={to('rules')}>{said.title(version)}</Link>
      </Empty>
    );
  return (
    <article className={page.page}>
      <div className={head.top}>
        <Plaque level={null}>{words.planThings.policy_signature}</Plaque>
        <span className={head.asked}>{said.published(shortDate(entry.publishedAt, pulse.today))}</span>
      </div>
      <h1 className={`serif ${head.title}`}>{said.title(version)}</h1>
      <div className={facts.sheets}>
        <Differences now={inForce} then={entry} />
        <PolicyDoubts of={entry} />
        <Panel
          title={text.sign.after}
          aside={<Link to={to(`forecast?policy=${version}`)}>{said.preview}</Link>}
        >
          <ol className={facts.consequences}>
            {said.after.map((line) => (
              <li key={line}>
                <span>{line}</span>
              </li>
            ))}
          </ol>
        </Panel>
      </div>
      {command?.reason && <ProblemNote problem={{ status: 409, ...command.reason }} />}
      <div className={`${bar.bar} ${bar.single}`}>
        <Button type="primary" disabled={command?.allowed !== true} onClick={() => setConfirming(true)}>
          {said.sign}
        </Button>
      </div>
      {confirming && <PolicyConfirm version={version} onward={onward} close={() => setConfirming(false)} />}
    </article>
  );
};

const Differences = ({
  now,
  then,
}: {
  readonly now: PolicyEntry | undefined;
  readonly then: PolicyEntry;
}) => {
  const rows = now ? compared(policyOf(now), policyOf(then)) : [];
  const differences = rows.filter(({ differs }) => differs);
  return (
    <Panel title={said.changes} {...(now && { note: said.changesNote(now.version) })}>
      {differences.length === 0 ? (
        <p className={facts.none}>{said.same}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{said.field}</th>
              <th scope="col">{said.now}</th>
              <th scope="col">{said.then}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ key, label, present, other }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className={styles.before}>{present ?? text.frame.none}</td>
                <td className={styles.after}>{other ?? text.frame.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
