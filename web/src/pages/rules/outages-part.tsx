/** Outages of the system: recorded by one person, confirmed by another, each after what it moves has been seen. */
import { Button } from 'antd';
import { useState } from 'react';
import type { Outage, OutageBook } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { fullInstant } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { PlainTable, type Column } from '../../parts/plain-table';
import { Empty, Shown } from '../../parts/states';
import { StateMark } from '../../parts/state-mark';
import { text } from '../../text';
import { ConfirmPanel } from './confirm-panel';
import { commandIn, WhyNot } from './deciding';
import { RecordPanel } from './record-panel';
import styles from './rules.module.css';

const said = text.rules.outages;

export const OutagesPart = () => {
  const { plan } = usePlan();
  const book = useAnswer<OutageBook>(`/plans/${plan.id}/outages`);
  return <Shown of={book}>{(found) => <Outages book={found} />}</Shown>;
};

/** What is being done beneath the list: nothing, a new one, or the confirmation of one. */
type Doing = 'recording' | number | null;

const Outages = ({ book: { entries, available } }: { readonly book: OutageBook }) => {
  const [doing, setDoing] = useState<Doing>(null);
  const record = commandIn(available, 'recordOutage');
  const confirmed = entries.find(({ outage }) => outage === doing);
  const end = (): void => setDoing(null);
  return (
    <div className={styles.stack}>
      <Panel
        title={said.listed}
        {...(entries.length > 0 ? { count: entries.length } : {})}
        aside={
          <Button disabled={record?.allowed !== true} onClick={() => setDoing('recording')}>
            {said.record}
          </Button>
        }
      >
        {entries.length === 0 ? (
          <Empty title={said.none}>{said.noneWhat}</Empty>
        ) : (
          <PlainTable
            label={said.listed}
            columns={columnsFor(setDoing)}
            rows={[...entries].reverse()}
            keyOf={({ outage }) => String(outage)}
          />
        )}
        {record?.allowed === false && (
          <div className={styles.more}>
            <WhyNot command={record} />
          </div>
        )}
      </Panel>
      {doing === 'recording' && <RecordPanel record={record} end={end} />}
      {confirmed && <ConfirmPanel key={confirmed.outage} outage={confirmed} end={end} />}
    </div>
  );
};

const Confirmation = ({ outage: { confirmedBy, confirmedAt } }: { readonly outage: Outage }) =>
  confirmedBy === null || confirmedAt === null ? (
    <StateMark state="notice">{said.waiting}</StateMark>
  ) : (
    <>{said.by(confirmedBy, fullInstant(confirmedAt))}</>
  );

const columnsFor = (confirm: (outage: number) => void): readonly Column<Outage>[] => [
  {
    head: said.span,
    cell: ({ from, to }) => (
      <>
        <span className="nowrap">{fullInstant(from)}</span> —{' '}
        <span className="nowrap">{fullInstant(to)}</span>
      </>
    ),
  },
  { head: said.reason, kind: 'main', cell: ({ reason }) => reason },
  {
    head: said.recorded,
    kind: 'quiet',
    cell: ({ recordedBy, recordedAt }) =>
      said.by(recordedBy.join(text.parts.listMark), fullInstant(recordedAt)),
  },
  { head: said.confirmed, kind: 'quiet', cell: (outage) => <Confirmation outage={outage} /> },
  {
    head: text.admin.people.actions,
    kind: 'end',
    cell: ({ outage, confirmedAt }) =>
      confirmedAt === null && (
        <Button size="small" aria-label={said.confirmOf(outage)} onClick={() => confirm(outage)}>
          {said.confirm}
        </Button>
      ),
  },
];
