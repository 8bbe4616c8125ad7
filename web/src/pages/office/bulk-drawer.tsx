/** What will be issued to whom, item by item, before anything is; then the sending, and what came of each. */
import { Button, Drawer } from 'antd';
import { useCallback, useState } from 'react';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask } from '../../data/client';
import type { CommandPreview } from '../../data/contract';
import { usePlan } from '../../data/session';
import { text } from '../../text';
import { BulkRow, type Previewed } from './bulk-row';
import type { Chosen } from './chosen';
import { remaining, turnAfter, type BulkCommand, type SendingState, type States } from './sending';
import styles from './bulk.module.css';

export interface Lot {
  readonly command: BulkCommand;
  readonly items: readonly Chosen[];
  readonly note: string;
}

export interface BulkDrawerProps {
  readonly lot: Lot | null;
  /** `issued` = everything that could be sent has been. */
  readonly close: (issued: boolean) => void;
}

/** What has been issued is not looked at again, let alone sent again. */
export const BulkDrawer = ({ lot, close }: BulkDrawerProps) => {
  const [issued, setIssued] = useState<readonly string[]>([]);
  const [look, setLook] = useState(0);
  if (lot === null) return null;
  const end = (all: boolean): void => {
    setIssued([]);
    setLook((now) => now + 1);
    close(all);
  };
  const again = (done: readonly string[]): void => {
    setIssued((before) => [...before, ...done]);
    setLook((now) => now + 1);
  };
  const left = { ...lot, items: lot.items.filter(({ id }) => !issued.includes(id)) };
  return <LotDrawer key={look} look={look} lot={left} close={end} again={again} />;
};

/** Looked at once: what is issued meanwhile must not change what one has seen. */
const usePreviews = ({ command, items, note }: Lot, look: number): readonly Previewed[] =>
  useQueries({
    queries: items.map(({ id }) => ({
      queryKey: ['fixed', 'lot', look, command, id, note],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        (
          await ask<CommandPreview>(`/items/${id}/commands/${command}/preview`, {
            method: 'POST',
            body: command === 'dispatch' ? {} : { note },
            signal,
          })
        ).body,
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
    })),
    combine: (answers) =>
      answers.flatMap(({ data, error }, index): Previewed[] => {
        const item = items[index];
        return item ? [{ item, preview: data ?? null, error }] : [];
      }),
  });

interface LotProps {
  readonly lot: Lot;
  readonly look: number;
  readonly close: (issued: boolean) => void;
  /** Another look at what was not issued; `done` was. */
  readonly again: (done: readonly string[]) => void;
}

const LotDrawer = ({ lot, look, close, again }: LotProps) => {
  const rows = usePreviews(lot, look);
  const { turn, states, stands, ended, sendAll } = useRounds(rows);
  const pending = rows.filter(({ preview, error }) => preview === null && error === null).length;
  const allowed = rows.filter(({ preview }) => preview !== null).map(({ item }) => item.id);
  const left = remaining(allowed, states);
  const isOver = allowed.length > 0 && left.length === 0;
  const someRefused = turn === null && left.some((id) => states[id] === 'refused');
  return (
    <Drawer
      open
      onClose={() => close(isOver)}
      size={560}
      title={text.office.bulk.title[lot.command]}
      closable={turn === null}
      mask={{ closable: turn === null }}
      keyboard={turn === null}
      footer={
        <LotFooter
          isOver={isOver}
          busy={turn !== null || pending > 0}
          count={left.length}
          again={someRefused ? () => again(allowed.filter((id) => states[id] === 'done')) : null}
          send={() => sendAll(left)}
          close={() => close(isOver)}
        />
      }
    >
      <p className="note secondary" role="status">
        {isOver
          ? text.office.bulk.sentAll(allowed.length)
          : summaryOf(pending, allowed.length, rows.length - allowed.length)}
      </p>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <BulkRow
            key={row.item.id}
            row={row}
            command={lot.command}
            note={lot.note}
            turn={turn === row.item.id}
            stands={stands}
            ended={ended}
          />
        ))}
      </ul>
    </Drawer>
  );
};

const summaryOf = (pending: number, allowed: number, refused: number): string => {
  if (pending > 0) return text.office.bulk.previewing;
  if (allowed === 0) return text.office.bulk.none;
  return text.office.bulk.willSend(allowed) + (refused > 0 ? text.office.bulk.refusedSome(refused) : '');
};

/** One item after another, so that their numbers follow on; a refusal does not stop the others. */
const useRounds = (rows: readonly Previewed[]) => {
  const [round, setRound] = useState<readonly string[]>([]);
  const [turn, setTurn] = useState<string | null>(null);
  const [states, setStates] = useState<States>({});
  const stands = useCallback(
    (id: string, state: SendingState) => setStates((now) => ({ ...now, [id]: state })),
    [],
  );
  const sendAll = (ids: readonly string[]): void => {
    const known = ids.filter((id) => rows.some(({ item }) => item.id === id));
    setRound(known);
    setTurn(known[0] ?? null);
  };
  const ended = (id: string): void => setTurn(turnAfter(round, id));
  return { turn, states, stands, ended, sendAll };
};

interface FooterProps {
  readonly isOver: boolean;
  readonly busy: boolean;
  readonly count: number;
  /** Null while nothing was refused: what was decided on what one has seen is not decided otherwise by asking twice. */
  readonly again: (() => void) | null;
  readonly send: () => void;
  readonly close: () => void;
}

const LotFooter = ({ isOver, busy, count, again, send, close }: FooterProps) => {
  const here = usePlan();
  if (isOver)
    return (
      <div className={styles.footer}>
        <Link to={here.to('documents')}>{text.office.bulk.toDocuments}</Link>
        <Button type="primary" size="large" onClick={close}>
          {text.frame.close}
        </Button>
      </div>
    );
  return (
    <div className={styles.footer}>
      <Button type="primary" size="large" loading={busy} disabled={count === 0} onClick={again ?? send}>
        {again ? text.office.bulk.again(count) : text.office.bulk.send(count)}
      </Button>
    </div>
  );
};
