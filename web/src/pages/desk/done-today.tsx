/** What I have done today, and what became of it. */
import { Link } from 'react-router';
import type { Entries, Submission } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { isCommand } from '../../commands/forms';
import { dateOf, timeOf } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { text, words } from '../../text';
import { useUnitItems } from './my-items';
import styles from './rail.module.css';

const said = text.desk;

export const DoneToday = ({ today }: { readonly today: string }) => {
  const { plan } = usePlan();
  const { data } = useAnswer<Entries<Submission>>(`/plans/${plan.id}/submissions`);
  if (!data) return null;
  const ofToday = data.entries.filter(
    ({ item, receivedAt }) => item !== null && dateOf(receivedAt) === today,
  );
  return (
    <Panel title={said.today} {...(ofToday.length > 0 ? { count: ofToday.length } : {})}>
      {ofToday.length === 0 ? (
        <p className={styles.none}>{said.notYetToday}</p>
      ) : (
        <ul className={styles.list}>
          {ofToday.map((one) => (
            <Row key={one.id} submission={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** What an item is called: known of the unit's own. */
const useNumbers = (): ReadonlyMap<string, number> => {
  const lead = useUnitItems('unit').items.data?.entries ?? [];
  const assisted = useUnitItems('coUnit').items.data?.entries ?? [];
  return new Map([...lead, ...assisted].map(({ id, number }) => [id, number]));
};

const Row = ({ submission }: { readonly submission: Submission }) => {
  const { to } = usePlan();
  const { item, command, receivedAt, state, problem } = submission;
  const number = useNumbers().get(item ?? '');
  const name = isCommand(command) ? words.commands[command] : command;
  return (
    <li>
      <p className={styles.first}>
        <Link className={styles.plain} to={to(`items/${item ?? ''}`)}>
          {number === undefined ? name : `${name} ${said.ofItem(number)}`}
        </Link>
        <span className={styles.time}>{timeOf(receivedAt)}</span>
      </p>
      {state === 'undecided' && <p className={styles.second}>{said.undecided}</p>}
      {problem && (
        <p className={styles.second}>
          {said.refused}
          {problem.detail}
        </p>
      )}
    </li>
  );
};
