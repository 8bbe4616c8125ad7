/** The heartbeats and what the watch has repaired. */
import type { Health, Repair } from '../../data/contract';
import { fullInstant, timeOf } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { Empty } from '../../parts/states';
import { StateMark } from '../../parts/state-mark';
import { text } from '../../text';
import styles from './admin.module.css';

const said = text.admin.health;

interface PanelProps {
  readonly health: Health;
}

type Beat = Health['heartbeats'][number];

const beatColumns: readonly Column<Beat>[] = [
  { head: said.beatName, kind: 'main', cell: ({ name }) => said.beatNames[name] ?? name },
  { head: said.beatAt, kind: 'quiet', cell: ({ at }) => fullInstant(at) },
  { head: said.beatAge, cell: ({ ageMs }) => said.ago(Math.round(ageMs / 1000)) },
];

export const BeatsPanel = ({ health: { heartbeats } }: PanelProps) => (
  <Panel title={said.beats}>
    {heartbeats.length === 0 ? (
      <Empty title={said.noBeats}>{said.noBeatsWhat}</Empty>
    ) : (
      <PlainTable label={said.beats} columns={beatColumns} rows={heartbeats} keyOf={({ name }) => name} />
    )}
  </Panel>
);

const repairColumns: readonly Column<Repair>[] = [
  {
    head: said.subject,
    kind: 'main',
    cell: ({ aggregate, subject, error }) => (
      <>
        {said.aggregates[aggregate] ?? aggregate} {subject}
        {error !== null && <span className={styles.sub}>{error}</span>}
      </>
    ),
  },
  { head: said.step, cell: ({ step }) => said.steps[step] },
  { head: said.promised, kind: 'quiet', cell: ({ promisedAt }) => fullInstant(promisedAt) },
  { head: said.repairedAt, kind: 'quiet', cell: ({ at }) => fullInstant(at) },
  {
    head: said.outcome,
    cell: ({ healedAt }) =>
      healedAt === null ? (
        <StateMark state="notice">{said.open}</StateMark>
      ) : (
        <StateMark state="well">{said.healed(timeOf(healedAt))}</StateMark>
      ),
  },
];

export const RepairsPanel = ({ health: { repairs } }: PanelProps) => (
  <div id="repairs">
    <Panel title={said.repairs} note={said.repairsNote}>
      {repairs.latest.length === 0 ? (
        <Empty title={said.noRepairs}>{said.noRepairsWhat}</Empty>
      ) : (
        <PlainTable
          label={said.repairs}
          columns={repairColumns}
          rows={repairs.latest}
          keyOf={({ subject, at, step }) => `${subject} ${at} ${step}`}
        />
      )}
    </Panel>
  </div>
);
