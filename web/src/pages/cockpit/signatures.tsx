/** What waits for the reader's signature, two taps from being signed, and what waits for others'. */
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { Board, BoardSignature } from '../../data/contract';
import { usePlan } from '../../data/session';
import { dateOf, shortDate } from '../../parts/dates';
import { TermLeft } from '../../parts/day-boxes';
import { Panel } from '../../parts/panel';
import { signatureTitle } from '../../parts/signature-title';
import { Empty } from '../../parts/states';
import { plainTile } from '../../parts/tile-title';
import { text, words } from '../../text';
import styles from './signatures.module.css';

/** So many stand beside the rail without pushing it down. */
const mostRows = 3;

export const Signatures = ({ board }: { readonly board: Board }) => {
  const here = usePlan();
  const mine = board.past ? board.signatures : board.signatures.filter((signature) => signature.mine);
  const others = board.past ? [] : board.signatures.filter((signature) => !signature.mine);
  const onlyOthers = mine.length === 0 && others.length > 0;
  const listed = onlyOthers ? others : mine;
  return (
    <Panel
      className={styles.panel ?? ''}
      title={titleOf(board, onlyOthers)}
      {...(listed.length > 0 ? { count: listed.length } : {})}
      aside={
        board.past ? (
          text.cockpit.signPast
        ) : (
          <Link className="screen-only" to={here.to('sign')}>
            {text.frame.all}
          </Link>
        )
      }
    >
      {listed.length === 0 ? (
        <Empty title={board.past ? text.cockpit.signNonePast : text.cockpit.signNone}>
          {text.cockpit.signNoneHint}
        </Empty>
      ) : (
        <ul className={styles.list}>
          {listed.slice(0, mostRows).map((signature) => (
            <Row key={`${signature.item.id} ${signature.case}`} signature={signature} board={board} />
          ))}
        </ul>
      )}
      {!onlyOthers && others.length > 0 && <p className={styles.others}>{othersSaid(others)}</p>}
    </Panel>
  );
};

const titleOf = (board: Board, onlyOthers: boolean): string => {
  if (board.past) return text.cockpit.pastSignatures;
  return onlyOthers ? text.cockpit.signatures : text.cockpit.mySignatures;
};

const othersSaid = (others: readonly BoardSignature[]): string => {
  const [first] = others;
  if (!first) return '';
  const said = text.cockpit.withOwner(words.owners[first.by], signatureTitle(first), first.item.number);
  return text.cockpit.othersSign(others.length, others.length > 1 ? said + text.cockpit.andMore : said);
};

const Row = ({ signature, board }: { readonly signature: BoardSignature; readonly board: Board }) => {
  const here = usePlan();
  const navigate = useNavigate();
  const title = signatureTitle(signature);
  const address = here.to(`sign/${signature.item.id}/${signature.case}`);
  return (
    <li className={styles.row}>
      <div className={styles.said}>
        <p className={styles.title}>
          <b className="strong">{title}</b>
          <Link to={here.to(`items/${signature.item.id}`)}>
            <b className={styles.number}>{signature.item.number}</b>
            {plainTile(signature.item.tile)}
          </Link>
        </p>
        <p className={styles.term}>
          {signature.mine || board.past
            ? text.cockpit.askedBy(signature.asked.by, shortDate(dateOf(signature.asked.at), board.date))
            : words.owners[signature.by]}
          {text.cockpit.dot}
          <TermLeft term={signature.workingDays} />
        </p>
      </div>
      {signature.mine && !board.past && (
        <Button
          type="primary"
          size="small"
          href={address}
          aria-label={text.cockpit.pressToSign(title, signature.item.number)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            void navigate(address);
          }}
        >
          <span className={styles.brief}>{text.cockpit.sign}</span>
          <span className={styles.full}>{text.cockpit.goSign}</span>
        </Button>
      )}
    </li>
  );
};
