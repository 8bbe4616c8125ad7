/** One listing in full width: its plaque, what it is stuck on, how it came to this, the plan to put it right, what is next. */
import { Link } from 'react-router';
import type { BoardListing } from '../../data/contract';
import { usePlan } from '../../data/session';
import { dateOf, shortDate, timeOf } from '../../parts/dates';
import { LevelTag, ProposedTag } from '../../parts/enforcement';
import { DaysOver, nextSaid, Rectification, Steps } from '../../parts/plaque';
import { text, words } from '../../text';
import { ListingMore } from './listing-more';
import styles from './listing-card.module.css';

export interface ListingCardProps {
  readonly listing: BoardListing;
  readonly today: string;
}

export const ListingCard = ({ listing, today }: ListingCardProps) => {
  const here = usePlan();
  const { item, milestone, level } = listing;
  return (
    <article className={styles.card}>
      <div className={styles.tag}>
        {level === null ? (
          <ProposedTag>{text.cockpit.willBe}</ProposedTag>
        ) : (
          <LevelTag level={`listed_${level}`} short />
        )}
      </div>
      <div className={styles.what}>
        <h3 className={styles.title}>
          <Link to={here.to(`items/${item.id}`)}>
            <b>{item.number}</b>
            {item.title}
          </Link>
        </h3>
        <p className={styles.unit}>
          {item.unit.name}
          <DaysOver days={listing.daysOver} />
        </p>
        {milestone && (
          <p>
            <span className={styles.word}>{text.cockpit.stuck}</span>
            {text.cockpit.stuckOn(milestone.title, milestone.due)}
          </p>
        )}
      </div>
      <dl className={styles.facts}>
        <Fact word={text.cockpit.path}>
          <Steps steps={listing.steps} today={today} />
        </Fact>
        <Fact word={text.cockpit.rectifyWord}>
          <Rectification listing={listing} today={today} />
        </Fact>
        <Fact word={text.cockpit.happensNext}>
          <NextSteps listing={listing} today={today} />
        </Fact>
      </dl>
      <ListingMore item={item.id} />
    </article>
  );
};

const Fact = ({ word, children }: { readonly word: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{word}</dt>
    <dd>{children}</dd>
  </div>
);

/** The signature first, then what the clock does by itself. */
const NextSteps = ({ listing, today }: ListingCardProps) => {
  const { proposal, next } = listing;
  // Nobody being told of it, it is a step already taken.
  const ahead = next !== null && next.told.length > 0 ? next : null;
  if (proposal === null && ahead === null) return <>{text.cockpit.untilDone}</>;
  return (
    <ul>
      {proposal !== null && <li className="strong">{nextSaid(listing, today)}</li>}
      {ahead !== null && (
        <li>
          <span className="nowrap">
            {shortDate(dateOf(ahead.at), today)} {timeOf(ahead.at)}
          </span>{' '}
          {ahead.text}
          <span className="caption">
            {text.cockpit.comma}
            {text.cockpit.tells(ahead.told.map((post) => words.posts[post]).join(text.cockpit.listComma))}
          </span>
        </li>
      )}
    </ul>
  );
};
