/** The four stations of a closing on one line, those passed with who passed them and when. */
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { text } from '../../text';
import styles from './closing-track.module.css';
import { countersignedOf, missingOf, stagesOf, type ClosingProps, type StageShown } from './stages';

const said = text.closings;

export const ClosingTrack = ({ item, history }: ClosingProps) => {
  const total = countersignedOf(history).length + missingOf(item).length;
  const signed =
    item.coUnits.length === 0 ? said.noCoUnits : said.countersigned(countersignedOf(history).length, total);
  return (
    <ol className={styles.track} aria-label={said.title}>
      {stagesOf(item, history).map((shown) => (
        <Station key={shown.stage} shown={shown} extra={shown.stage === 'countersigned' ? signed : null} />
      ))}
    </ol>
  );
};

const Station = ({
  shown: { stage, state, by },
  extra,
}: {
  readonly shown: StageShown;
  readonly extra: string | null;
}) => {
  const { pulse } = usePlan();
  return (
    <li className={styles[state]} {...(state === 'here' ? { 'aria-current': 'step' as const } : {})}>
      <i aria-hidden="true" />
      <b>{said.stages[stage]}</b>
      <span>
        {by ? text.sign.saidBy(by.who, shortDate(by.at, pulse.today)) : state === 'passed' ? '' : said.notYet}
      </span>
      {extra !== null && state !== 'ahead' && <span>{extra}</span>}
    </li>
  );
};
