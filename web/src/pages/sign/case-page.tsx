/** The page of one case to be decided: what it is, what speaks for it, what follows from it, and the decision itself. */
import { useState } from 'react';
import type { Policy } from '../../../../src/domain/policy.js';
import type { Desk, DeskEntry, HistoryEntry, Item, PolicyEntry } from '../../data/contract';
import { Link } from 'react-router';
import { useAnswer, useWhole } from '../../data/query';
import { usePlan } from '../../data/session';
import { useTitle } from '../../parts/page-head';
import { Empty, Shown } from '../../parts/states';
import { text } from '../../text';
import { policyOf } from '../../parts/policy-fields';
import { CaseHead } from './case-head';
import { Confirm } from './confirm';
import { DecisionBar, titleOf, type Deciding } from './decision-bar';
import { CaseFacts } from './case-facts';
import type { Onward } from './leaving';
import { caseIn, type Looked } from './kinds';
import styles from './case-page.module.css';

export interface CasePageProps {
  readonly item: string;
  /** Of the case. */
  readonly id: string;
  readonly desk: Desk;
  readonly policies: readonly PolicyEntry[];
  readonly onward: Onward;
}

export const CasePage = ({ item: itemId, id, desk, policies, onward }: CasePageProps) => {
  // A case that was just decided leaves the desk, while its page still says what became of it.
  const [held, hold] = useState<DeskEntry | null>(null);
  const entry = held ?? caseIn(desk, itemId, id);
  const item = useAnswer<Item>(`/items/${itemId}`);
  const history = useWhole<HistoryEntry>(`/items/${itemId}/history`);
  return (
    <Shown of={item} whole>
      {(found) =>
        entry === null ? (
          <Settled item={found} />
        ) : (
          <CaseSheet
            looked={{
              item: found,
              entry,
              history: history.data?.entries ?? [],
              policy: policyIn(policies, found.policyVersion),
            }}
            over={held !== null && isOver(found, held)}
            onward={onward}
            hold={hold}
          />
        )
      }
    </Shown>
  );
};

/** The case was decided while its page is still looked at. */
const isOver = ({ steps }: Item, { id }: DeskEntry): boolean => steps.every((step) => step.case !== id);

const policyIn = (policies: readonly PolicyEntry[], version: number): Policy | null => {
  const found = policies.find((entry) => entry.version === version);
  return found ? policyOf(found) : null;
};

interface CaseSheetProps {
  readonly looked: Looked;
  /** Nothing lies ahead any more, and nothing is left to decide. */
  readonly over: boolean;
  readonly onward: Onward;
  readonly hold: (entry: DeskEntry | null) => void;
}

const CaseSheet = ({ looked, over, onward, hold }: CaseSheetProps) => {
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  useTitle(`${looked.entry.title} ${looked.item.number}`);
  const decide = (next: Deciding | null): void => {
    hold(next === null ? null : looked.entry);
    setDeciding(next);
  };
  return (
    <article className={styles.page}>
      <CaseHead looked={looked} />
      <CaseFacts looked={looked} over={over} />
      {!over && <DecisionBar looked={looked} decide={decide} />}
      {deciding && (
        <Confirm
          looked={looked}
          command={deciding.command}
          title={titleOf(looked, deciding.command)}
          confirm={deciding.confirm}
          onward={onward}
          close={() => decide(null)}
        />
      )}
    </article>
  );
};

const Settled = ({ item }: { readonly item: Item }) => {
  const { to } = usePlan();
  useTitle(text.sign.settled);
  return (
    <Empty title={text.sign.settled}>
      <p>{text.sign.settledHint}</p>
      <Link to={to(`items/${item.id}`)}>
        {item.number} {item.title}
      </Link>
    </Empty>
  );
};
