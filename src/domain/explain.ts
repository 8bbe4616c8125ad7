/** Why an item has its colour, and the shortest way back to green: facts, which the screen puts into words. */
import { isProvisional, workingDaysIn } from './calendar.js';
import { marksOf, rungsDue, type Rules } from './ladder.js';
import { dateOf, daysBetween, type Instant, type IsoDate } from './instants.js';
import {
  dateOverAt,
  isOpen,
  isOverdue,
  lastDayOf,
  type ItemState,
  type Level,
  type Milestone,
} from './item.js';
import { joinedBy } from './joining.js';
import { levelOf } from './level.js';
import { lightOf, milestoneLight, type Light, type LightRule } from './light.js';
import { owed, type Owed } from './owing.js';
import type { Rung } from './policy.js';
import { termOf } from './terms.js';

export interface RungAhead {
  readonly rung: Rung;
  readonly at: Instant;
  /** Rests on a year whose calendar is not published yet. */
  readonly provisional: boolean;
}

export interface MilestoneExplanation {
  readonly milestone: string;
  readonly light: Light;
  readonly rule: LightRule;
  readonly due: IsoDate;
  readonly firstDue: IsoDate;
  /** Calendar days past the current due date while overdue; else 0. */
  readonly daysOverdue: number;
  /** Calendar days left; negative when the date is over. */
  readonly daysLeft: number;
  /** The same in working days; 0 where it is not so. */
  readonly workingDays: { readonly left: number; readonly over: number };
  /** Working mornings counted against it. */
  readonly marks: number;
  /** What still comes if nobody acts, in time order. */
  readonly ahead: readonly RungAhead[];
  /** Since when it has not lain with the unit, and why; null when it does. */
  readonly heldSince: { readonly at: Instant; readonly cause: string } | null;
}

/** What would make the item green again, in the order it should be done. */
export type WayBack =
  | { readonly step: 'submit_evidence'; readonly milestone: string; readonly byUnit: true }
  | { readonly step: 'accept_evidence'; readonly milestone: string; readonly byUnit: false }
  | { readonly step: 'decide_extension'; readonly milestone: string; readonly byUnit: false }
  | { readonly step: 'acknowledge'; readonly byUnit: true }
  | { readonly step: 'resume'; readonly byUnit: false }
  | { readonly step: 'hand_out'; readonly byUnit: false }
  | { readonly step: 'propose_milestones'; readonly byUnit: true };

export interface Explanation {
  readonly light: Light;
  readonly rule: LightRule;
  /** The milestone that decides; null when none does. */
  readonly milestone: string | null;
  readonly level: Level;
  readonly milestones: readonly MilestoneExplanation[];
  readonly owed: readonly Owed[];
  /** Open obstacles: who is named as holding the unit up. They clear no red and stop no clock. */
  readonly blockedBy: readonly Owed[];
  readonly wayBack: readonly WayBack[];
  /** By when evidence handed in now, or lying with the office already, must be decided on; null = not by that way. */
  readonly reviewUntil: IsoDate | null;
}

/** What still comes to a milestone if nobody acts, in time order: no rung that joins what stands, none while suspended. */
export const rungsAhead = (state: ItemState, milestone: Milestone, rules: Rules): readonly RungAhead[] => {
  if (state.suspendedSince !== null) return [];
  return rungsDue(state, milestone, rules)
    .filter(({ rung, skip }) => skip === null && joinedBy(state, rung) === null)
    .map(({ rung, at }) => ({ rung, at, provisional: isProvisional(rules.calendar, dateOf(at)) }))
    .sort((a, b) => a.at - b.at);
};

const heldSince = (state: ItemState, milestone: Milestone): MilestoneExplanation['heldSince'] => {
  const hold = [...state.holds, ...milestone.holds].find(({ to }) => to === null);
  return isOpen(milestone) && hold ? { at: hold.from, cause: hold.cause } : null;
};

const workingDaysTo = (
  milestone: Milestone,
  now: Instant,
  { calendar }: Rules,
): MilestoneExplanation['workingDays'] => {
  const today = dateOf(now);
  return {
    left: isOpen(milestone) ? workingDaysIn(calendar, today, lastDayOf(milestone)) : 0,
    over: isOverdue(milestone) ? workingDaysIn(calendar, milestone.due, today) : 0,
  };
};

export const explainMilestone = (
  state: ItemState,
  milestone: Milestone,
  now: Instant,
  rules: Rules,
): MilestoneExplanation => {
  const { light, rule } = milestoneLight(state, milestone, now, rules);
  return {
    milestone: milestone.id,
    light,
    rule,
    due: milestone.due,
    firstDue: milestone.firstDue,
    daysOverdue: isOverdue(milestone) ? daysBetween(milestone.due, dateOf(now)) : 0,
    daysLeft: daysBetween(dateOf(now), lastDayOf(milestone)),
    workingDays: workingDaysTo(milestone, now, rules),
    marks: marksOf(state, milestone, now, rules),
    ahead: rungsAhead(state, milestone, rules),
    heldSince: heldSince(state, milestone),
  };
};

const backToGreen = (state: ItemState, now: Instant, rules: Rules): readonly WayBack[] => {
  if (state.lifecycle === 'registered') return [{ step: 'hand_out', byUnit: false }];
  if (state.suspendedSince !== null) return [{ step: 'resume', byUnit: false }];
  const open = state.milestones.filter(isOpen);
  if (open.length === 0 && state.milestones.every((m) => m.status === 'dropped'))
    return [{ step: 'propose_milestones', byUnit: true }];
  const dark = open
    .filter((m) => ['red', 'yellow'].includes(milestoneLight(state, m, now, rules).light))
    .sort((a, b) => dateOverAt(a) - dateOverAt(b))
    .map((m) => wayOf(m, now));
  // Nothing can be handed in before the item is signed for.
  return state.lifecycle === 'dispatched' ? [{ step: 'acknowledge', byUnit: true }, ...dark] : dark;
};

/** Past its date and not overdue, it waits for whoever decides: no evidence would be the shorter way. */
const wayOf = (milestone: Milestone, now: Instant): WayBack => {
  const { id, status, overdueAt, holds } = milestone;
  if (status === 'submitted') return { step: 'accept_evidence', milestone: id, byUnit: false };
  const asked = holds.some(({ cause, to }) => cause === 'extension_asked' && to === null);
  return asked && overdueAt === null && now >= dateOverAt(milestone)
    ? { step: 'decide_extension', milestone: id, byUnit: false }
    : { step: 'submit_evidence', milestone: id, byUnit: true };
};

const reviewUntil = (
  wayBack: readonly WayBack[],
  state: ItemState,
  now: Instant,
  { policy, calendar }: Rules,
): IsoDate | null => {
  if (wayBack.some(({ step }) => step === 'submit_evidence'))
    return termOf('evidence_review', now, policy.terms.evidence_review, [], calendar);
  const reviews = state.cases.filter(({ kind }) => kind === 'evidence_review').map(({ until }) => until);
  return wayBack.some(({ step }) => step === 'accept_evidence') ? (reviews.toSorted().at(-1) ?? null) : null;
};

const obstacles = (state: ItemState): readonly Owed[] =>
  owed({ ...state, cases: state.cases.filter(({ kind }) => kind === 'obstacle') });

export const explain = (state: ItemState, now: Instant, rules: Rules): Explanation => {
  const { light, rule, milestone } = lightOf(state, now, rules);
  const finished = ['completed', 'closed', 'terminated'].includes(state.lifecycle);
  const wayBack = finished || light === 'green' ? [] : backToGreen(state, now, rules);
  return {
    light,
    rule,
    milestone,
    level: levelOf(state),
    milestones: state.milestones.map((m) => explainMilestone(state, m, now, rules)),
    owed: owed(state),
    blockedBy: obstacles(state),
    wayBack,
    reviewUntil: reviewUntil(wayBack, state, now, rules),
  };
};
