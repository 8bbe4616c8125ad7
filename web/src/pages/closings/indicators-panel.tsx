/** Indicators the item serves, with what the plan asks of them. */
import type { Item } from '../../data/contract';
import { usePlan } from '../../data/session';
import { Panel } from '../../parts/panel';
import { TargetFigure } from '../../parts/target-figure';
import { text } from '../../text';
import styles from './panels.module.css';

const said = text.closings;

export const IndicatorsPanel = ({ item }: { readonly item: Item }) => {
  const { plan } = usePlan();
  const served = plan.indicators.filter(({ number }) => item.indicators.includes(number));
  if (served.length === 0) return null;
  return (
    <Panel title={said.indicators} note={said.indicatorsNote}>
      <ul className={styles.indicators}>
        {served.map((indicator) => (
          <li key={indicator.number}>
            <span>
              <b className="serif">{indicator.number}</b> {indicator.name}
            </span>
            <TargetFigure indicator={indicator} />
            <span className="caption">{said.noReading}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
