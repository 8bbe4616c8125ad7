/** What a decision rests on and what follows from it, as sheets of paper one under the other. */
import { Link } from 'react-router';
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { Arrow } from '../../parts/icons';
import { text } from '../../text';
import { Consequences, PaperToCome } from './consequences';
import type { Looked } from './kinds';
import { rowsOf } from './rows';
import { stepsTaken } from './steps-taken';
import styles from './case-facts.module.css';

interface CaseFactsProps {
  readonly looked: Looked;
  /** It is decided: nothing lies ahead any more. */
  readonly over: boolean;
}

export const CaseFacts = ({ looked, over }: CaseFactsProps) => (
  <div className={styles.sheets}>
    <Reasons looked={looked} />
    {looked.entry.case === 'closing_signature' && <ClosingLink looked={looked} />}
    {!over && <Consequences looked={looked} />}
    <Steps looked={looked} />
    {!over && <PaperToCome looked={looked} />}
  </div>
);

const Reasons = ({ looked }: { readonly looked: Looked }) => {
  const rows = rowsOf(looked);
  if (rows.length === 0) return null;
  return (
    <section className={styles.reasons}>
      <dl>
        {rows.map(({ key, lines, caption }) => (
          <div key={key}>
            <dt>{text.sign.rows[key]}</dt>
            <dd>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {caption !== undefined && <p className={styles.caption}>{caption}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Steps = ({ looked: { item, history } }: { readonly looked: Looked }) => {
  const { to } = usePlan();
  const steps = stepsTaken(history);
  const whole = <Link to={to(`items/${item.id}#history`)}>{text.sign.history}</Link>;
  return (
    <Panel title={text.sign.done} aside={whole}>
      {steps.length === 0 ? (
        <p className={styles.none}>{text.sign.doneNothing}</p>
      ) : (
        <ol className={styles.steps}>
          {steps.map(({ seq, at, label, times }) => (
            <li key={seq}>
              <span>{shortDate(at, item.today)}</span>
              {times > 1 ? text.sign.times(label, times) : label}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
};

const ClosingLink = ({ looked: { item } }: { readonly looked: Looked }) => {
  const { to } = usePlan();
  return (
    <Link to={to(`closings/${item.id}`)} className={styles.paper}>
      <span>
        <b className="serif">{text.sign.evidence}</b>
        <span>{text.sign.closingRecord}</span>
      </span>
      <Arrow />
    </Link>
  );
};
