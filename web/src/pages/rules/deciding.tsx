/** Look first, then apply: the two buttons every change of a plan's books ends with. */
import { Button } from 'antd';
import type { Submitting } from '../../data/submit';
import type { AvailableCommand } from '../../data/contract';
import { ActingNote } from '../../parts/acting-note';
import { text } from '../../text';
import type { Previewing } from './previewing';
import styles from './rules.module.css';

const said = text.rules.preview;

/** Why the post may not do a thing, beside the thing. */
export const WhyNot = ({ command }: { readonly command: AvailableCommand | undefined }) =>
  command?.reason ? (
    <p className={styles.why}>
      {text.rules.cannot(command.title, command.reason.title, command.reason.detail)}
    </p>
  ) : null;

export const commandIn = (
  available: readonly AvailableCommand[],
  command: string,
): AvailableCommand | undefined => available.find((entry) => entry.command === command);

export interface DecidingProps {
  readonly previewing: Previewing;
  readonly submitting: Submitting;
  readonly command: AvailableCommand | undefined;
  /** What the apply button says. */
  readonly apply: string;
  readonly onApply: () => void;
  /** Something is missing or wrong in what is asked. */
  readonly incomplete?: boolean;
}

export const Deciding = ({
  previewing,
  submitting,
  command,
  apply,
  onApply,
  incomplete = false,
}: DecidingProps) => {
  const { shown, stale, busy: looking, look } = previewing;
  const hint = shown === null ? (stale ? said.stale : said.first) : '';
  return (
    <>
      <div className={styles.buttons}>
        <Button
          type={shown === null ? 'primary' : 'default'}
          loading={looking}
          disabled={incomplete || submitting.busy}
          onClick={() => void look()}
        >
          {shown === null ? said.ask : said.again}
        </Button>
        <Button
          type={shown === null ? 'default' : 'primary'}
          loading={submitting.busy}
          disabled={incomplete || shown === null || command?.allowed !== true}
          onClick={onApply}
        >
          {apply}
        </Button>
        {command?.allowed === true && hint !== '' && <span className={styles.why}>{hint}</span>}
      </div>
      <WhyNot command={command} />
      <ActingNote of={previewing.acting} />
      <ActingNote of={submitting.sending} />
    </>
  );
};
