/** One thing somebody owes, as a row of a desk: whose it is, for how long, what settles it, what comes otherwise. */
import type { z } from 'zod';
import { rungsAhead } from '../../domain/explain.js';
import { dateOf, daysBetween } from '../../domain/instants.js';
import type { Milestone } from '../../domain/item.js';
import { stepDays } from '../../domain/owing.js';
import { settledBy } from '../../domain/settled-by.js';
import type { DeskRow } from '../../store/views/desk.js';
import type { deskEntry } from '../contract/desk.js';
import { namingOf } from '../say.js';
import { shown, shownOrNull } from '../times.js';
import type { Words } from '../words/index.js';
import { theseShown, type Asking } from './available-shown.js';
import { returnedShown } from './milestone-shown.js';
import { holdersShown, otherwiseOf, type Regard } from './steps-shown.js';

/** The row's item as the caller looks at it. */
export interface DeskRegard extends Regard {
  readonly asking: Asking;
}

const titleOf = (row: DeskRow, words: Words): string =>
  row.caseKind === null ? (row.title ?? row.id) : words.cases[row.caseKind];

/** What settles a row: for whoever holds the post, and for the caller. */
const settling = ({ caseKind }: DeskRow, { planId, itemId, state, names, asking }: DeskRegard) => {
  const commands = settledBy[caseKind ?? 'evidence'];
  return {
    commands: [...commands],
    available: theseShown(commands, state, asking, namingOf(names, planId, itemId)),
  };
};

const milestoneOf = ({ kind, id }: DeskRow, { state }: DeskRegard): Milestone | undefined =>
  kind === 'milestone' ? state.milestones.find((one) => one.id === id) : undefined;

const aheadOf = (row: DeskRow, regard: DeskRegard) => {
  const { state, rules, words } = regard;
  const milestone = milestoneOf(row, regard);
  if (!milestone) return [];
  return rungsAhead(state, milestone, rules).map(({ rung, at }) => ({
    rung,
    title: words.rungs[rung],
    at: shown(at),
  }));
};

/** The milestone a case is about, or the level it waits to be signed for. */
const aboutOf = ({ kind, caseKind, subject }: DeskRow, { state, words }: DeskRegard): string | null => {
  if (kind !== 'case') return null;
  if (caseKind === 'listing_signature' && state.proposal)
    return words.levels[`listed_${state.proposal.level}`];
  return state.milestones.find(({ id }) => id === subject)?.title ?? null;
};

const returnedOf = (row: DeskRow, regard: DeskRegard) => {
  const milestone = milestoneOf(row, regard);
  return milestone ? returnedShown(milestone) : null;
};

/** Days, persons and what comes otherwise, from the item's own state. */
const derived = (row: DeskRow, regard: DeskRegard) => {
  const unit = row.owedBy === 'unit' || row.owedBy === 'co_unit' ? row.unitId : null;
  const subject = row.kind === 'case' ? { case: row.id } : { milestone: row.id };
  return {
    unit: unit === null ? null : { id: unit, name: regard.names.unit(regard.planId, unit) },
    workingDays: stepDays(row, regard.at, regard.rules.calendar),
    holders: holdersShown(regard, { by: row.owedBy, unit }),
    otherwise: otherwiseOf(regard, subject),
    ahead: aheadOf(row, regard),
    returned: returnedOf(row, regard),
  };
};

export const entryShown = (row: DeskRow, regard: DeskRegard): z.input<typeof deskEntry> => ({
  kind: row.kind,
  id: row.id,
  title: titleOf(row, regard.words),
  item: {
    id: row.itemId,
    number: row.number,
    title: row.itemTitle,
    tile: row.tile,
    unit: { id: row.itemUnit, name: regard.names.unit(regard.planId, row.itemUnit) },
    light: row.light,
    level: row.level,
  },
  light: row.ownLight,
  case: row.caseKind,
  subject: row.subject,
  about: aboutOf(row, regard),
  by: row.owedBy,
  since: shownOrNull(row.since),
  until: row.until,
  over: row.over,
  daysOver: row.over ? Math.max(0, daysBetween(row.until, dateOf(regard.at))) : 0,
  ...derived(row, regard),
  ...settling(row, regard),
});
