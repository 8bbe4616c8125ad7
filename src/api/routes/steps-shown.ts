/** Steps owed in an item as answers show them: who can take them, for how many working days, what happens otherwise. */
import type { z } from 'zod';
import { isProvisional } from '../../domain/calendar.js';
import type { Instant } from '../../domain/instants.js';
import type { ItemState } from '../../domain/item.js';
import type { Rules } from '../../domain/ladder.js';
import { otherwise, type Subject } from '../../domain/otherwise.js';
import { holdersOf, stepDays, stepsOwed, type Step } from '../../domain/owing.js';
import { settledBy } from '../../domain/settled-by.js';
import { addresseesOf, postsOf, type Audience } from '../../store/audience.js';
import type { nextStep, otherwiseShown } from '../contract/item-shapes.js';
import { namingOf, sentence, type Names } from '../say.js';
import { shown, shownOrNull } from '../times.js';
import type { Words } from '../words/index.js';

/** An item as somebody looks at it. */
export interface Regard {
  readonly planId: string;
  readonly itemId: string;
  readonly state: ItemState;
  readonly at: Instant;
  readonly rules: Rules;
  readonly audience: Audience;
  /** Those of the state's milestones among them. */
  readonly names: Names;
  readonly words: Words;
}

/** Milestones by the titles they have in this state, which may be of an earlier day. */
export const withTitles = (names: Names, { milestones }: ItemState): Names => ({
  ...names,
  milestone: (_item, id) => milestones.find((milestone) => milestone.id === id)?.title ?? '',
});

export const otherwiseOf = (regard: Regard, subject: Subject): z.input<typeof otherwiseShown> | null => {
  const { state, rules, names, words } = regard;
  const found = otherwise(state, subject, rules);
  return (
    found && {
      key: found.key,
      type: found.fact.type,
      at: shown(found.at),
      told: [...found.told],
      text: sentence(found.fact, regard, names, words),
    }
  );
};

export const holdersShown = ({ state, audience }: Regard, owed: Pick<Step, 'by' | 'unit'>) => {
  const holders = holdersOf(owed, postsOf(state, audience), addresseesOf(audience));
  return holders.map(({ id }) => ({ id, name: audience.people.find((one) => one.id === id)?.name ?? id }));
};

const titleOf = ({ kind, subject }: Step, { planId, itemId, names, words }: Regard): string => {
  if (kind === 'delisting_proposal') return words.waitingFor[kind];
  if (kind !== 'evidence') return words.cases[kind];
  const naming = namingOf(names, planId, itemId);
  return 'milestone' in subject ? words.waysBack.submit_evidence(naming.milestone(subject.milestone)) : '';
};

const stepShown = (step: Step, regard: Regard): z.input<typeof nextStep> => ({
  kind: step.kind,
  title: titleOf(step, regard),
  case: 'case' in step.subject ? step.subject.case : null,
  milestone: 'milestone' in step.subject ? step.subject.milestone : null,
  by: step.by,
  unit: step.unit === null ? null : { id: step.unit, name: regard.names.unit(regard.planId, step.unit) },
  holders: holdersShown(regard, step),
  since: shownOrNull(step.since),
  until: step.until,
  over: step.over,
  provisional: step.until !== null && isProvisional(regard.rules.calendar, step.until),
  workingDays: stepDays(step, regard.at, regard.rules.calendar),
  otherwise: otherwiseOf(regard, step.subject),
  commands: [...settledBy[step.kind]],
});

/** Everything owed, in order of danger. */
export const stepsShown = (regard: Regard) => stepsOwed(regard.state).map((step) => stepShown(step, regard));

/** The step to be taken first; null once nothing is owed. */
export const nextShown = (regard: Regard) => {
  const [first] = stepsOwed(regard.state);
  return first ? stepShown(first, regard) : null;
};
