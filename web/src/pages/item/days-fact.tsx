/** How the working days were counted: what was left out, what was put in. */
import type { Item, Milestone } from '../../data/contract';
import { shortDate } from '../../parts/dates';
import { text } from '../../text';
import { Fact } from './fact';

const labels = text.item;

export const DaysFact = ({ item, milestone }: { readonly item: Item; readonly milestone: Milestone }) => {
  const tally = item.staircase?.tally;
  if (tally && item.staircase?.milestone === milestone.id) return <Counted item={item} />;
  const { workingDays } = milestone;
  const calendar = item.explanation.milestones.find((one) => one.milestone === milestone.id)?.daysLeft ?? 0;
  if (workingDays.left === 0) return null;
  return <Fact name={labels.days}>{labels.left(workingDays.left, calendar)}</Fact>;
};

const Counted = ({ item }: { readonly item: Item }) => {
  const { tally, breaks = [] } = item.staircase ?? {};
  if (!tally) return null;
  const festivals = breaks.flatMap(({ title, from }) =>
    title !== null && from <= item.today ? [title] : [],
  );
  return (
    <Fact name={labels.days}>
      <b className="overdue">{labels.overdueBy(tally.counted + tally.held)}</b>
      {labels.outOf(tally.days)}
      {tally.off > 0 && labels.withoutOff(tally.off, [...new Set(festivals)])}
      {tally.makeUp.length > 0 && labels.withMakeUp(tally.makeUp.map((date) => shortDate(date, item.today)))}
      {tally.held > 0 && labels.withoutHeld(tally.held, tally.counted)}
      {labels.fullStop}
    </Fact>
  );
};
