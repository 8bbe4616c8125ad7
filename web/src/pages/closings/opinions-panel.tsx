/** What the unit, its co-units, the office and the leader said of the closing, and whose word is missing. */
import { usePlan } from '../../data/session';
import { shortDate } from '../../parts/dates';
import { Panel, PanelBody } from '../../parts/panel';
import { text } from '../../text';
import styles from './panels.module.css';
import { missingOf, opinionsOf, type ClosingProps } from './stages';

const said = text.closings;

export const OpinionsPanel = ({ item, history }: ClosingProps) => {
  const { pulse } = usePlan();
  const opinions = opinionsOf(history);
  const missing = missingOf(item);
  return (
    <Panel title={said.opinions}>
      <PanelBody>
        {opinions.length === 0 && <p className="note secondary">{said.noneHint}</p>}
        <ol className={styles.opinions}>
          {opinions.map(({ entry, words }) => (
            <li key={entry.seq}>
              <h3>
                {said.opinion[entry.type as keyof typeof said.opinion]}
                {entry.actor?.unit && <span> {entry.actor.unit.name}</span>}
              </h3>
              <p className={styles.words}>{words}</p>
              <p className="caption">{text.sign.saidBy(entry.who, shortDate(entry.at, pulse.today))}</p>
            </li>
          ))}
          {missing.map(({ case: id, unit, until, over }) => (
            <li key={id} className={over ? 'overdue' : ''}>
              {said.waitingFor(unit?.name ?? '', until ?? '')}
            </li>
          ))}
        </ol>
      </PanelBody>
    </Panel>
  );
};
