/** One item, in the order in which it is asked about: what is it, why does it stand so, who owes the next step, what can I do. */
import { useParams } from 'react-router';
import type { Entries, Item, ItemWaiting, Matter } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { fullInstant } from '../../parts/dates';
import { useTitle } from '../../parts/page-head';
import { Failed, Loading } from '../../parts/states';
import { text } from '../../text';
import { ActionsPanel } from './actions-panel';
import { DocumentsPanel } from './documents-panel';
import { EvidencePanel } from './evidence-panel';
import { HistoryPanel } from './history-panel';
import { ItemHead } from './item-head';
import { LifeTrack } from './life-track';
import { MattersPanel } from './matters-panel';
import { MeasuresPanel } from './measures-panel';
import { MilestonesPanel } from './milestones-panel';
import { OwesPanel } from './owes-panel';
import { SourcePanel } from './source-panel';
import { useAnchor } from './use-anchor';
import { WholeFileProvider } from './whole-file';
import { WhyPanel } from './why-panel';
import styles from './item.module.css';

export const Page = () => {
  const { item: id = '' } = useParams();
  const item = useAnswer<Item>(`/items/${id}`);
  // What is shown of another item stays no longer than until this one's answer.
  if (item.data?.id === id) return <Sheet item={item.data} />;
  if (item.error) return <Failed error={item.error} again={() => void item.refetch()} whole />;
  return <Loading rows={12} />;
};

const Sheet = ({ item }: { readonly item: Item }) => {
  const waiting = useAnswer<ItemWaiting>(item.former === null ? `/items/${item.id}/waiting` : null);
  const matters = useAnswer<Entries<Matter>>(`/items/${item.id}/matters`);
  useTitle(`${item.number} ${item.title}`);
  useAnchor();
  const known = matters.data?.entries ?? [];
  return (
    <WholeFileProvider item={item.id}>
      <div className={styles.sheet}>
        <ItemHead item={item} />
        <LifeTrack item={item} />
        {item.former !== null && (
          <p className={styles.former} role="note">
            {text.item.former(fullInstant(item.former.until))}
          </p>
        )}
        <div className={styles.columns}>
          <div className={styles.main}>
            <WhyPanel item={item} matters={known} />
            <MilestonesPanel item={item} />
            <EvidencePanel item={item} matters={known} />
            <MeasuresPanel item={item} />
            <MattersPanel item={item} matters={matters} />
          </div>
          <aside className={styles.rail}>
            {item.former === null && <ActionsPanel item={item} />}
            <OwesPanel item={item} waiting={waiting.data ?? null} />
            <DocumentsPanel item={item} />
            <SourcePanel item={item} />
          </aside>
        </div>
        <HistoryPanel item={item} />
      </div>
    </WholeFileProvider>
  );
};
