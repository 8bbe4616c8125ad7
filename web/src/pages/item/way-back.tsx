/** The shortest way back to green, each part with the day it can be had by. */
import type { ReactNode } from 'react';
import type { Item } from '../../data/contract';
import { shortDate } from '../../parts/dates';
import { LightGlyph } from '../../parts/light';
import { text, words } from '../../text';
import styles from './way-back.module.css';

const labels = text.item;

export const WayBack = ({ item }: { readonly item: Item }) => {
  const { wayBack, reviewUntil } = item.explanation;
  if (wayBack.length === 0 || item.former !== null) return null;
  const toReview = wayBack.some(({ step }) => step === 'submit_evidence') && reviewUntil !== null;
  return (
    <div className={styles.way}>
      <h3>
        <span className={styles.glyph}>
          <LightGlyph shape="green" />
        </span>
        {item.light === 'grey' ? labels.wayToEnd : labels.wayBack}
      </h3>
      <ol>
        <Part
          when={
            toReview || reviewUntil === null
              ? labels.wayToday
              : labels.wayLatest(shortDate(reviewUntil, item.today))
          }
        >
          {wayBack.map(({ text: said, step, milestone }) => (
            <span key={`${step} ${milestone}`} className={styles.line}>
              {said}
            </span>
          ))}
        </Part>
        {toReview && (
          <Part when={labels.wayLatest(shortDate(reviewUntil, item.today))}>
            {labels.wayReview(words.parties.office)}
          </Part>
        )}
        {reviewUntil !== null && (
          <Part when={labels.wayGreen} last>
            {item.proposal?.milestone ? labels.wayGreenProposal : labels.wayGreenThen}
          </Part>
        )}
        {item.listing && (
          <Part when={labels.wayDelist} aside>
            {item.listing.planAccepted ? labels.wayDelistReady : labels.wayDelistPlan}
          </Part>
        )}
      </ol>
    </div>
  );
};

interface PartProps {
  readonly when: string;
  readonly last?: boolean;
  /** Not on the way, but besides it. */
  readonly aside?: boolean;
  readonly children: ReactNode;
}

const Part = ({ when, last = false, aside = false, children }: PartProps) => (
  <li className={[last ? styles.last : '', aside ? styles.aside : ''].join(' ')}>
    <b>{when}</b>
    <p>{children}</p>
  </li>
);
