/** The plan's indicators: what must be reached, by when, how it is judged, and the items that serve it. */
import type { Board, Plan } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { PageHead } from '../../parts/page-head';
import { Panel } from '../../parts/panel';
import { ServingItems } from '../../parts/serving-items';
import { Empty } from '../../parts/states';
import { TargetFigure } from '../../parts/target-figure';
import { text } from '../../text';
import styles from './indicators.module.css';

type Indicator = Plan['indicators'][number];

export const Page = () => {
  const { plan } = usePlan();
  const board = useAnswer<Board>(`/plans/${plan.id}/board`);
  const { indicators } = plan;
  const binding = indicators.filter(({ nature }) => nature === '约束性').length;
  return (
    <>
      <PageHead
        title={text.frame.pages.indicators}
        sub={text.cockpit.indicatorsSub(binding, indicators.length - binding)}
      />
      <Panel title={text.cockpit.indicators(indicators.length)}>
        {indicators.length === 0 ? (
          <Empty title={text.cockpit.noIndicators} />
        ) : (
          <table className={styles.table}>
            <Heads />
            <tbody>
              {indicators.map((indicator) => (
                <Row key={indicator.number} indicator={indicator} board={board.data ?? null} />
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
};

const Heads = () => (
  <thead>
    <tr>
      <th scope="col">
        <span className="unseen">{text.cockpit.indicatorNumber}</span>
      </th>
      <th scope="col">{text.cockpit.indicator}</th>
      <th scope="col">{text.cockpit.target}</th>
      <th scope="col">{text.cockpit.due}</th>
      <th scope="col">{text.cockpit.nature}</th>
      <th scope="col">{text.cockpit.judged}</th>
      <th scope="col">{text.cockpit.servedBy}</th>
    </tr>
  </thead>
);

const Row = ({ indicator, board }: { readonly indicator: Indicator; readonly board: Board | null }) => (
  <tr id={`indicator-${indicator.number}`}>
    <td className={styles.number}>{indicator.number}</td>
    <th scope="row" className={styles.name}>
      {indicator.name}
      {indicator.note !== null && <p className={styles.note}>{indicator.note}</p>}
    </th>
    <td className="nowrap">
      <TargetFigure indicator={indicator} />
    </td>
    <td className="nowrap">{text.cockpit.dueBy(indicator.due)}</td>
    <td className={`nowrap ${indicator.nature === '约束性' ? 'strong' : 'secondary'}`}>
      {text.cockpit.natures[indicator.nature]}
    </td>
    <td>{text.cockpit.kindsSaid[indicator.kind]}</td>
    <td>
      {board ? (
        <ServingItems numbers={indicator.items} board={board} />
      ) : (
        indicator.items.map(text.cockpit.servingItem).join(text.desk.enumeration)
      )}
    </td>
  </tr>
);
