/** A listing as the plaque it hangs as: what it is stuck on, how it came to this, and what happens next and when. */
import { Fragment } from 'react';
import { Link } from 'react-router';
import type { BoardListing, Level } from '../data/contract';
import { text, words } from '../text';
import { dateOf, shortDate } from './dates';
import { listedLevelOf } from './enforcement';
import { PlaqueHead } from './plaque-head';
import { TileTitle } from './tile-title';
import { bareName } from './bare-name';
import styles from './plaque.module.css';

export interface PlaqueProps {
  readonly listing: BoardListing;
  readonly today: string;
  readonly to: string;
}

export const Plaque = ({ listing, today, to }: PlaqueProps) => {
  const { item, level, milestone } = listing;
  return (
    <article className={`${styles.plaque} ${level === null ? styles.coming : ''}`}>
      <PlaqueHead level={level} />
      <div className={styles.body}>
        <h3 className={styles.title}>
          <Link to={to}>
            <b>{item.number}</b>
            <TileTitle tile={item.tile} />
          </Link>
        </h3>
        <p className={styles.unit}>
          <span>{bareName(item.unit.name)}</span>
          <DaysOver days={listing.daysOver} />
        </p>
        <p className={styles.stuck}>{milestone?.title}</p>
        <dl className={styles.facts}>
          <div>
            <dt>{level === null ? text.cockpit.pressedWord : text.cockpit.listedWord}</dt>
            <dd>
              <Steps steps={ownSteps(listing)} today={today} />
            </dd>
          </div>
          <div>
            <dt>{text.cockpit.rectifyWord}</dt>
            <dd>
              <Rectification listing={listing} today={today} />
            </dd>
          </div>
        </dl>
        <p className={styles.next}>
          <span>{nextSaid(listing, today)}</span>
        </p>
      </div>
    </article>
  );
};

export const DaysOver = ({ days }: { readonly days: number }) =>
  days > 0 ? (
    <b className="overdue nowrap">{text.parts.overWorkingDays(days)}</b>
  ) : (
    <span className="nowrap">{text.cockpit.notOverdue}</span>
  );

/** When each level began; before a listing the letter that went ahead of it. */
export const Steps = ({
  steps,
  today,
}: {
  readonly steps: BoardListing['steps'];
  readonly today: string;
}) => {
  if (steps.length === 0) return <>{text.cockpit.noneYet}</>;
  return steps.map(({ level, on }, index) => (
    <Fragment key={level}>
      {index > 0 && text.cockpit.comma}
      <span className="nowrap">{text.cockpit.stepOn(levelSaid(level), shortDate(on, today))}</span>
    </Fragment>
  ));
};

/** A plaque says its own levels; what went ahead of them is the full record's. */
const ownSteps = ({ level, steps }: BoardListing): BoardListing['steps'] =>
  level === null ? steps : steps.filter((step) => listedLevelOf(step.level) !== null);

const levelSaid = (level: Level): string =>
  listedLevelOf(level) === null ? words.levels[level] : text.parts.levelsShort[level];

/** The plan by which things are put right; once it is accepted, how far the milestones are. */
export const Rectification = ({
  listing,
  today,
}: {
  readonly listing: BoardListing;
  readonly today: string;
}) => {
  const { rectification, milestones } = listing;
  const until = rectification.until === null ? null : shortDate(rectification.until, today);
  if (rectification.state !== 'accepted')
    return <>{text.cockpit.rectification[rectification.state](until, rectification.over)}</>;
  return (
    <>
      <MilestoneBoxes {...milestones} />
      {text.cockpit.milestonesDone(milestones.accepted, milestones.total)}
    </>
  );
};

const mostBoxes = 12;

const MilestoneBoxes = ({ total, accepted }: { readonly total: number; readonly accepted: number }) =>
  total > mostBoxes ? null : (
    <span className={styles.boxes} aria-hidden="true">
      {Array.from({ length: total }, (_, index) => (
        <i key={index} className={index < accepted ? styles.done : undefined} />
      ))}
    </span>
  );

/** A signature that is waited for comes before what the clock will do. */
export const nextSaid = ({ proposal, next }: BoardListing, today: string): string => {
  if (proposal !== null)
    return text.cockpit.signatureAwaited(
      text.parts.levelsShort[`listed_${proposal.level}`],
      words.owners[proposal.by],
      shortDate(proposal.until, today),
    );
  // Nobody being told of it, it is a step already taken.
  if (next === null || next.told.length === 0) return text.cockpit.untilDone;
  return text.cockpit.nextOn(shortDate(dateOf(next.at), today), next.text);
};
