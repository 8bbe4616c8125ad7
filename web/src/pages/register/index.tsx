/** The register: every item the viewer may see, narrowed by what the address says, as a table or as cards on a phone. */
import { Button, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { ItemCard } from '../../data/contract';
import { useEntries, type Entered } from '../../data/query';
import { usePlan } from '../../data/session';
import { PageHead } from '../../parts/page-head';
import { Empty, Failed, Loading } from '../../parts/states';
import { text } from '../../text';
import { FilterBar } from './filter-bar';
import { changed, cleared, countOf, filtersIn, itemsPath, sorts, type Filters, type Sort } from './filters';
import { FormerItems } from './former-items';
import { ItemTable } from './item-table';
import styles from './register.module.css';

const said = text.register;
const pageSize = 100;

export const Page = () => {
  const { plan } = usePlan();
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const items = useEntries<ItemCard>(itemsPath(plan.id, filters, pageSize));
  return (
    <>
      <PageHead
        title={said.title}
        sub={items.isPending ? undefined : countSaid(items)}
        aside={
          <Segmented<Sort>
            aria-label={said.sort}
            value={filters.sort}
            options={sorts.map((sort) => ({ value: sort, label: said.sorts[sort] }))}
            onChange={(sort) =>
              setSearch((now) => changed(now, 'sort', sort === 'number' ? null : sort), { replace: true })
            }
          />
        }
      />
      <FilterBar filters={filters} />
      <Listed items={items} filters={filters} />
      <FormerItems />
    </>
  );
};

const countSaid = ({ entries, more }: Entered<ItemCard>): string =>
  more ? said.shownSoFar(entries.length) : said.shown(entries.length);

const Listed = ({ items, filters }: { readonly items: Entered<ItemCard>; readonly filters: Filters }) => {
  const { entries, isPending, error, more, again } = items;
  if (error) return <Failed error={error} again={again} />;
  if (isPending) return <Loading rows={10} />;
  return (
    <section className={styles.sheet} aria-label={said.title}>
      {entries.length === 0 ? <NoItems filters={filters} /> : <ItemTable cards={entries} />}
      {more && (
        <div className={styles.more}>
          <Button onClick={more}>{said.more}</Button>
        </div>
      )}
    </section>
  );
};

const NoItems = ({ filters }: { readonly filters: Filters }) => {
  const [search] = useSearchParams();
  if (countOf(filters) === 0) return <Empty title={said.nothingAtAll}>{said.nothingAtAllHint}</Empty>;
  return (
    <Empty title={said.nothing}>
      <p>{said.nothingHint}</p>
      <Link to={`?${cleared(search).toString()}`}>{said.clear}</Link>
    </Empty>
  );
};
