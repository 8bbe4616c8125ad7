/** How the working days were counted: what was left out, what was put in. */
import type { Item, Milestone } from '../../data/contract';
import { shortDate } from '../../parts/dates';
import { text } from '../../text';
import { Fact } from './fact';
import { isToCome } from './stair-drawing';

const labels = text.item;

interface DaysProps {
  readonly item: Item;
  readonly milestone: Milestone;
}

export const DaysFact = ({ item, milestone }: DaysProps) => {
  const tally = item.staircase?.tally;
  if (tally && item.staircase?.milestone === milestone.id)
    return <Counted item={item} milestone={milestone} />;
  const { workingDays } = milestone;
  const calendar = item.explanation.milestones.find((one) => one.milestone === milestone.id)?.daysLeft ?? 0;
  if (workingDays.left === 0) return null;
  return <Fact name={labels.days}>{labels.left(workingDays.left, calendar)}</Fact>;
};

const Counted = ({ item, milestone }: DaysProps) => {
  const { staircase, today } = item;
  if (!staircase?.tally) return null;
  const { tally, breaks } = staircase;
  const festivals = breaks.flatMap(({ title, from }) => (title !== null && from <= today ? [title] : []));
  return (
    <Fact name={labels.days}>
      <b className="overdue">{labels.overdueBy(tally.counted + tally.held)}</b>
      {labels.outOf(tally.days)}
      {tally.off > 0 && labels.withoutOff(tally.off, [...new Set(festivals)])}
      {tally.makeUp.length > 0 && labels.withMakeUp(tally.makeUp.map((date) => shortDate(date, today)))}
      {tally.held > 0 && labels.withoutHeld(tally.held, tally.counted)}
      {isToCome(staircase, milestone.marks, today) && labels.todayToCome}
      {labels.fullStop}
    </Fact>
  );
};
