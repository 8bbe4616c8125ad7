/** What holds of everything owed, of the level, and of what is offered. */
import assert from 'node:assert/strict';
import type { CaseKind } from '../../../src/domain/cases.js';
import { rulesFor } from '../../../src/domain/context.js';
import { available, commandRules, decide } from '../../../src/domain/decide.js';
import type { Moment } from '../../../src/domain/decide/rules.js';
import type { ItemState, Milestone } from '../../../src/domain/item.js';
import { levelOf } from '../../../src/domain/level.js';
import { isRefusal } from '../../../src/domain/refusals.js';
import { caseOfficer, director, headOf, supervisionHead } from '../../domain/support/people.js';
import { commandOf } from '../../domain/support/story.js';
import { everyEvent, everyState, type Holds } from './lives.js';

const named = ({ milestones: all }: ItemState, fits: (m: Milestone) => boolean): readonly string[] =>
  all
    .filter(fits)
    .map(({ id }) => id)
    .sort();

export const ofCases: Readonly<Record<string, Holds>> = {
  'every open case has an owner, a term, and a unit where it is a co-unit’s': everyState((state) => {
    for (const open of state.cases) {
      assert.ok(open.owedBy);
      assert.match(open.until, /^\d{4}-\d{2}-\d{2}$/);
      assert.equal(open.unit !== null, open.owedBy === 'co_unit');
    }
  }),
  'a review is owed of what is submitted, an answer to what is asked, a signature of what is proposed':
    everyState((state) => {
      const has = (kind: CaseKind) => state.cases.some((open) => open.kind === kind);
      const subjects = (kind: CaseKind) =>
        state.cases.flatMap((open) => (open.kind === kind ? [open.subject] : [])).sort();
      if (state.lifecycle === 'terminated') return assert.deepEqual(state.cases, []);
      const submitted = named(state, ({ status }) => status === 'submitted');
      assert.deepEqual(subjects('evidence_review'), submitted);
      assert.deepEqual(
        named(state, (m) => m.submitted !== null),
        submitted,
      );
      assert.deepEqual(subjects('extension'), state.extensions.map(({ milestone }) => milestone).sort());
      assert.deepEqual(subjects('listing_signature'), state.proposal ? [`L${state.proposal.level}`] : []);
      const waiting: Partial<Record<CaseKind, boolean>> = {
        change: state.change !== null,
        decomposition_review: state.decomposition !== null,
        strike_off_signature: state.strikeOff !== null,
        suspension: state.suspendedSince !== null,
        handing_out: state.lifecycle === 'registered',
        receipt: state.lifecycle === 'dispatched',
        closing_signature: state.lifecycle === 'completed',
      };
      for (const [kind, waits] of Object.entries(waiting)) assert.equal(has(kind as CaseKind), waits, kind);
    }),
};

export const ofLevels: Readonly<Record<string, Holds>> = {
  'the level is that of the listing, and the highest is never forgotten': everyEvent(
    (_event, before, after) => {
      if (after.listing) assert.equal(levelOf(after), `listed_${after.listing.level}`);
      else assert.ok(!levelOf(after).startsWith('listed'));
      assert.ok(after.highestListing >= Math.max(before?.highestListing ?? 0, after.listing?.level ?? 0));
    },
  ),
  'only a delisting or a termination ends a listing': everyEvent((event, before, after) => {
    if (before?.listing && !after.listing)
      assert.ok(event.type === 'delisted' || event.type === 'terminated');
  }),
  'a listing’s level never falls': everyEvent((_event, before, after) => {
    if (before?.listing && after.listing) assert.ok(after.listing.level >= before.listing.level);
  }),
};

export const ofOffers: Readonly<Record<string, Holds>> = {
  'a command shown as not to be had is refused, and for the reason shown where it is not about its particulars':
    (life) => {
      const step = life.steps.at(-1);
      if (!step) return;
      for (const actor of [headOf(step.after.unit), caseOfficer, supervisionHead, director]) {
        const moment: Moment = {
          ...rulesFor(step.after, life.context),
          at: step.at,
          actor,
          context: life.context,
        };
        for (const { command, reason } of available(step.after, moment)) {
          if (reason === null) continue;
          const answered = decide(step.after, commandOf(command), moment);
          assert.ok(isRefusal(answered), command);
          if (!commandRules[command].hopeless?.(step.after)) assert.deepEqual(answered, reason);
        }
      }
    },
};
