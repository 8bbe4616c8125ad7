/** Listings and delistings that wait for a signature, with who owes it and until when. */
import { Link } from 'react-router';
import type { Board, BoardSignature } from '../../data/contract';
import { usePlan } from '../../data/session';
import { bareName } from '../../parts/bare-name';
import { shortDate } from '../../parts/dates';
import { DayBoxes, TermLeft } from '../../parts/day-boxes';
import { Panel } from '../../parts/panel';
import { signatureTitle } from '../../parts/signature-title';
import { plainTile } from '../../parts/tile-title';
import { text, words } from '../../text';
import styles from './listing-signatures.module.css';

const ofListings: readonly BoardSignature['kind'][] = ['listing_signature', 'delisting_signature'];

/** Nothing while nothing waits. */
export const ListingSignatures = ({ board }: { readonly board: Board }) => {
  const waiting = board.signatures.filter(({ kind }) => ofListings.includes(kind));
  if (waiting.length === 0) return null;
  return (
    <Panel title={text.cockpit.proposals} count={waiting.length} className={styles.panel ?? ''}>
      <ul>
        {waiting.map((signature) => (
          <Row key={`${signature.item.id} ${signature.case}`} signature={signature} today={board.date} />
        ))}
      </ul>
    </Panel>
  );
};

const Row = ({ signature, today }: { readonly signature: BoardSignature; readonly today: string }) => {
  const here = usePlan();
  const { item, mine, holders } = signature;
  const title = signatureTitle(signature);
  return (
    <li className={styles.row}>
      <b className={styles.kind}>{title}</b>
      <Link className={styles.item} to={here.to(`items/${item.id}`)}>
        <b>{item.number}</b>
        {plainTile(item.tile)}
      </Link>
      <span className={styles.by}>
        {words.owners[signature.by]}
        {text.cockpit.dot}
        {holders.map(({ name }) => bareName(name)).join(text.cockpit.listComma) || text.parts.nobody}
      </span>
      <span className={styles.term}>
        <DayBoxes term={signature.workingDays} />
        <TermLeft term={signature.workingDays} />
        <span className="caption">{text.parts.termOn(shortDate(signature.until, today))}</span>
      </span>
      <span className={styles.go}>
        {mine && (
          <Link
            to={here.to(`sign/${item.id}/${signature.case}`)}
            aria-label={text.cockpit.pressToSign(title, item.number)}
          >
            {text.cockpit.goSign}
          </Link>
        )}
      </span>
    </li>
  );
};
