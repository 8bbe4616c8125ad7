/** The risk colour (亮灯): derived, never set by hand (01, axis 2). */
import type { Instant } from './instants.js';
import { dateOverAt, isOpen, type ItemState, type Milestone } from './item.js';
import { remindersOf, type Rules } from './ladder.js';

export const lights = ['red', 'yellow', 'green', 'grey', 'blue'] as const;
export type Light = (typeof lights)[number];

/** Which rule of 01 gave the colour; `explain` turns it into facts. */
export type LightRule =
  | 'accepted'
  | 'dropped'
  | 'not_handed_out'
  | 'suspended'
  | 'terminated'
  | 'overdue'
  | 'past_due_with_office'
  | 'under_review'
  | 'reminded'
  | 'on_track'
  | 'completed'
  | 'closed'
  | 'all_accepted'
  | 'no_milestone';

export interface Lit {
  readonly light: Light;
  readonly rule: LightRule;
  /** The milestone that decides an item's colour; null when none does. */
  readonly milestone: string | null;
}

const lit = (light: Light, rule: LightRule, milestone: string | null = null): Lit => ({
  light,
  rule,
  milestone,
});

const stillness = (state: ItemState): Lit | null => {
  if (state.lifecycle === 'registered') return lit('grey', 'not_handed_out');
  if (state.lifecycle === 'terminated') return lit('grey', 'terminated');
  return state.suspendedSince === null ? null : lit('grey', 'suspended');
};

export const milestoneLight = (state: ItemState, milestone: Milestone, now: Instant, rules: Rules): Lit => {
  const of = (light: Light, rule: LightRule) => lit(light, rule, milestone.id);
  if (milestone.status === 'accepted') return of('blue', 'accepted');
  if (milestone.status === 'dropped') return of('grey', 'dropped');
  const still = stillness(state);
  if (still) return of(still.light, still.rule);
  if (milestone.overdueAt !== null) return of('red', 'overdue');
  if (now >= dateOverAt(milestone)) return of('yellow', 'past_due_with_office');
  if (milestone.status === 'submitted') return of('green', 'under_review');
  const { inForceSince } = milestone;
  const reminded =
    milestone.fired.includes('reminder1') ||
    (inForceSince !== null && remindersOf(milestone, inForceSince, rules).first <= now);
  return reminded ? of('yellow', 'reminded') : of('green', 'on_track');
};

/** As bad as the worst open milestone; of equally bad ones the first. */
export const lightOf = (state: ItemState, now: Instant, rules: Rules): Lit => {
  if (state.lifecycle === 'completed') return lit('blue', 'completed');
  if (state.lifecycle === 'closed') return lit('blue', 'closed');
  const still = stillness(state);
  if (still) return still;
  const open = state.milestones.filter(isOpen).map((m) => milestoneLight(state, m, now, rules));
  const worst = lights
    .map((light) => open.find((o) => o.light === light))
    .find((found) => found !== undefined);
  if (worst) return worst;
  return state.milestones.some((m) => m.status === 'accepted')
    ? lit('green', 'all_accepted')
    : lit('yellow', 'no_milestone');
};
