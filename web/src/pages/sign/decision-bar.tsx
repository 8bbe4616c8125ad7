/** Granting and declining, always at the same place under the thumb; what is not allowed says why. */
import { Button } from 'antd';
import { DoButton } from '../../commands/doing';
import type { ItemCommandType } from '../../data/contract';
import { ProblemNote } from '../../parts/problem-note';
import { text, words } from '../../text';
import { levelName, type Looked } from './kinds';
import { decisionsOn, fitsSheet, givenBy } from './particulars';
import styles from './decision-bar.module.css';

/** A decision about to be confirmed. */
export interface Deciding {
  readonly command: ItemCommandType;
  readonly confirm: string;
}

export const titleOf = ({ item }: Pick<Looked, 'item'>, command: ItemCommandType): string => {
  if (command === 'signListing' && item.proposal) return text.sign.yes.signListing(levelName(item.proposal.level));
  return words.commands[command];
};

const confirmOf = (command: ItemCommandType): string =>
  command === 'signListing' ? text.sign.yes.confirmListing : text.sign.yes.confirm(words.commands[command]);

const declineWord = (yes: ItemCommandType | null, no: ItemCommandType): string =>
  yes === 'signListing' ? text.sign.no.signListing : words.commands[no];

interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** Null = it may be given. What the API does not list is not for this post. */
const refusalOf = ({ item }: Looked, command: ItemCommandType): Refusal | null => {
  const found = item.available.find((entry) => entry.command === command);
  if (!found) return { code: 'not_allowed', ...words.problems.not_allowed };
  return found.allowed ? null : found.reason;
};

export interface DecisionBarProps {
  readonly looked: Looked;
  readonly decide: (deciding: Deciding) => void;
}

export const DecisionBar = ({ looked, decide }: DecisionBarProps) => {
  const { yes, no } = decisionsOn(looked.entry);
  const refusal = yes && refusalOf(looked, yes);
  return (
    <>
      {refusal && (
        <div className={styles.reason}>
          <ProblemNote problem={{ status: 409, ...refusal }} />
        </div>
      )}
      <div className={`${styles.bar} ${no === null ? styles.single : ''}`}>
        {no && (
          <Decision looked={looked} command={no} decide={decide} main={false}>
            {declineWord(yes, no)}
          </Decision>
        )}
        {yes && (
          <Decision looked={looked} command={yes} decide={decide} main>
            {titleOf(looked, yes)}
          </Decision>
        )}
      </div>
    </>
  );
};

interface DecisionProps extends DecisionBarProps {
  readonly command: ItemCommandType;
  readonly main: boolean;
  readonly children: string;
}

const Decision = ({ looked, command, decide, main, children }: DecisionProps) => {
  const { item, entry } = looked;
  const allowed = refusalOf(looked, command) === null;
  if (allowed && !fitsSheet(entry, command))
    return (
      <DoButton item={item.id} command={command} given={givenBy(entry, command)} main={main} size="large" block>
        {children}
      </DoButton>
    );
  return (
    <Button
      type={main ? 'primary' : 'default'}
      size="large"
      disabled={!allowed}
      onClick={() => decide({ command, confirm: confirmOf(command) })}
    >
      {children}
    </Button>
  );
};
