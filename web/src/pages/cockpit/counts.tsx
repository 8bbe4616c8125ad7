/** The plan in one line of figures; each leads to its rows. */
import { Link } from 'react-router';
import type { Board } from '../../data/contract';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { LightMark, type LightShape } from '../../parts/light';
import { grouped } from '../../parts/number';
import { text, words } from '../../text';
import { sectionsSeen, useRowsLink } from './rows';
import { SegmentBar } from './segment-bar';
import styles from './counts.module.css';

/** Figures of so many digits stand above their words. */
const wideFrom = 1_000;

export const Counts = ({ board }: { readonly board: Board }) => {
  const here = usePlan();
  const linkTo = useRowsLink(board.past);
  const { counts, total } = board;
  return (
    <section
      className={`${styles.counts} ${counts.items >= wideFrom ? styles.wide : ''}`}
      aria-label={text.frame.pages.cockpit}
    >
      <Figure
        className={styles.total}
        n={counts.items}
        to={linkTo('all')}
        note={text.cockpit.sections(sectionsSeen(board))}
      >
        {text.cockpit.items}
      </Figure>
      <div className={styles.lights}>
        <LightFigure board={board} of="red" to={linkTo('red')} />
        <LightFigure board={board} of="yellow" to={linkTo('yellow')} />
        <LightFigure board={board} of="green" to={linkTo('green')} />
        <Figure n={counts.grey} to={linkTo('grey')} note={stoppedNote(board)} className={styles.grey}>
          <LightMark
            large
            shape="grey"
            {...(onlySuspended(board) ? {} : { word: text.cockpit.stoppedKinds })}
          />
        </Figure>
        <Figure
          n={counts.blue}
          to={linkTo('blue')}
          note={text.cockpit.closedOf(counts.closed)}
          className={styles.blue}
        >
          <LightMark large shape="blue" />
        </Figure>
        <div className={styles.bar}>
          <SegmentBar counts={total.light} />
        </div>
      </div>
      <Figure
        className={`${styles.side} ${styles.listed}`}
        n={counts.listed}
        to={linkTo('listed')}
        note={levelsNote(board)}
      >
        {text.frame.pages.listings}
      </Figure>
      <Figure
        className={styles.side}
        n={signaturesOf(board).length}
        to={here.to('sign')}
        note={termNote(board)}
      >
        {signatureWord(board)}
      </Figure>
    </section>
  );
};

interface FigureProps {
  readonly n: number;
  readonly to: string;
  readonly note: string;
  readonly className?: string | undefined;
  readonly children: React.ReactNode;
}

const Figure = ({ n, to, note, className = '', children }: FigureProps) => (
  <Link className={`${styles.figure} ${n === 0 ? styles.zero : ''} ${className}`} to={to}>
    <span className={styles.n}>{grouped(n)}</span>
    <span className={styles.word}>{children}</span>
    <span className={styles.note}>{note}</span>
  </Link>
);

interface LightFigureProps {
  readonly board: Board;
  readonly of: LightShape & ('red' | 'yellow' | 'green');
  readonly to: string;
}

const LightFigure = ({ board: { counts, lastWeek }, of, to }: LightFigureProps) => (
  <Figure
    className={styles[of]}
    n={counts[of]}
    to={to}
    note={lastWeek === null ? text.cockpit.noLastWeek : text.cockpit.sinceLastWeek(counts[of] - lastWeek[of])}
  >
    <LightMark large shape={of} />
  </Figure>
);

const onlySuspended = ({ counts }: Board): boolean => counts.grey === counts.suspended;

const stoppedNote = (board: Board): string => {
  if (onlySuspended(board)) return text.cockpit.clocksStopped;
  const { lifecycle } = board.total;
  return [
    [text.parts.lights.unstarted, lifecycle.registered],
    [text.parts.lights.grey, board.counts.suspended],
    [words.lifecycles.terminated, lifecycle.terminated],
  ]
    .flatMap(([word, n]) => (Number(n) > 0 ? [text.cockpit.countOf(String(word), Number(n))] : []))
    .join(text.cockpit.dot);
};

const levelsNote = ({ total }: Board): string =>
  (['listed_3', 'listed_2', 'listed_1'] as const)
    .flatMap((level) =>
      total.level[level] > 0
        ? [text.cockpit.levelCount(text.parts.levelsShort[level], total.level[level])]
        : [],
    )
    .join(text.cockpit.dot) || text.cockpit.noneYet;

/** Those of the reader; on a past day, and where none can be theirs, everybody's. */
export const signaturesOf = (board: Board): Board['signatures'] => {
  const mine = board.signatures.filter((signature) => signature.mine);
  return board.past || mine.length === 0 ? board.signatures : mine;
};

const signatureWord = (board: Board): string => {
  if (board.past) return text.cockpit.pastSignatures;
  return board.signatures.some(({ mine }) => mine) ? text.cockpit.mySignatures : text.cockpit.signatures;
};

const termNote = (board: Board): string => {
  const [first] = signaturesOf(board)
    .map(({ until }) => until)
    .sort();
  return first === undefined
    ? text.cockpit.nothingWaits
    : text.cockpit.nearestTerm(shortDate(first, board.date));
};
