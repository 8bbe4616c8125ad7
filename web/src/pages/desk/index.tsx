/** What I must do today, in order of danger; beside it what is mine, what lies with others and what is done. */
import { Link } from 'react-router';
import { tasksOf } from '../../commands/tasks-of';
import type { Desk } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { PageHead } from '../../parts/page-head';
import { Empty, Shown } from '../../parts/states';
import { text } from '../../text';
import { Ahead } from './ahead';
import styles from './desk.module.css';
import { DoneToday } from './done-today';
import { MyItems } from './my-items';
import { countsOf } from './task-words';
import { Tasks } from './tasks';
import { WeekNotices } from './week-notices';
import { WithOthers } from './with-others';

const said = text.desk;
/** Fewer leave room below them, which the end of the rail then takes. */
const fewTasks = 4;

export const Page = () => {
  const { plan } = usePlan();
  const desk = useAnswer<Desk>(`/plans/${plan.id}/desk`);
  return (
    <Shown of={desk} whole>
      {(found) => <DeskPage desk={found} />}
    </Shown>
  );
};

const DeskPage = ({ desk }: { readonly desk: Desk }) => {
  const tasks = tasksOf(desk.owed);
  const { over, late, soon } = countsOf(tasks);
  const sub = tasks.length === 0 ? said.nothingSub : `${said.sub(over, late, soon)}${said.order}`;
  const few = tasks.length < fewTasks;
  const behind = (
    <>
      <DoneToday today={desk.today} />
      <WeekNotices today={desk.today} />
    </>
  );
  return (
    <>
      <PageHead title={tasks.length === 0 ? said.nothing : said.title(tasks.length)} sub={sub} />
      <div className={styles.cols}>
        <div className={styles.main}>
          {tasks.length === 0 ? <NothingToDo desk={desk} /> : <Tasks tasks={tasks} />}
          {(tasks.length > 0 || desk.upcoming.length > 0) && <Ahead desk={desk} />}
          {few && <div className={styles.pair}>{behind}</div>}
        </div>
        <div className={styles.rail}>
          <MyItems />
          <WithOthers entries={desk.withOthers} today={desk.today} />
          {!few && behind}
        </div>
      </div>
    </>
  );
};

/** Nothing today: what comes next. */
const NothingToDo = ({ desk: { upcoming, today } }: { readonly desk: Desk }) => {
  const { to } = usePlan();
  const [next] = upcoming;
  return (
    <section className={styles.nothing} aria-label={said.tasks}>
      <Empty
        title={
          next ? said.comesNext(shortDate(next.until, today), next.title, next.item.number) : said.noneAhead
        }
      >
        <Link to={to(next ? `items/${next.item.id}` : 'items')}>{next ? said.alsoItem : said.seeItems}</Link>
      </Empty>
    </section>
  );
};
