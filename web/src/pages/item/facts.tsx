/** The facts of an explanation: the clock, the events, whom it waits for, what is still ahead. */
import { Fragment } from 'react';
import type { Item, Matter, Milestone } from '../../data/contract';
import { shortDate, shortInstant } from '../../parts/dates';
import { text, words } from '../../text';
import { Fact } from './fact';
import type { Staircase } from './stair-drawing';
import { heldWord } from './what-follows';

const labels = text.item;

interface ClockProps {
  readonly item: Item;
  /** Null = no milestone's clock runs. */
  readonly milestone: Milestone | null;
}

export const ClockFact = ({ item, milestone }: ClockProps) => {
  if (milestone === null) return <Fact name={labels.clock}>{withoutClock(item)}</Fact>;
  const { id, title, due, firstDue, extensionsGranted } = milestone;
  return (
    <Fact name={labels.clock}>
      {labels.dueOn(id, title, due)}
      {due === firstDue ? labels.neverMoved : labels.moved(firstDue, extensionsGranted)}
    </Fact>
  );
};

const withoutClock = ({ lifecycle, milestoneList, stages }: Item): string => {
  const since = stages.at(-1)?.at.slice(0, 10) ?? '';
  if (lifecycle === 'registered') return labels.notStarted;
  if (milestoneList.length === 0) return labels.noMilestone;
  return lifecycle === 'in_progress' || lifecycle === 'dispatched'
    ? `${labels.allAccepted}${labels.fullStop}`
    : labels.stageSince(words.lifecycles[lifecycle], since);
};

interface EventProps {
  readonly item: Item;
  readonly matters: readonly Matter[];
  readonly milestone: string | null;
}

/** What a person wrote may end in a full stop already. */
const closed = (said: string): string => (/[。.！!？?]$/.test(said) ? said : `${said}${labels.fullStop}`);

/** How it ended; else the last time evidence came and what was said to it, and where nobody has it in hand, that. */
export const EventFact = ({ item, matters, milestone }: EventProps) => {
  const last = matters.find((one) =>
    milestone === null
      ? one.kind === 'termination' || one.kind === 'closing'
      : one.kind === 'evidence' && one.milestone === milestone,
  );
  if (milestone === null && !last) return null;
  const held = item.explanation.milestones.find((one) => one.milestone === milestone)?.heldSince;
  const said = [last?.asked, last?.answered].flatMap((entry) =>
    entry ? [`${shortDate(entry.at, item.today)} ${entry.text}`] : [],
  );
  return (
    <Fact name={labels.event}>
      {said.length === 0 ? labels.noEvents : closed(said.join(labels.semicolon))}
      {held && labels.heldSince(shortInstant(held.at, item.today), heldWord(held.cause))}
    </Fact>
  );
};

/** A listing outlasts the red that brought it: what ends it. */
export const ListedFact = ({ item }: { readonly item: Item }) => {
  const { listing, today } = item;
  if (listing === null || item.former !== null) return null;
  const isProposed = item.owing.some(({ kind }) => kind === 'delisting_signature');
  const level = words.levels[`listed_${listing.level as 1 | 2 | 3}`];
  const obstacles = listing.obstacles.map(({ detail }) => detail).join('');
  const ends = obstacles === '' ? labels.listedReady : labels.listedUntil(obstacles);
  return (
    <Fact name={labels.listed}>
      {labels.listedSince(level, shortDate(listing.startedAt.slice(0, 10), today), listing.workingDays)}
      {isProposed ? labels.listedSigning : ends}
    </Fact>
  );
};

export const BlockedFacts = ({ item }: { readonly item: Item }) => (
  <>
    {item.explanation.blockedBy.map(({ case: id, by, unit, since }) => (
      <Fact key={id} name={labels.blocked}>
        {labels.blockedBy(unit?.name ?? words.owners[by], shortInstant(since, item.today))}
      </Fact>
    ))}
  </>
);

/** What comes, and when, if nobody acts. */
export const AheadFact = ({
  staircase,
  today,
}: {
  readonly staircase: Staircase;
  readonly today: string;
}) => (
  <Fact name={labels.ahead}>
    {staircase.rungs
      .filter(({ state }) => state === 'ahead')
      .map(({ rung, title, at }, index, all) => (
        <Fragment key={rung}>
          <span className="nowrap">
            {labels.andThen(shortDate(at, today), title)}
            {index < all.length - 1 && labels.pause}
          </span>
          <wbr />
        </Fragment>
      ))}
    {labels.fullStop}
  </Fact>
);
