/** One closing: what was to be reached against what was, the proof, what everybody said of it, and the decision. */
import { Link, useParams } from 'react-router';
import type { HistoryEntry, Item } from '../../data/contract';
import { useAnswer, useWhole } from '../../data/query';
import { usePlan } from '../../data/session';
import { useTitle } from '../../parts/page-head';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import { ClosingTrack } from './closing-track';
import type { ClosingProps } from './stages';
import { DecisionPanel } from './decision-panel';
import { EvidencePanel } from './evidence-panel';
import { IndicatorsPanel } from './indicators-panel';
import { MeasuresPanel } from './measures-panel';
import { OpinionsPanel } from './opinions-panel';
import styles from './one.module.css';
import { TargetsPanel } from './targets-panel';

export const Page = () => {
  const { item: id = '' } = useParams();
  const item = useAnswer<Item>(`/items/${id}`);
  const history = useWhole<HistoryEntry>(`/items/${id}/history`);
  return (
    <Shown of={item} whole>
      {(found) => <Closing item={found} history={history.data?.entries ?? []} />}
    </Shown>
  );
};

const Closing = ({ item, history }: ClosingProps) => (
  <>
    <Head item={item} />
    <ClosingTrack item={item} history={history} />
    <div className={styles.spread}>
      <div className={styles.column}>
        <TargetsPanel item={item} />
        <MeasuresPanel item={item} />
        <EvidencePanel item={item} />
      </div>
      <div className={styles.column}>
        <DecisionPanel item={item} />
        <OpinionsPanel item={item} history={history} />
        <IndicatorsPanel item={item} />
      </div>
    </div>
  </>
);

const Head = ({ item }: { readonly item: Item }) => {
  const { to } = usePlan();
  useTitle(`${text.closings.title} ${item.number}`);
  const people = [item.unit, ...item.coUnits].map(({ name }) => name).join(text.sign.joined);
  return (
    <header className={styles.head}>
      <p className="note">
        <Link to={to('closings')}>{text.closings.back}</Link>
      </p>
      <h1 className={`serif ${styles.title}`}>
        <b className={item.lifecycle === 'closed' ? styles.struck : ''}>{item.number}</b>
        {item.title}
      </h1>
      <div className={styles.about}>
        <span>{people}</span>
        <Link to={to(`items/${item.id}`)}>{text.closings.record}</Link>
      </div>
    </header>
  );
};
