/** What a unit asks of the office about the item itself: to change it, to break it down, to close it. */
import type { Entries, Unit } from '../../data/contract';
import { useFixed } from '../../data/query';
import { fullInstant } from '../../parts/dates';
import { text } from '../../text';
import { changeLines, factOf, lastFact, seedsOf } from './review-facts';
import { Aside, Line, Said, type Looked } from './review-lines';
import styles from './review.module.css';

const labels = text.office.review;

export const Change = (looked: Looked) => {
  const units = useFixed<Entries<Unit>>(`/plans/${looked.item.plan}/units`);
  const unitOf = (id: string): string => units.data?.entries.find((unit) => unit.id === id)?.name ?? id;
  const request = lastFact(looked.history, 'changeRequested');
  return (
    <dl className={styles.lines}>
      <Line label={labels.change}>
        {changeLines(looked.item, unitOf).map((line) => (
          <p key={line} className={styles.said}>
            {line}
          </p>
        ))}
      </Line>
      <Line label={text.commands.fields['reason'] ?? ''}>{factOf(request, 'reason')}</Line>
      {request && <Line label={labels.submitted}>{labels.by(request.who, fullInstant(request.at))}</Line>}
    </dl>
  );
};

export const Breakdown = ({ item, history }: Looked) => {
  const { seeds, replaces } = seedsOf(item);
  const request = lastFact(history, 'milestonesProposed');
  return (
    <>
      <h3>
        {labels.proposed}
        {replaces > 0 && <Aside>{labels.replaces(replaces)}</Aside>}
      </h3>
      <ol className={styles.seeds}>
        {seeds.map(({ id, title, due, evidence, measures }) => (
          <li key={id}>
            <p>
              <b>{title}</b> <span className="nowrap">{text.parts.dueOn(due)}</span>
            </p>
            <p className="note secondary">
              {labels.requiredOf(evidence)}
              {measures > 0 && <Aside>{labels.measures(measures)}</Aside>}
            </p>
          </li>
        ))}
      </ol>
      {request && <p className="caption">{labels.by(request.who, fullInstant(request.at))}</p>}
    </>
  );
};

export const Closing = (looked: Looked) => (
  <>
    <Said looked={looked} type="closingRequested" field="text" label={labels.closing} />
    <dl className={styles.lines}>
      {looked.history
        .filter(({ type }) => type === 'countersigned')
        .map((opinion) => (
          <Line key={opinion.seq} label={labels.opinions}>
            {opinion.text}
          </Line>
        ))}
    </dl>
  </>
);
