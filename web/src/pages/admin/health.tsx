/** Whether the machine is well, part by part, and what to do where it is not. */
import { Link } from 'react-router';
import type { Health, HealthFinding } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { useSession } from '../../data/session';
import { fullInstant } from '../../parts/dates';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { Shown } from '../../parts/states';
import { StateMark } from '../../parts/state-mark';
import { text } from '../../text';
import { BeatsPanel, RepairsPanel } from './health-panels';
import styles from './admin.module.css';

const said = text.admin.health;
const everyMs = 10_000;

export const Page = () => {
  const health = useAnswer<Health>('/health', everyMs);
  return (
    <>
      <PageHead title={said.title} sub={said.sub} aside={health.data && <Verdict health={health.data} />} />
      <Shown of={health} rows={10}>
        {(found) => (
          <div className={styles.stack}>
            <Findings health={found} />
            <BeatsPanel health={found} />
            <RepairsPanel health={found} />
          </div>
        )}
      </Shown>
    </>
  );
};

const Verdict = ({ health: { findings } }: { readonly health: Health }) => {
  const ills = findings.filter(({ state }) => state === 'ill').length;
  const notices = findings.filter(({ state }) => state === 'notice').length;
  if (ills + notices === 0) return <StateMark state="well">{said.allWell}</StateMark>;
  return (
    <>
      {ills > 0 && <StateMark state="ill">{said.ills(ills)}</StateMark>}
      {notices > 0 && <StateMark state="notice">{said.notices(notices)}</StateMark>}
    </>
  );
};

/** Notices have rows of their own, by what became of them. */
const fates: Partial<Readonly<Record<HealthFinding['part'], string>>> = {
  mail_pending: 'pending',
  mail_doubtful: 'doubtful',
  mail_failed: 'failed',
  mail_unaddressed: 'unaddressed',
};

const CountOf = ({ part, count }: HealthFinding) => {
  const { me } = useSession();
  if (count === null) return null;
  const fate = fates[part];
  const address = part === 'repairs' ? '#repairs' : fate && `/admin/outgoing?state=${fate}`;
  if (count === 0 || address === undefined || (fate && !me.rights.includes('see_outgoing')))
    return <>{count}</>;
  return (
    <Link to={address} aria-label={said.seeRows(count, said.parts[part].name)}>
      {count}
    </Link>
  );
};

const particularsOf = ({ part, count }: HealthFinding, { late, submissions, heartbeats }: Health): string => {
  if (part === 'late' && count !== 0) return said.lateOf(late.items, late.plans, late.mailboxes);
  if (part === 'submissions' && submissions.oldestReceivedAt !== null)
    return said.oldest(fullInstant(submissions.oldestReceivedAt));
  const beat = part === 'watch' ? heartbeats.find(({ name }) => name === 'watch') : undefined;
  return beat ? said.watchOf(Number(beat.detail['late'] ?? 0), Number(beat.detail['repaired'] ?? 0)) : '';
};

const columnsFor = (health: Health): readonly Column<HealthFinding>[] => [
  {
    head: said.part,
    cell: (finding) => (
      <>
        {said.parts[finding.part].name} <span className={styles.sub}>{particularsOf(finding, health)}</span>
      </>
    ),
  },
  { head: said.state, cell: ({ state }) => <StateMark state={state}>{said.states[state]}</StateMark> },
  { head: said.count, cell: (finding) => <CountOf {...finding} /> },
  {
    head: said.todo,
    kind: 'main',
    cell: ({ part, state, count }) =>
      state === 'well' && !(part === 'mail_pending' && count) ? '' : said.parts[part].todo,
  },
];

const Findings = ({ health }: { readonly health: Health }) => (
  <Panel title={said.summary} note={text.frame.asOf(fullInstant(health.checkedAt))}>
    <PlainTable
      label={said.summary}
      columns={columnsFor(health)}
      rows={health.findings}
      keyOf={({ part }) => part}
    />
  </Panel>
);
