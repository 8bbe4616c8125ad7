/**
 * Promise: what a person hands in before midnight is settled before anything that midnight brings, since in a live
 * plan a day's alarms are handled a minute after it.
 */
import { dayOf, minuteMs, startOfDay, type Instant } from '../domain/instants.js';
import type { PlanKind } from './plans.js';

const graceMs = minuteMs;

const midnightBefore = (instant: Instant): Instant => startOfDay(dayOf(instant));

/** When an alarm of the instant is handled. A rehearsal's clock jumps: nobody hands in between. */
export const promiseOf =
  (kind: PlanKind) =>
  (alarmAt: Instant): Instant =>
    kind === 'live' && alarmAt - midnightBefore(alarmAt) < graceMs
      ? midnightBefore(alarmAt) + graceMs
      : alarmAt;

/** Up to when alarms may happen at `now`: in the minute after midnight, up to the last moment of the day before. */
export const settledUpTo = (kind: PlanKind, now: Instant): Instant =>
  kind === 'live' && now - midnightBefore(now) < graceMs ? midnightBefore(now) - 1 : now;
