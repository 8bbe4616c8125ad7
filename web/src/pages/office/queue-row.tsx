/** One thing the office owes: what it is, since when, how much of the term is used, and the way to settle it. */
import { Button, Checkbox } from 'antd';
import type { MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { DoButton } from '../../commands/doing';
import { isCommand } from '../../commands/forms';
import type { DeskEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { DayBoxes, TermLeft } from '../../parts/day-boxes';
import { plainTile } from '../../parts/tile-title';
import { bareName } from '../../parts/bare-name';
import { text } from '../../text';
import type { Choosing } from './chosen';
import { givenFor, hasMatter, isRequest } from './queue';
import { useReview } from './reviewing';
import styles from './queue.module.css';

export interface QueueRowProps {
  readonly entry: DeskEntry;
  readonly today: string;
  /** The one to begin with. */
  readonly main: boolean;
  /** Null where rows are not ticked. */
  readonly choosing: Choosing | null;
}

export const QueueRow = ({ entry, today, main, choosing }: QueueRowProps) => {
  const here = usePlan();
  const { item, workingDays, holders } = entry;
  return (
    <tr>
      {choosing && (
        <td className={styles.check}>
          <Checkbox
            checked={choosing.ids.has(item.id)}
            onChange={() => choosing.toggle(item.id)}
            aria-label={text.office.queue.choose(item.number)}
          />
        </td>
      )}
      <td className={styles.kind}>{entry.title}</td>
      <td className={styles.number}>{item.number}</td>
      <th scope="row" className={styles.item}>
        <Link to={here.to(`items/${item.id}`)} title={item.title}>
          {entry.about ?? plainTile(item.tile)}
        </Link>
      </th>
      <td className={`secondary ${styles.unit}`} title={item.unit.name}>
        {bareName(item.unit.name)}
      </td>
      <td className={styles.since}>{entry.since === null ? '' : shortDate(entry.since, today)}</td>
      <td className={styles.days}>
        <span className={styles.term}>
          <span className={styles.boxes}>
            <DayBoxes term={workingDays} />
          </span>
          <TermLeft term={workingDays} />
        </span>
      </td>
      <td className={`secondary ${styles.who}`}>
        {holders.length === 0 ? text.parts.nobody : text.office.list(holders.map(({ name }) => name))}
      </td>
      <td className={styles.act}>
        <Act entry={entry} main={main} />
      </td>
    </tr>
  );
};

/** Where something was handed in, one looks at it first; else straight to the form. */
const Act = ({ entry, main }: { readonly entry: DeskEntry; readonly main: boolean }) => {
  const review = useReview();
  const navigate = useNavigate();
  const about = `${entry.title} ${entry.item.number}`;
  if (hasMatter(entry)) {
    const to = review.address(entry.item.id, entry.id);
    const word = isRequest(entry) ? text.office.queue.decide : text.office.queue.review;
    const open = (event: MouseEvent): void => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      void navigate(to);
    };
    return (
      <Button
        size="small"
        type={main ? 'primary' : 'default'}
        href={to}
        onClick={open}
        aria-label={`${word} ${about}`}
      >
        {word}
      </Button>
    );
  }
  const command = entry.commands.find(isCommand);
  if (command === undefined) return null;
  return (
    <DoButton
      item={entry.item.id}
      command={command}
      given={givenFor(entry)}
      main={main}
      size="small"
      about={about}
    />
  );
};
