/** What was to be reached, by when, and when it was. */
import type { Item, Milestone } from '../../data/contract';
import { dateOf } from '../../parts/dates';
import { BasisTag } from '../../parts/enforcement';
import { LightMark } from '../../parts/light';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { text, words } from '../../text';
import styles from './panels.module.css';

const said = text.closings;

export const TargetsPanel = ({ item }: { readonly item: Item }) => {
  const files = new Map<string, number>();
  for (const { milestone } of item.evidence)
    if (milestone !== null) files.set(milestone, (files.get(milestone) ?? 0) + 1);
  return (
    <Panel title={said.targets} count={item.milestoneList.length} note={said.targetsNote}>
      <PlainTable
        label={said.targets}
        columns={[
          ...columns,
          { head: said.files, kind: 'end', cell: ({ id }) => <Files id={id} n={files.get(id) ?? 0} /> },
        ]}
        rows={item.milestoneList}
        keyOf={({ id }) => id}
      />
    </Panel>
  );
};

const Files = ({ id, n }: { readonly id: string; readonly n: number }) =>
  n === 0 ? <>{text.forecast.whatIf.none}</> : <a href={`#evidence-${id}`}>{n}</a>;

const Due = ({ due, firstDue }: Milestone) => (
  <span className="nowrap">
    {due !== firstDue && (
      <>
        <s className="secondary">{firstDue}</s>{' '}
      </>
    )}
    {due}
  </span>
);

const Result = ({ status, onTime, extensionsGranted, light }: Milestone) => {
  if (status !== 'accepted')
    return (
      <LightMark shape={status === 'dropped' ? 'terminated' : light} word={words.milestoneStatuses[status]} />
    );
  return (
    <>
      <LightMark shape="blue" word={words.milestoneStatuses.accepted} />
      <span className={styles.under}>
        {[
          onTime === true ? said.onTime : said.late,
          ...(extensionsGranted > 0 ? [said.afterExtension(extensionsGranted)] : []),
        ].join(text.sign.comma)}
      </span>
    </>
  );
};

const columns: readonly Column<Milestone>[] = [
  {
    head: said.milestone,
    kind: 'main',
    cell: ({ id, title, basis }) => (
      <span id={`milestone-${id}`}>
        <span className={styles.id}>{id}</span> {title} <BasisTag basis={basis} />
      </span>
    ),
  },
  { head: said.due, cell: (milestone) => <Due {...milestone} /> },
  {
    head: said.accepted,
    kind: 'quiet',
    cell: ({ endedAt, status }) => (
      <span className="nowrap">
        {endedAt !== null && status === 'accepted' ? dateOf(endedAt) : said.notYet}
      </span>
    ),
  },
  { head: said.result, cell: (milestone) => <Result {...milestone} /> },
];
