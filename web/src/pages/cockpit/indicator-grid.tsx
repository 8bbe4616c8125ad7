/** The plan's indicators with what they must reach and when, and how the items that serve them stand. */
import { Link } from 'react-router';
import type { Board, Plan } from '../../data/contract';
import { usePlan } from '../../data/session';
import { Panel } from '../../parts/panel';
import { ServingItems } from '../../parts/serving-items';
import { Empty } from '../../parts/states';
import { TargetFigure } from '../../parts/target-figure';
import { text } from '../../text';
import styles from './indicator-grid.module.css';

type Indicator = Plan['indicators'][number];

export const IndicatorGrid = ({ board }: { readonly board: Board }) => {
  const here = usePlan();
  const { indicators } = here.plan;
  if (indicators.length === 0)
    return (
      <Panel title={text.cockpit.indicators(0)}>
        <Empty title={text.cockpit.noIndicators} />
      </Panel>
    );
  const risky = indicators.filter((indicator) => atRisk(indicator, board)).length;
  return (
    <Panel
      className={styles.panel ?? ''}
      title={text.cockpit.indicators(indicators.length)}
      note={
        <>
          <span className={styles.wide}>{text.cockpit.indicatorsNote}</span>
          {risky > 0 && <span className={styles.narrow}>{text.cockpit.indicatorsAtRisk}</span>}
        </>
      }
      aside={
        <Link className="screen-only" to={here.to('indicators')}>
          {text.cockpit.indicatorLedger}
        </Link>
      }
    >
      {risky === 0 && (
        <p className={`${styles.narrow} ${styles.narrowLine}`}>{text.cockpit.indicatorsCalm}</p>
      )}
      <ul className={styles.grid}>
        {indicators.map((indicator) => (
          <Cell key={indicator.number} indicator={indicator} board={board} />
        ))}
      </ul>
    </Panel>
  );
};

/** Served by an item that is overdue or due soon: what a phone has room for. */
const atRisk = ({ items }: Indicator, board: Board): boolean =>
  board.items.some(({ number, light }) => items.includes(number) && (light === 'red' || light === 'yellow'));

const Cell = ({ indicator, board }: { readonly indicator: Indicator; readonly board: Board }) => (
  <li className={`${styles.cell} ${atRisk(indicator, board) ? '' : styles.calm}`}>
    <h3 className={styles.name}>
      <b>{indicator.number}</b>
      <span title={indicator.name}>{indicator.name}</span>
    </h3>
    <div className={styles.target}>
      <TargetFigure indicator={indicator} />
      <ServingItems numbers={indicator.items} board={board} />
    </div>
    <p className={styles.judged}>
      <span>
        <b className={indicator.nature === '约束性' ? styles.binding : ''}>
          {text.cockpit.natures[indicator.nature]}
        </b>
        {text.cockpit.dot}
        {text.cockpit.kinds[indicator.kind]}
      </span>
      <span>{text.cockpit.dueBy(indicator.due)}</span>
    </p>
  </li>
);
