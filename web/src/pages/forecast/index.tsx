/** What will happen if nobody acts: whom it will tell, how much of it falls on whom, and what another policy would make of it. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Entries, ItemCard } from '../../data/contract';
import { useWhole } from '../../data/query';
import { usePlan, useSession } from '../../data/session';
import { dateOf } from '../../parts/dates';
import { PageHead } from '../../parts/page-head';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import { useForecast } from './asking';
import { Band } from './band';
import { Controls } from './controls';
import type { Forecast, Owners } from './course';
import { Figures } from './figures';
import { LoadTable } from './load-table';
import { MomentsPanel } from './moments-panel';
import { OfficersTable } from './officers-table';
import { Trial } from './trial';
import { useView } from './view';
import styles from './forecast.module.css';

export const Page = () => {
  const { plan, pulse } = usePlan();
  const { me } = useSession();
  const { view, change } = useView();
  const scope = { plan: plan.id, item: view.item, days: view.days };
  const forecast = useForecast(scope);
  const cards = useWhole<ItemCard>(`/plans/${plan.id}/items`);
  const owners: Owners = new Map((cards.data?.entries ?? []).map((card) => [card.id, card]));
  const sub = (me.actingFor ?? me.person).unit ? text.forecast.subOwn : text.forecast.sub;
  const until = forecast.data ? dateOf(forecast.data.until) : '';
  return (
    <>
      <PageHead
        title={text.forecast.title}
        sub={sub(pulse.today, until)}
        aside={
          <Button
            onClick={() => change(view.trying ? { try: null, policy: null } : { try: '' })}
            aria-expanded={view.trying}
          >
            {view.trying ? text.forecast.whatIf.close : text.forecast.whatIf.open}
          </Button>
        }
      />
      <Controls owners={owners} />
      {view.item !== null && (
        <p className={styles.only}>
          {text.forecast.oneItem} <b>{owners.get(view.item) && numberOf(cards.data, view.item)}</b>{' '}
          <Link to={{ search: `?days=${view.days}` }}>{text.forecast.allItems}</Link>
        </p>
      )}
      <Band>{text.forecast.nothingWritten}</Band>
      {view.trying && <Trial scope={scope} />}
      <Shown of={forecast}>{(found) => <Ahead forecast={found} owners={owners} />}</Shown>
    </>
  );
};

const numberOf = (cards: Entries<ItemCard> | undefined, id: string): number | undefined =>
  cards?.entries.find((card) => card.id === id)?.number;

const Ahead = ({ forecast, owners }: { readonly forecast: Forecast; readonly owners: Owners }) => {
  const { truncated, leftOut, load, asOf, until } = forecast;
  return (
    <div className={styles.stack}>
      {(truncated > 0 || leftOut > 0) && (
        <p className="note" role="status">
          {truncated > 0 && text.forecast.truncated(truncated)}{' '}
          {leftOut > 0 && text.forecast.leftOut(leftOut)}
        </p>
      )}
      <Figures forecast={forecast} owners={owners} />
      {load && <LoadTable load={load} from={dateOf(asOf)} to={dateOf(until)} />}
      {load && load.officers.length > 0 && (
        <OfficersTable load={load} from={dateOf(asOf)} to={dateOf(until)} />
      )}
      <MomentsPanel forecast={forecast} owners={owners} />
    </div>
  );
};
