/** What follows by itself from a change, at the same instant, so that nobody has to remember it. */
import { endCase, openCase } from './case-facts.js';
import { closingObstacle } from './decide/rules.js';
import type { Fact } from './events.js';
import type { Instant } from './instants.js';
import { caseOf, hasOverdue, hasStanding, type ItemState, type Milestone } from './item.js';
import { nextRung, type Rules } from './ladder.js';

const isOverdueBy = (state: ItemState, milestone: Milestone, at: Instant, rules: Rules): boolean => {
  const next = nextRung(state, rules)(milestone)?.due;
  return next?.rung === 'overdue' && next.at <= at;
};

/** A ladder proposal is withdrawn when no milestone is overdue any more. */
const withdrawnProposal = (state: ItemState, at: Instant, rules: Rules): readonly Fact[] => {
  const { proposal } = state;
  const signature = caseOf(state, 'listing_signature');
  if (!proposal || !signature || proposal.milestone === null || hasOverdue(state)) return [];
  // Handed to another unit, what is past due is overdue again within this instant.
  if (state.milestones.some((m) => isOverdueBy(state, m, at, rules))) return [];
  return [
    { type: 'proposalWithdrawn', level: proposal.level, key: signature.id },
    endCase(signature, 'moot'),
  ];
};

/** A milestone falling overdue withdraws the proposal to delist. */
const withdrawnDelisting = (state: ItemState): readonly Fact[] => {
  const signature = caseOf(state, 'delisting_signature');
  if (!signature || !state.listing || !hasOverdue(state)) return [];
  return [
    { type: 'delistingWithdrawn', level: state.listing.level, key: signature.id },
    endCase(signature, 'moot'),
  ];
};

const running = (state: ItemState): boolean =>
  state.lifecycle === 'in_progress' && state.suspendedSince === null;

/** Once closing is possible the unit owes the request for it. */
const closingOwed = (state: ItemState, at: Instant, rules: Rules): readonly Fact[] => {
  const asked = caseOf(state, 'closing_request');
  const possible = running(state) && closingObstacle(state) === null;
  if (possible) return asked ? [] : [openCase(state, at, rules, { kind: 'closing_request' })];
  return asked && state.suspendedSince === null ? [endCase(asked, 'moot')] : [];
};

/** Nothing may be green by having no date: an item without milestones owes its decomposition. */
const decompositionOwed = (state: ItemState, at: Instant, rules: Rules): readonly Fact[] => {
  if (!running(state) || hasStanding(state)) return [];
  return caseOf(state, 'decomposition') || caseOf(state, 'decomposition_review')
    ? []
    : [openCase(state, at, rules, { kind: 'decomposition' })];
};

/** Facts that follow from the state as it stands; none when it is settled. */
export const consequences = (state: ItemState, at: Instant, rules: Rules): readonly Fact[] => {
  const withdrawn = [...withdrawnProposal(state, at, rules), ...withdrawnDelisting(state)];
  if (withdrawn.length > 0) return withdrawn;
  return [...closingOwed(state, at, rules), ...decompositionOwed(state, at, rules)];
};
