/** The rail of listings and the signatures waited for, each from the log of its item up to the moment looked at. */
import type { z } from 'zod';
import type { Case } from '../../domain/cases.js';
import type { CalendarBook } from '../../domain/context.js';
import { askerOf, rectificationOf, stepsTaken, type Asker } from '../../domain/enforcement-story.js';
import type { ItemEvent } from '../../domain/events.js';
import { caseOf, isOverdue, lastDayOf, type ItemState } from '../../domain/item.js';
import { daysOverOf, isSignature, longestOverdue } from '../../domain/look.js';
import { otherwise, type Subject } from '../../domain/otherwise.js';
import { stepDays } from '../../domain/owing.js';
import { settledBy } from '../../domain/settled-by.js';
import type { WallItem } from '../../store/views/wall.js';
import type { boardListing, boardSignature } from '../contract/board.js';
import type { Caller } from '../sign-in.js';
import { shown } from '../times.js';
import { holdersShown, otherwiseOf, type Regard } from './steps-shown.js';
import { wallItemShown } from './wall-shown.js';

type Listing = z.input<typeof boardListing>;
type Signature = z.input<typeof boardSignature>;

/** An item of the wall with its log and its state, as they were at the moment looked at. */
export interface Sight {
  readonly item: WallItem;
  readonly events: readonly ItemEvent[];
  readonly regard: Regard;
  readonly calendars: CalendarBook;
}

const shortOf = ({ item, regard, calendars }: Sight): Listing['item'] => {
  const { id, number, tile, title, unit, light, level } = wallItemShown(item, regard.names, {
    at: regard.at,
    calendars,
  });
  return { id, number, tile, title, unit, light, level };
};

/** The first step that its overdue milestones bring of which anybody is told; of a listed item else its standing. */
const comingTo = ({ state, rules }: Regard): Subject | null => {
  const [first] = state.milestones
    .filter(isOverdue)
    .map(({ id }) => ({ milestone: id }))
    .map((subject) => ({ subject, brings: otherwise(state, subject, rules) }))
    .filter(({ brings }) => brings !== null && brings.fact.type !== 'rungJoined')
    .sort((a, b) => (a.brings?.at ?? 0) - (b.brings?.at ?? 0));
  return first?.subject ?? (state.listing ? { listing: true } : null);
};

const proposalOf = (state: ItemState): Listing['proposal'] => {
  const open = caseOf(state, 'listing_signature');
  if (!open || !state.proposal) return null;
  const { owedBy, since, until, overAt } = open;
  return { level: state.proposal.level, by: owedBy, since: shown(since), until, over: overAt !== null };
};

const listingShown = (sight: Sight): Listing => {
  const { regard, events } = sight;
  const { state, at, rules } = regard;
  const worst = longestOverdue(state);
  const coming = comingTo(regard);
  return {
    item: shortOf(sight),
    level: state.listing?.level ?? null,
    milestone: worst && { id: worst.id, title: worst.title, due: worst.due },
    daysOver: daysOverOf({ overdueSince: worst && lastDayOf(worst) }, at, rules),
    steps: stepsTaken(events).map((step) => ({ ...step })),
    rectification: { ...rectificationOf(state) },
    milestones: {
      total: state.milestones.length,
      accepted: state.milestones.filter(({ status }) => status === 'accepted').length,
    },
    proposal: proposalOf(state),
    next: coming && otherwiseOf(regard, coming),
  };
};

/** Of items that are not listed only those that will be, unless somebody acts. */
export const listingsShown = (sights: readonly Sight[]): readonly Listing[] =>
  sights.map(listingShown).filter(({ level, next }) => level !== null || next?.type === 'listed');

const askedShown = (asker: Asker | null, { since }: Case, { names, words }: Regard): Signature['asked'] => ({
  at: shown(asker?.at ?? since),
  by: asker?.actor ? names.person(asker.actor.person) : words.theClock,
});

const levelOf = ({ kind }: Case, { proposal, listing }: ItemState): Signature['level'] => {
  if (kind === 'listing_signature') return proposal?.level ?? null;
  return kind === 'delisting_signature' ? (listing?.level ?? null) : null;
};

const signatureShown = (sight: Sight, open: Case, { holder }: Caller, past: boolean): Signature => {
  const { regard, events } = sight;
  const { state, at, rules, words } = regard;
  const { id, kind, owedBy, since, until, overAt, subject } = open;
  const over = overAt !== null;
  const holders = holdersShown(regard, { by: owedBy, unit: null });
  const milestone = state.milestones.find((one) => one.id === subject);
  return {
    item: shortOf(sight),
    case: id,
    kind,
    title: words.cases[kind],
    level: levelOf(open, state),
    milestone: milestone ? { id: milestone.id, title: milestone.title } : null,
    by: owedBy,
    holders,
    mine: holders.some((one) => one.id === holder.id),
    asked: askedShown(askerOf(events, id), open, regard),
    until,
    over,
    workingDays: stepDays({ since, until, over }, at, rules.calendar),
    commands: past ? [] : [...settledBy[kind]],
  };
};

const soonest = (a: Signature, b: Signature): number =>
  Number(b.mine) - Number(a.mine) || (a.until < b.until ? -1 : Number(a.until > b.until));

/** The caller's own first, then what is owed first. */
export const signaturesShown = (
  sights: readonly Sight[],
  caller: Caller,
  past: boolean,
): readonly Signature[] =>
  sights
    .flatMap((sight) =>
      sight.regard.state.cases.filter(isSignature).map((open) => signatureShown(sight, open, caller, past)),
    )
    .sort(soonest);
