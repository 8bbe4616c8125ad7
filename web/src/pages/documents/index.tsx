/** The register of numbered documents the reader may see, newest first. */
import { Button, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { DocumentEntry } from '../../data/contract';
import { useEntries, withQuery } from '../../data/query';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { Empty, Failed, Loading } from '../../parts/states';
import { bareName } from '../../parts/bare-name';
import { ViewLinks, withPart } from '../../parts/view-links';
import { text, words } from '../../text';
import { kindOf, type DocumentKind } from './kinds';
import styles from './documents.module.css';

const labels = text.office.documents;

export const Page = () => (
  <>
    <PageHead title={labels.title} sub={labels.sub} aside={<Search />} />
    <Register />
  </>
);

const Search = () => {
  const [search, setSearch] = useSearchParams();
  const find = (said: string): void =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (said.trim() === '') next.delete('search');
      else next.set('search', said.trim());
      return next;
    });
  return (
    <Input.Search
      key={search.get('search')}
      className={styles.search ?? ''}
      defaultValue={search.get('search') ?? ''}
      placeholder={labels.search}
      aria-label={labels.searchLabel}
      maxLength={100}
      allowClear
      onSearch={find}
    />
  );
};

const Register = () => {
  const { plan } = usePlan();
  const [search] = useSearchParams();
  const kind = kindOf(search.get('kind'));
  const said = search.get('search');
  const found = useEntries<DocumentEntry>(withQuery(`/plans/${plan.id}/documents`, { kind, search: said }));
  return (
    <Panel title={kind === null ? labels.all : words.documents[kind]} aside={<Kinds kind={kind} />}>
      {found.error && found.entries.length === 0 ? (
        <Failed error={found.error} again={found.again} />
      ) : found.isPending ? (
        <Loading />
      ) : found.entries.length === 0 ? (
        <NoDocuments filtered={kind !== null || said !== null} />
      ) : (
        <List entries={found.entries} />
      )}
      {found.more && (
        <p className={styles.more}>
          <Button onClick={found.more}>{labels.more}</Button>
        </p>
      )}
    </Panel>
  );
};

const NoDocuments = ({ filtered }: { readonly filtered: boolean }) =>
  filtered ? (
    <Empty title={labels.emptySearch}>
      <Link to="?">{labels.clear}</Link>
    </Empty>
  ) : (
    <Empty title={labels.empty}>{labels.emptyHint}</Empty>
  );

const Kinds = ({ kind }: { readonly kind: DocumentKind | null }) => {
  const [search] = useSearchParams();
  const kinds: readonly (DocumentKind | null)[] = [null, ...(Object.keys(words.documents) as DocumentKind[])];
  const views = kinds.map((one) => ({
    key: one ?? 'all',
    label: one === null ? text.frame.all : words.documents[one],
    to: withPart(search, 'kind', one),
    isHere: one === kind,
  }));
  return <ViewLinks label={labels.kinds} views={views} />;
};

const List = ({ entries }: { readonly entries: readonly DocumentEntry[] }) => {
  const here = usePlan();
  const { columns } = labels;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.mark}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col" colSpan={2}>
              {columns.item}
            </th>
            <th scope="col">{columns.unit}</th>
            <th scope="col">{columns.issued}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, mark, title, item, unit, issuedOn }) => (
            <tr key={id}>
              <th scope="row" className={styles.mark}>
                <Link to={here.to(`documents/${id}`)}>{mark}</Link>
              </th>
              <td className={styles.title}>{title}</td>
              <td className={styles.number}>{item.number}</td>
              <td className={styles.item}>
                <Link to={here.to(`items/${item.id}`)} title={item.title}>
                  {item.title}
                </Link>
              </td>
              <td className="secondary" title={unit.name}>
                {bareName(unit.name)}
              </td>
              <td className={styles.issued}>{shortDate(issuedOn, here.pulse.today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
