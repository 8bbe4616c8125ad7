/** Granting and declining, always at the same place under the thumb; what is not allowed says why. */
import { Button } from 'antd';
import { DoButton } from '../../commands/doing';
import type { ItemCommandType } from '../../data/contract';
import { text, words } from '../../text';
import { levelName, type Looked } from './kinds';
import { decisionsOn, fitsSheet, givenBy, refusalOf } from './particulars';
import styles from './decision-bar.module.css';

/** A decision about to be confirmed. */
export interface Deciding {
  readonly command: ItemCommandType;
  readonly confirm: string;
}

export const titleOf = ({ item }: Pick<Looked, 'item'>, command: ItemCommandType): string => {
  if (command === 'signListing' && item.proposal)
    return text.sign.yes.signListing(levelName(item.proposal.level));
  return command === 'declineListing' ? text.sign.declineListing : words.commands[command];
};

const confirmOf = (looked: Looked, command: ItemCommandType): string =>
  command === 'signListing' ? text.sign.yes.confirmListing : text.sign.yes.confirm(titleOf(looked, command));

export interface DecisionBarProps {
  readonly looked: Looked;
  readonly decide: (deciding: Deciding) => void;
}

export const DecisionBar = ({ looked, decide }: DecisionBarProps) => {
  const { yes, no } = decisionsOn(looked.entry);
  const refusal = yes && refusalOf(looked.item, yes);
  return (
    <div className={`${styles.bar} ${no === null ? styles.single : ''}`}>
      {refusal && (
        <p className={styles.reason}>
          <b>{refusal.title}</b> {refusal.detail}
        </p>
      )}
      {no && (
        <Decision looked={looked} command={no} decide={decide} main={false}>
          {titleOf(looked, no)}
        </Decision>
      )}
      {yes && (
        <Decision looked={looked} command={yes} decide={decide} main>
          {titleOf(looked, yes)}
        </Decision>
      )}
    </div>
  );
};

interface DecisionProps extends DecisionBarProps {
  readonly command: ItemCommandType;
  readonly main: boolean;
  readonly children: string;
}

const Decision = ({ looked, command, decide, main, children }: DecisionProps) => {
  const { item, entry } = looked;
  const allowed = refusalOf(looked.item, command) === null;
  if (allowed && !fitsSheet(entry, command))
    return (
      <DoButton
        item={item.id}
        command={command}
        given={givenBy(entry, command)}
        main={main}
        size="large"
        block
      >
        {children}
      </DoButton>
    );
  return (
    <Button
      type={main ? 'primary' : 'default'}
      size="large"
      disabled={!allowed}
      onClick={() => decide({ command, confirm: confirmOf(looked, command) })}
    >
      {children}
    </Button>
  );
};
