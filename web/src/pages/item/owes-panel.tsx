/** Who owes the next step and since when, what happens otherwise; and in whose hands the time went. */
import type { Item, ItemWaiting, NextStep } from '../../data/contract';
import { shortDate, shortInstant } from '../../parts/dates';
import { DayBoxes } from '../../parts/day-boxes';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { text, words } from '../../text';
import { HeldBar } from './held-bar';
import { nearAndFar } from './near-steps';
import { useIsWhole } from './whole-file';
import place from './item.module.css';
import styles from './owes-panel.module.css';

const labels = text.item;

export interface OwesProps {
  readonly item: Item;
  readonly waiting: ItemWaiting | null;
}

export const OwesPanel = ({ item, waiting }: OwesProps) => (
  <Panel title={<span id="owes">{labels.owes}</span>} className={place.owes ?? ''}>
    {item.steps.length === 0 ? (
      <Empty title={labels.nobodyOwes}>{isOver(item) ? labels.itemIsOver : labels.nobodyOwesHint}</Empty>
    ) : (
      <Steps item={item} />
    )}
    {waiting && <HeldBar item={item} waiting={waiting} />}
  </Panel>
);

const isOver = ({ lifecycle }: Item): boolean => lifecycle === 'closed' || lifecycle === 'terminated';

/** Evidence of the milestone due next is owed now; of those after it, later. */
const Steps = ({ item }: { readonly item: Item }) => {
  const { near, far } = nearAndFar(item.steps);
  const isWhole = useIsWhole();
  return (
    <>
      <ul className={styles.list}>
        {near.map((step) => (
          <Step key={keyOf(step)} item={item} step={step} />
        ))}
      </ul>
      {far.length > 0 && (
        <details className={styles.far} open={isWhole || undefined}>
          <summary>{labels.laterSteps(far.length)}</summary>
          <ul>
            {far.map((step) => (
              <Step key={keyOf(step)} item={item} step={step} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

/** Letters of an owner and its holders that have room in one line beside the days. */
const besideAtMost = 15;

const keyOf = (step: NextStep): string => `${step.kind} ${step.case ?? step.milestone}`;

const holdersOf = ({ holders }: NextStep): string =>
  holders.length === 0 ? labels.vacant : holders.map(({ name }) => name).join(labels.comma);

const Step = ({ item, step }: { readonly item: Item; readonly step: NextStep }) => {
  const { today } = item;
  const { since, until, otherwise } = step;
  const owner = step.unit?.name ?? words.owners[step.by];
  const holders = holdersOf(step);
  const isShort = owner.length + holders.length <= besideAtMost;
  return (
    <li>
      <p className={styles.who}>
        <b>{owner}</b>
        {isShort && <span>{holders}</span>}
        <Waited step={step} />
      </p>
      {!isShort && <p className={styles.what}>{holders}</p>}
      <p className={styles.what}>
        {step.title}
        {since !== null && `${labels.pause}${labels.since(shortDate(since, today))}`}
        {`${labels.pause}${until === null ? labels.withoutTerm : labels.within(shortDate(until, today))}`}
        {step.provisional && `${labels.pause}${labels.provisional}`}
      </p>
      {step.until !== null && step.kind !== 'evidence' && <DayBoxes term={step.workingDays} />}
      {otherwise !== null && (
        <p className={styles.otherwise}>
          {labels.otherwise(shortInstant(otherwise.at, today), otherwise.text)}
        </p>
      )}
    </li>
  );
};

const Waited = ({ step: { workingDays, over, kind } }: { readonly step: NextStep }) => {
  if (over && workingDays.over > 0)
    return (
      <b className={`${styles.days} overdue`}>
        {kind === 'evidence'
          ? text.parts.overWorkingDays(workingDays.over)
          : text.parts.lateWorkingDays(workingDays.over)}
      </b>
    );
  return workingDays.since === null ? null : (
    <b className={styles.days}>{text.parts.sinceWorkingDays(workingDays.since)}</b>
  );
};
