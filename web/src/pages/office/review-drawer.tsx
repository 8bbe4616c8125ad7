/** What was handed in to the office, shown whole, with the commands that settle it beneath. */
import { Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { CommandForm } from '../../commands/doing-drawer';
import { isCommand } from '../../commands/forms';
import type { Desk, DeskEntry, HistoryEntry, Item, ItemCommandType } from '../../data/contract';
import { useAnswer, useWhole } from '../../data/query';
import { usePlan } from '../../data/session';
import { DayBoxes, TermLeft } from '../../parts/day-boxes';
import { Empty, Shown } from '../../parts/states';
import { text, words } from '../../text';
import { givenFor } from './queue';
import { Before } from './review-before';
import { Matter } from './review-matter';
import { useReview, type Reviewing } from './reviewing';
import styles from './review.module.css';

const entryIn = ({ owed, withOthers }: Desk, { item, case: id }: Reviewing): DeskEntry | null =>
  [...owed, ...withOthers].find((entry) => entry.item.id === item && entry.id === id) ?? null;

export const ReviewDrawer = ({ desk }: { readonly desk: Desk }) => {
  const { reviewing, end } = useReview();
  const entry = reviewing && entryIn(desk, reviewing);
  return (
    <Drawer
      open={reviewing !== null}
      onClose={end}
      size={720}
      destroyOnHidden
      title={entry ? entry.title : text.office.queue.review}
    >
      {reviewing && !entry && <Empty title={text.office.review.gone} />}
      {entry && <Review key={`${entry.item.id} ${entry.id}`} entry={entry} end={end} />}
    </Drawer>
  );
};

const Review = ({ entry, end }: { readonly entry: DeskEntry; readonly end: () => void }) => {
  const here = usePlan();
  const item = useAnswer<Item>(`/items/${entry.item.id}`);
  const history = useWhole<HistoryEntry>(`/items/${entry.item.id}/history`);
  return (
    <Shown of={item}>
      {(found) => (
        <Shown of={history}>
          {({ entries }) => (
            <>
              <div className={styles.head}>
                <h2>
                  <span className="serif">{found.number}</span> {found.title}
                </h2>
                <p className={styles.facts}>
                  <span>{found.unit.name}</span>
                  <DayBoxes term={entry.workingDays} />
                  <TermLeft term={entry.workingDays} />
                  <Link to={here.to(`items/${found.id}`)}>{text.office.review.toItem}</Link>
                </p>
              </div>
              <Matter entry={entry} item={found} history={entries} />
              <Before entry={entry} item={found} history={entries} />
              <Decide entry={entry} item={found} end={end} />
            </>
          )}
        </Shown>
      )}
    </Shown>
  );
};

/** One decision or the other; each has its own form. */
const Decide = ({
  entry,
  item,
  end,
}: {
  readonly entry: DeskEntry;
  readonly item: Item;
  readonly end: () => void;
}) => {
  const commands = entry.commands.filter(isCommand);
  const [command, choose] = useState<ItemCommandType | undefined>(commands[0]);
  if (command === undefined) return null;
  return (
    <section className={styles.decide} aria-label={text.office.review.decide}>
      {commands.length > 1 && (
        <Segmented
          block
          size="large"
          value={command}
          onChange={choose}
          options={commands.map((one) => ({ value: one, label: words.commands[one] }))}
        />
      )}
      <CommandForm
        key={command}
        item={item}
        doing={{ command, item: item.id, given: givenFor(entry) }}
        end={end}
        isNamed
      />
    </section>
  );
};
