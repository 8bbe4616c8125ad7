/** What holds of where an item stands, and of what it answers. */
import assert from 'node:assert/strict';
import { nextAlarm } from '../../../src/domain/alarms.js';
import { rulesFor } from '../../../src/domain/context.js';
import { isOpen, type Lifecycle } from '../../../src/domain/item.js';
import { refusalCodes } from '../../../src/domain/refusals.js';
import { everyEvent, everyState, everyStep, hasEnded, isOneOf, type Holds } from './lives.js';

const leadsTo: Readonly<Record<Lifecycle, readonly Lifecycle[]>> = {
  registered: ['dispatched', 'terminated'],
  dispatched: ['registered', 'in_progress', 'dispatched', 'terminated'],
  in_progress: ['dispatched', 'closing_review', 'terminated'],
  closing_review: ['in_progress', 'completed', 'terminated'],
  completed: ['in_progress', 'closed'],
  closed: ['in_progress'],
  terminated: [],
};

export const ofLifecycles: Readonly<Record<string, Holds>> = {
  'a lifecycle leads only where the table of commands says, and only a command moves it': everyEvent(
    (event, before, after) => {
      if (before === null || before.lifecycle === after.lifecycle) return;
      assert.notEqual(event.actor, null);
      assert.ok(
        leadsTo[before.lifecycle].includes(after.lifecycle),
        `${before.lifecycle} to ${after.lifecycle}`,
      );
    },
  ),
  'a refused command changes nothing': everyStep(({ before, after, outcome }) => {
    if (outcome?.kind === 'refused') assert.deepEqual(after, before);
  }),
  'a refusal has a code of the closed union': everyStep(({ outcome }) => {
    if (outcome?.kind === 'refused') assert.ok(refusalCodes.includes(outcome.code));
  }),
  'what has ended has no alarm, and nothing else is ever without one: nothing lapses silently': everyState(
    (state, { context }) =>
      assert.equal(nextAlarm(state, rulesFor(state, context)) === null, hasEnded(state)),
  ),
  'what has ended is left alone by the clock': everyEvent((event, before) => {
    if (before && hasEnded(before)) assert.notEqual(event.submission, null);
  }),
  'the next alarm is always in the future, since those due have been given': everyStep(
    ({ after, at }, { context }) => {
      const alarm = nextAlarm(after, rulesFor(after, context));
      if (alarm) assert.ok(alarm.at > at && alarm.at >= after.at);
    },
  ),
  'what waits for closing has every milestone accepted or dropped, one at least accepted, and no listing':
    everyState((state) => {
      if (!isOneOf(state, 'closing_review', 'completed', 'closed')) return;
      assert.ok(!state.milestones.some(isOpen));
      assert.ok(state.milestones.some(({ status }) => status === 'accepted'));
      assert.equal(state.listing, null);
    }),
};
