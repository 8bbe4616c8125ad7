/** Why the item has its colour, as facts of which each can be checked, and what makes it green again. */
import { Link } from 'react-router';
import type { Item, Matter } from '../../data/contract';
import { usePlan } from '../../data/session';
import { shapeOf } from '../../parts/light';
import { Panel } from '../../parts/panel';
import { text } from '../../text';
import { DaysFact } from './days-fact';
import { Fact, Facts } from './fact';
import { AheadFact, BlockedFacts, ClockFact, EventFact, ListedFact } from './facts';
import { StaircaseChart } from './staircase-chart';
import { WayBack } from './way-back';
import { pressing } from './what-follows';
import place from './item.module.css';

const labels = text.item;

interface WhyProps {
  readonly item: Item;
  readonly matters: readonly Matter[];
}

export const WhyPanel = ({ item, matters }: WhyProps) => {
  const { to } = usePlan();
  const milestone = pressing(item);
  const { staircase, explanation, today } = item;
  // A ladder that begins weeks from now is said, not drawn.
  const isNear = staircase?.days.some(({ date }) => date === today) ?? false;
  const hasRungs = staircase !== null && staircase.rungs.length > 0;
  return (
    <Panel title={labels.why[shapeOf(item)]} note={labels.verifiable} className={place.why ?? ''}>
      <Facts>
        <Fact name={labels.rule}>
          {explanation.text}
          {labels.fullStop}
          <Link to={to('rules')}>{labels.policyVersion(item.policyVersion)}</Link>
        </Fact>
        <ClockFact item={item} milestone={milestone} />
        {milestone && item.former === null && <DaysFact item={item} milestone={milestone} />}
        <EventFact item={item} matters={matters} milestone={milestone?.id ?? null} />
        <ListedFact item={item} />
        <BlockedFacts item={item} />
        {hasRungs && !isNear && <AheadFact staircase={staircase} today={today} />}
      </Facts>
      {hasRungs && isNear && (
        <StaircaseChart staircase={staircase} marks={milestone?.marks ?? 0} today={today} />
      )}
      <WayBack item={item} />
    </Panel>
  );
};
