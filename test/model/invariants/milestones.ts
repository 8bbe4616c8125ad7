/** What holds of every milestone, its date and its light. */
import assert from 'node:assert/strict';
import { rulesFor } from '../../../src/domain/context.js';
import type { FactType } from '../../../src/domain/events.js';
import { explain } from '../../../src/domain/explain.js';
import { isOverdue } from '../../../src/domain/item.js';
import { lightOf, milestoneLight } from '../../../src/domain/light.js';
import { everyEvent, everyState, everyStep, isOneOf, type Holds } from './lives.js';

const movesDates: readonly FactType[] = ['dueDateMoved', 'milestoneReopened', 'milestoneReplaced'];

export const ofMilestones: Readonly<Record<string, Holds>> = {
  'a due date moves by an extension, a resumption, a reopening or the unit’s own version, into a new epoch':
    everyEvent((event, before, after) => {
      for (const m of before?.milestones ?? []) {
        const then = after.milestones.find(({ id }) => id === m.id);
        if (!then || then.due === m.due) continue;
        assert.ok(movesDates.includes(event.type), event.type);
        assert.equal(then.epoch, m.epoch + 1);
      }
    }),
  'no milestone disappears, its first date is kept, its epoch never falls': everyEvent(
    (_event, before, after) =>
      before?.milestones.forEach(({ id, firstDue, epoch }, index) => {
        const then = after.milestones[index];
        assert.deepEqual([then?.id, then?.firstDue], [id, firstDue]);
        assert.ok((then?.epoch ?? 0) >= epoch);
      }),
  ),
  'every measure that is neither struck off nor waived is carried': everyState(
    ({ lifecycle: name, ...state }) => {
      if (name === 'terminated') return;
      const carried = state.milestones
        .filter(({ status }) => status !== 'dropped')
        .flatMap(({ measures }) => measures);
      for (const { id, mark } of state.measures) if (mark === null) assert.ok(carried.includes(id), id);
    },
  ),
  'no milestone is granted more than two extensions': everyState(({ milestones: all }) =>
    all.forEach(({ extensionsGranted }) => assert.ok(extensionsGranted <= 2)),
  ),
  'red is an overdue milestone of an item that runs, and nothing else': everyStep(
    ({ after, at }, { context }) => {
      const rules = rulesFor(after, context);
      const runs =
        after.suspendedSince === null && isOneOf(after, 'dispatched', 'in_progress', 'closing_review');
      assert.equal(lightOf(after, at, rules).light === 'red', runs && after.milestones.some(isOverdue));
      for (const m of after.milestones)
        assert.equal(milestoneLight(after, m, at, rules).light === 'red', runs && isOverdue(m));
    },
  ),
  'red can be explained, and has a way back': everyStep(({ after, at }, { context }) => {
    const explained = explain(after, at, rulesFor(after, context));
    if (explained.light === 'red') assert.notDeepEqual(explained.wayBack, []);
  }),
};
