/** Every listing and delisting that was ever issued, newest first. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { DocumentEntry } from '../../data/contract';
import { useEntries, withQuery } from '../../data/query';
import { usePlan } from '../../data/session';
import { Panel } from '../../parts/panel';
import { Empty, Failed, Loading } from '../../parts/states';
import { text } from '../../text';
import styles from './former-listings.module.css';

export const FormerListings = () => {
  const here = usePlan();
  const issued = useEntries<DocumentEntry>(
    withQuery(`/plans/${here.plan.id}/documents`, {
      kind: ['listing_decision', 'delisting_decision'],
      limit: 50,
    }),
  );
  return (
    <Panel
      title={text.cockpit.former}
      note={text.cockpit.formerNote}
      aside={<Link to={here.to('documents')}>{text.frame.pages.documents}</Link>}
    >
      {issued.error && <Failed error={issued.error} again={issued.again} />}
      {issued.isPending && <Loading />}
      {!issued.isPending && !issued.error && issued.entries.length === 0 && (
        <Empty title={text.cockpit.formerNone} />
      )}
      {issued.entries.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.cockpit.issuedOn}</th>
              <th scope="col">{text.cockpit.documentNumber}</th>
              <th scope="col">{text.cockpit.documentKind}</th>
              <th scope="col">{text.cockpit.item}</th>
              <th scope="col">{text.cockpit.unit}</th>
            </tr>
          </thead>
          <tbody>
            {issued.entries.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {issued.more && (
        <p className={styles.more}>
          <Button onClick={issued.more}>{text.frame.more}</Button>
        </p>
      )}
    </Panel>
  );
};

const Row = ({ entry }: { readonly entry: DocumentEntry }) => {
  const here = usePlan();
  return (
    <tr>
      <td className="nowrap">{entry.issuedOn}</td>
      <th scope="row">
        <Link to={here.to(`documents/${entry.id}`)}>{entry.mark}</Link>
      </th>
      <td>{entry.title}</td>
      <td className={styles.item}>
        <Link to={here.to(`items/${entry.item.id}`)}>
          <b>{entry.item.number}</b>
          {entry.item.title}
        </Link>
      </td>
      <td>{entry.unit.name}</td>
    </tr>
  );
};
