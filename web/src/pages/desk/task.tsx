/** One thing to do: how urgent, what, what follows if it is left, and its form one click away. */
import { Button } from 'antd';
import { Link } from 'react-router';
import { DoButton } from '../../commands/doing';
import { isCommand } from '../../commands/forms';
import { givenOf } from '../../commands/given-of';
import type { TaskShown } from '../../commands/tasks-of';
import type { AvailableCommand, DeskEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { dateOf, shortDate } from '../../parts/dates';
import { LevelTag, PlainTag } from '../../parts/enforcement';
import { LightMark } from '../../parts/light';
import { text } from '../../text';
import styles from './task.module.css';
import { clockDate, clockFigure, consequencesOf, matterOf, subjectOf } from './task-words';

const said = text.desk;

export interface TaskProps {
  readonly task: TaskShown;
  /** The one to begin with. */
  readonly first: boolean;
}

export const Task = ({ task, first }: TaskProps) => {
  const { pulse, to } = usePlan();
  const { entry } = task;
  const [settling, ...others] = entry.available;
  const { item } = entry;
  return (
    <li className={`${styles.task} ${entry.kind === 'milestone' && entry.over ? styles.red : ''}`}>
      <TaskClock entry={entry} today={pulse.today} />
      <div className={styles.what}>
        <h3>
          {settling?.title}
          <span>{subjectOf(entry)}</span>
        </h3>
        <p className={styles.item}>
          <Link to={to(`items/${item.id}`)}>
            <b className="serif">{item.number}</b>
            {item.title}
          </Link>
          <span className={styles.quiet}>{matterOf(task)}</span>
        </p>
        <Follows entry={entry} today={pulse.today} />
      </div>
      <div className={styles.go}>
        {settling && <Settle entry={entry} command={settling} main={first} />}
        {others
          .filter(({ allowed }) => allowed)
          .map((command) => (
            <Aside key={command.command} entry={entry} command={command} />
          ))}
      </div>
    </li>
  );
};

/** A milestone has a light; a case colours nothing, it has its own clock. */
const TaskClock = ({ entry, today }: { readonly entry: DeskEntry; readonly today: string }) => {
  const figure = clockFigure(entry);
  return (
    <div className={`${styles.clock} ${entry.over ? styles.late : ''}`}>
      <ClockWord entry={entry} />
      {figure !== null && <b>{figure}</b>}
      <span className="caption">{clockDate(entry, today)}</span>
    </div>
  );
};

const ClockWord = ({ entry }: { readonly entry: DeskEntry }) => {
  if (entry.light !== null) return <LightMark shape={entry.light} />;
  if (entry.over) return <LightMark shape="red" word={said.overTerm} />;
  return (
    <span className={styles.inTerm}>
      <svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" aria-hidden="true">
        <circle cx="6" cy="6" r="5" strokeWidth="1.4" />
        <path d="M6 3.2V6l1.9 1.4" strokeWidth="1.4" />
      </svg>
      {said.inTerm}
    </span>
  );
};

const Follows = ({ entry, today }: { readonly entry: DeskEntry; readonly today: string }) => {
  const { level } = entry.item;
  const consequences = consequencesOf(entry, today);
  return (
    <p className={styles.follows}>
      {(level !== 'none' || entry.since !== null) && (
        <span className={styles.tags}>
          <LevelTag level={level} />
          {entry.since !== null && <PlainTag>{said.since(shortDate(dateOf(entry.since), today))}</PlainTag>}
        </span>
      )}
      {consequences.length > 0 && (
        <span>
          {said.otherwise}
          {consequences.map(({ key, date, what }, index) => (
            <span key={key}>
              {index > 0 && said.comma}
              <b>{date}</b> {what}
            </span>
          ))}
        </span>
      )}
    </p>
  );
};

interface CommandProps {
  readonly entry: DeskEntry;
  readonly command: AvailableCommand;
}

const Settle = ({ entry, command, main }: CommandProps & { readonly main: boolean }) => {
  if (command.allowed && isCommand(command.command))
    return (
      <DoButton
        item={entry.item.id}
        command={command.command}
        given={givenOf(entry)}
        main={main}
        block
        about={aboutOf(entry)}
      />
    );
  return (
    <>
      <Button block disabled>
        {command.title}
      </Button>
      {command.reason && <p className={styles.reason}>{command.reason.detail}</p>}
    </>
  );
};

/** What else may be done about it, quieter. */
const Aside = ({ entry, command }: CommandProps) =>
  isCommand(command.command) && (
    <span className={styles.aside}>
      <DoButton
        item={entry.item.id}
        command={command.command}
        given={givenOf(entry)}
        size="small"
        block
        about={aboutOf(entry)}
      />
    </span>
  );

const aboutOf = (entry: DeskEntry): string => `${entry.item.number} ${subjectOf(entry)}`;
