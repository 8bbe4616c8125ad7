/** What was asked in the item and what became of it: requests, obstacles, reports, enforcement, each with its answer. */
import { useState } from 'react';
import type { Entries, Item, Matter } from '../../data/contract';
import type { useAnswer } from '../../data/query';
import { shortInstant } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { Empty, Shown } from '../../parts/states';
import { Tabs } from '../../parts/tabs';
import { text } from '../../text';
import { FileLine } from './file-line';
import { matterGroups, ofGroup, type MatterGroup } from './matter-groups';
import { useIsWhole } from './whole-file';
import place from './item.module.css';
import styles from './matters-panel.module.css';

const labels = text.item;
const few = 8;

export interface MattersProps {
  readonly item: Item;
  readonly matters: ReturnType<typeof useAnswer<Entries<Matter>>>;
}

export const MattersPanel = ({ item, matters }: MattersProps) => {
  const [chosen, setGroup] = useState<MatterGroup>('all');
  const group = useIsWhole() ? 'all' : chosen;
  const all = ofGroup(matters.data?.entries ?? [], 'all');
  return (
    <Panel
      title={<span id="matters">{labels.matters}</span>}
      note={String(all.length)}
      aside={
        <Tabs
          label={labels.matters}
          value={group}
          onChange={setGroup}
          options={matterGroups.map((value) => ({ value, label: labels.matterGroups[value] }))}
        />
      }
      className={place.matters ?? ''}
    >
      <Shown of={matters}>
        {({ entries }) => <List key={group} entries={ofGroup(entries, group)} today={item.today} />}
      </Shown>
    </Panel>
  );
};

const List = ({ entries, today }: { readonly entries: readonly Matter[]; readonly today: string }) => {
  const [unfolded, setUnfolded] = useState(false);
  const whole = useIsWhole() || unfolded;
  if (entries.length === 0) return <Empty title={labels.noMatters}>{labels.noMattersHint}</Empty>;
  return (
    <>
      <ul className={styles.list}>
        {(whole ? entries : entries.slice(0, few)).map((matter) => (
          <Row key={matter.asked.seq} matter={matter} today={today} />
        ))}
      </ul>
      {!whole && entries.length > few && (
        <button type="button" className={styles.more} onClick={() => setUnfolded(true)}>
          {labels.olderCount(entries.length - few)}
        </button>
      )}
    </>
  );
};

const Row = ({ matter, today }: { readonly matter: Matter; readonly today: string }) => {
  const { title, asked, answered, open, files } = matter;
  return (
    <li className={styles.row}>
      <span className={styles.kind}>{title}</span>
      <div className={styles.what}>
        <p>
          {asked.text}
          <span className={styles.who}>
            {asked.who} {shortInstant(asked.at, today)}
          </span>
        </p>
        {files.length > 0 && (
          <ul>
            {files.map((file) => (
              <FileLine key={file.id} file={file} />
            ))}
          </ul>
        )}
        {answered && (
          <p className={styles.answer}>
            {answered.text}
            <span className={styles.who}>
              {answered.who} {shortInstant(answered.at, today)}
            </span>
          </p>
        )}
      </div>
      {open && <span className={styles.open}>{labels.open}</span>}
    </li>
  );
};
