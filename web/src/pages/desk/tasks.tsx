/** The list of what is to be done; a long one begins with its most dangerous part. */
import { Button } from 'antd';
import { useState } from 'react';
import type { TaskShown } from '../../commands/tasks-of';
import { text } from '../../text';
import styles from './desk.module.css';
import { Task } from './task';

/** As many as somebody can begin a day with. */
const atFirst = 12;

export const Tasks = ({ tasks }: { readonly tasks: readonly TaskShown[] }) => {
  const [all, setAll] = useState(false);
  const shown = all ? tasks : tasks.slice(0, atFirst);
  const left = tasks.length - shown.length;
  return (
    <section className={styles.sheet} aria-label={text.desk.tasks}>
      <h2 className="unseen">{text.desk.tasks}</h2>
      <ol>
        {shown.map((task, index) => (
          <Task
            key={`${task.entry.item.id} ${task.entry.kind} ${task.entry.id}`}
            task={task}
            first={index === 0}
          />
        ))}
      </ol>
      {left > 0 && (
        <div className={styles.more}>
          <Button onClick={() => setAll(true)}>{text.desk.moreTasks(left)}</Button>
        </div>
      )}
    </section>
  );
};
