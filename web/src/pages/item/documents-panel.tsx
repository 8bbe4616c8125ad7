/** Numbered documents of the item, and those that wait for their signature. */
import { useState } from 'react';
import { Link } from 'react-router';
import type { Item } from '../../data/contract';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { text, words } from '../../text';
import { useIsWhole } from './whole-file';
import place from './item.module.css';
import styles from './documents-panel.module.css';

const labels = text.item;
const few = 10;

export const DocumentsPanel = ({ item }: { readonly item: Item }) => {
  const [unfolded, setUnfolded] = useState(false);
  const whole = useIsWhole() || unfolded;
  const { to } = usePlan();
  const { documents, proposal } = item;
  const shown = whole ? documents : documents.slice(0, few);
  return (
    <Panel
      title={<span id="documents">{labels.documents}</span>}
      note={labels.documentsCount(documents.length)}
      className={place.documents ?? ''}
    >
      {documents.length === 0 && proposal === null && <Empty title={labels.noDocuments} />}
      <ul className={styles.list}>
        {proposal !== null && (
          <li>
            <span>{words.levels[`listed_${proposal.level as 1 | 2 | 3}`]}</span>
            <span className={styles.mark}>{labels.proposed}</span>
            <span className={styles.date}>{labels.draft}</span>
          </li>
        )}
        {shown.map(({ id, title, mark, issuedOn }) => (
          <li key={id}>
            <Link to={to(`documents/${id}`)}>{title}</Link>
            <span className={styles.mark}>{mark}</span>
            <time dateTime={issuedOn} className={styles.date}>
              {shortDate(issuedOn, item.today)}
            </time>
          </li>
        ))}
      </ul>
      {!whole && documents.length > few && (
        <button type="button" className={styles.more} onClick={() => setUnfolded(true)}>
          {labels.olderCount(documents.length - few)}
        </button>
      )}
    </Panel>
  );
};
