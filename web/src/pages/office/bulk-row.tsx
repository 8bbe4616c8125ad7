/** One item of a lot: what would be issued in it and to whom, then how its sending stands. */
import { useEffect } from 'react';
import type { CommandPreview } from '../../data/contract';
import { useSubmit } from '../../data/submit';
import { ProblemNote } from '../../parts/problem-note';
import { plainTile } from '../../parts/tile-title';
import { Refused } from '../../data/client';
import { text, words } from '../../text';
import type { Chosen } from './chosen';
import { papersIn, type BulkCommand, type Paper, type SendingState } from './sending';
import styles from './bulk.module.css';

export interface Previewed {
  readonly item: Chosen;
  /** Null while it is being asked for, and where it was refused. */
  readonly preview: CommandPreview | null;
  readonly error: Error | null;
}

export interface BulkRowProps {
  readonly row: Previewed;
  readonly command: BulkCommand;
  readonly note: string;
  /** It is this item's turn to be sent. */
  readonly turn: boolean;
  readonly stands: (id: string, state: SendingState) => void;
  readonly ended: (id: string) => void;
}

export const BulkRow = ({ row, command, note, turn, stands, ended }: BulkRowProps) => {
  const { item, preview, error } = row;
  const { sending, send } = useSubmit();
  const { state } = sending;
  useEffect(() => stands(item.id, state), [item.id, state, stands]);
  useEffect(() => {
    if (!turn || preview === null) return;
    const body = command === 'dispatch' ? {} : { note };
    void send({ path: `/items/${item.id}/commands/${command}`, body, version: preview.version }).finally(() =>
      ended(item.id),
    );
    // Its turn comes once in a round; what it sends was settled when the preview was made.
  }, [turn]);
  return (
    <li className={styles.row}>
      <p className={styles.item}>
        <span className={`serif ${styles.number}`}>{item.number}</span>
        {plainTile(item.tile)}
        <span className="secondary note"> {item.unit.name}</span>
      </p>
      {preview && state !== 'done' && <Papers papers={papersIn(preview)} unit={item.unit.name} />}
      {error instanceof Refused && <ProblemNote problem={error.problem} />}
      {error !== null && !(error instanceof Refused) && <p role="status">{text.frame.failed}</p>}
      <Standing state={state} />
      {sending.state === 'refused' && (
        <ProblemNote problem={sending.problem}>
          {sending.problem.code === 'stale_version' && <p>{text.office.bulk.changed}</p>}
        </ProblemNote>
      )}
    </li>
  );
};

const Papers = ({ papers, unit }: { readonly papers: readonly Paper[]; readonly unit: string }) => (
  <>
    {papers.map((paper) => (
      <div key={paper.text} className={styles.paper}>
        {paper.title !== null && <b>{paper.title}</b>} {paper.text}
        <p className="caption">
          {paper.told.length === 0
            ? text.office.bulk.toldNobody
            : text.office.bulk.told(unit, text.office.list(paper.told.map((post) => words.posts[post])))}
        </p>
      </div>
    ))}
  </>
);

const saidOf: Partial<Readonly<Record<SendingState, string>>> = {
  sending: text.office.bulk.sending,
  undecided: text.office.bulk.received,
  unreachable: text.office.bulk.waitingForServer,
  done: text.office.bulk.sent,
  refused: text.office.bulk.refused,
};

const Standing = ({ state }: { readonly state: SendingState }) => (
  <p role="status" className={state === 'done' ? styles.sent : styles.standing}>
    {saidOf[state]}
  </p>
);
