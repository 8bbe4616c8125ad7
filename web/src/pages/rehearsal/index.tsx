/** What each move of the rehearsal's clock made happen, day by day, with the way to every item. */
import { Select, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { advancesPath, useAdvance, useAdvances } from '../../data/advance';
import type { AdvanceEntry, AdvanceSpan } from '../../data/contract';
import { useEntries } from '../../data/query';
import { usePlan } from '../../data/session';
import { totalOf } from '../../frame/just-happened';
import { fullInstant } from '../../parts/dates';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { Empty, Failed, Loading } from '../../parts/states';
import { text } from '../../text';
import { Chronicle } from './chronicle';
import styles from './rehearsal.module.css';

const said = text.rehearsal.page;
const pageSize = 200;

export const Page = () => {
  const { plan, pulse, to } = usePlan();
  const [search] = useSearchParams();
  const advances = useAdvances(plan.id, pulse.running);
  if (!advances) return <Loading />;
  const chosen = advances.find(({ id }) => id === search.get('advance')) ?? advances[0];
  return (
    <>
      <PageHead title={said.title} sub={said.sub} aside={<Link to={to('forecast')}>{said.forecast}</Link>} />
      {chosen ? (
        <>
          <Controls advances={advances} chosen={chosen} />
          <Happened key={`${chosen.id} ${chosen.state}`} advance={chosen} />
        </>
      ) : (
        <Panel title={said.which}>
          <Empty title={said.never}>{said.neverHint}</Empty>
        </Panel>
      )}
    </>
  );
};

interface ControlsProps {
  readonly advances: readonly AdvanceSpan[];
  readonly chosen: AdvanceSpan;
}

const Controls = ({ advances, chosen }: ControlsProps) => {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | null): void =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  return (
    <div className={styles.controls}>
      <label className={styles.which}>
        <span>{said.which}</span>
        <Select
          value={chosen.id}
          options={advances.map(({ id, from, to: reached, by }) => ({
            value: id,
            label: said.one(fullInstant(from), fullInstant(reached), by.name),
          }))}
          onChange={(id: string) => set('advance', id)}
          popupMatchSelectWidth={false}
        />
      </label>
      <Segmented
        aria-label={said.filter}
        value={search.get('told') === null ? 'all' : 'told'}
        options={[
          { value: 'all', label: said.everything },
          { value: 'told', label: said.onlyTold },
        ]}
        onChange={(value) => set('told', value === 'told' ? '1' : null)}
      />
    </div>
  );
};

const Happened = ({ advance }: { readonly advance: AdvanceSpan }) => {
  const { plan } = usePlan();
  const [search] = useSearchParams();
  const running = advance.state === 'running';
  const known = useAdvance(plan.id, advance);
  const { entries, isPending, error, more, again } = useEntries<AdvanceEntry>(
    running ? null : `${advancesPath(plan.id)}/${advance.id}/happened?limit=${pageSize}`,
  );
  const title = `${fullInstant(advance.from)} → ${fullInstant(advance.to)}`;
  if (running)
    return (
      <Panel title={title}>
        <Empty title={said.running} />
      </Panel>
    );
  if (error) return <Failed error={error} again={again} />;
  if (isPending || !known) return <Loading rows={8} />;
  const total = totalOf(known);
  const shown = search.get('told') === null ? entries : entries.filter(({ told }) => told.length > 0);
  return (
    <Panel title={title} note={more ? said.loaded(entries.length, total) : said.entries(total)}>
      {shown.length === 0 ? (
        <Empty title={total === 0 ? said.none : said.nobodyTold}>{total === 0 && said.noneHint}</Empty>
      ) : (
        <Chronicle entries={shown} more={more} />
      )}
    </Panel>
  );
};
