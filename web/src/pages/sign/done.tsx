/** What became of a decision, and where to go from it: the next signature, an instruction on top, or back. */
import { Link } from 'react-router';
import type { Item } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { text } from '../../text';
import styles from './confirm.module.css';
import { Leaving, type Onward } from './leaving';

export interface DoneProps {
  readonly item: Item;
  readonly title: string;
  /** The version that was decided on. */
  readonly since: number;
  readonly onward: Onward;
}

export const Done = ({ item, title, since, onward }: DoneProps) => {
  const { to } = usePlan();
  const { data = item } = useAnswer<Item>(`/items/${item.id}`);
  const issued = data.documents.filter(({ seq }) => seq > since);
  return (
    <div role="status">
      <p className={styles.what}>
        <b className="serif">{item.number}</b>
        {title}
      </p>
      <ul className={styles.sent}>
        {issued.map(({ id, title: paper, mark }) => (
          <li key={id}>
            <Link to={to(`documents/${id}`)}>{paper}</Link> {text.sign.sheet.issued(mark)}
          </li>
        ))}
        {issued.length === 0 && <li>{text.sign.sheet.recorded}</li>}
        {mayInstruct(data) && (
          <li>
            <Link to={`${to(`items/${item.id}`)}?do=instruct&item=${item.id}`}>
              {text.sign.sheet.instruct}
            </Link>
          </li>
        )}
      </ul>
      <Leaving onward={onward} />
    </div>
  );
};

/** A demand of one's own goes on record as an instruction, with a date of its own. */
const mayInstruct = ({ available }: Item): boolean =>
  available.some(({ command, allowed }) => command === 'instruct' && allowed);
