/** The office's bench: its own clocks first, then what is late, then what goes up, comes and lies on whom. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { Desk, PressedPage } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan, useSession } from '../../data/session';
import { addDays, weekdayOf } from '../../parts/dates';
import { PageHead } from '../../parts/page-head';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import { language } from '../../text/language';
import { Clocks, type Clock } from './clocks';
import { LoadPanel } from './load-panel';
import { PressedPanel, pressedPath } from './pressed-panel';
import { countsOf, dueWithin, queueOf } from './queue';
import { QueuePanel } from './queue-panel';
import { AheadPanel, SentUpPanel, SoonPanel } from './rail';
import { ReviewDrawer } from './review-drawer';
import { SendUpPanel } from './send-up-panel';
import styles from './office.module.css';

const soonDays = 7;

export const Page = () => {
  const { plan } = usePlan();
  const desk = useAnswer<Desk>(`/plans/${plan.id}/desk`);
  useAnchor(desk.data !== undefined);
  return (
    <>
      <PageHead
        title={text.frame.pages.office}
        sub={desk.data && subOf(desk.data)}
        aside={desk.data && <OwnClocks desk={desk.data} />}
      />
      <Shown of={desk}>{(found) => <Bench desk={found} />}</Shown>
    </>
  );
};

const lastDayOf = ({ today }: Desk): string => addDays(today, soonDays);

/** An address may name a panel: once it is there one is taken to it. */
const useAnchor = (isThere: boolean): void => {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (isThere && hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' });
  }, [isThere, hash, key]);
};

const Bench = ({ desk }: { readonly desk: Desk }) => (
  <>
    <div className={styles.columns}>
      <div className={styles.main}>
        <QueuePanel desk={desk} />
        <PressedPanel />
      </div>
      <div className={styles.rail}>
        <SendUpPanel desk={desk} />
        <SentUpPanel desk={desk} />
        <AheadPanel />
        <SoonPanel desk={desk} lastDay={lastDayOf(desk)} />
        <LoadPanel load={desk.load} />
      </div>
    </div>
    <ReviewDrawer desk={desk} />
  </>
);

/** `2023-03-03 周五，何清、郑一帆、林可在岗`. */
const subOf = ({ today, load }: Desk): string => {
  const day = `${today} ${weekdayOf(today, language)}`;
  const names = text.office.list(load.map(({ person }) => person.name));
  return load.length === 0 ? day : text.office.with(day, text.office.present(names));
};

const OwnClocks = ({ desk }: { readonly desk: Desk }) => {
  const { plan } = usePlan();
  const { role } = useSession();
  const pressed = useAnswer<PressedPage>(pressedPath(plan.id, 'overdue'));
  const counts = countsOf(queueOf(desk, role), desk.today);
  const clocks: readonly Clock[] = [
    { name: 'late', count: counts.late, to: '?queue=late#queue' },
    { name: 'today', count: counts.today, to: '?queue=today#queue' },
    { name: 'unanswered', count: pressed.data?.counts.unanswered ?? null, to: '?late=unanswered#late' },
    { name: 'soon', count: dueWithin(desk, lastDayOf(desk)).length, to: '#soon' },
  ];
  return <Clocks clocks={clocks} />;
};
