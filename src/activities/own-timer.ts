/** Promise: an item's workflow looks again by itself at its promise, or so soon after it that nobody minds. */
import { dayMs, type Instant } from '../domain/instants.js';
import type { PlanRow } from '../store/plans.js';

type Clock = Pick<PlanRow, 'kind' | 'clockShiftMs' | 'nextAlarmAt'>;

const firstAfterMs = 10_000;
const overSeconds = 50;

/**
 * A plan that is large enough for storms takes itself what is due, and has an alarm for it: the items' own timers keep
 * out of its way, and come one after another.
 */
const standAsideMs = ({ nextAlarmAt }: Clock, itemNumber: number): number =>
  nextAlarmAt === null ? 0 : firstAfterMs + (itemNumber % overSeconds) * 1_000;

/** A rehearsal's clock is moved without telling items that are far from due: they look again within a day. */
const lookAt = (promise: Instant, { kind }: Clock, now: Instant): Instant =>
  kind === 'rehearsal' ? Math.min(promise, now + dayMs) : promise;

/** Wall clock; `promise` and `now` are plan time. Null = only when told. */
export const ownTimerAt = (
  promise: Instant | null,
  plan: Clock,
  now: Instant,
  itemNumber: number,
): Instant | null =>
  promise === null ? null : lookAt(promise, plan, now) - plan.clockShiftMs + standAsideMs(plan, itemNumber);
