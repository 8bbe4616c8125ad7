/** Handing out, signing for it, declining, and giving it to another unit (交办, 签收). */
import { openCase, endCase } from '../case-facts.js';
import type { Case, CaseKind } from '../cases.js';
import type { Fact } from '../events.js';
import { caseOf, type ItemState } from '../item.js';
import { refuse } from '../refusals.js';
import { rulesFor } from '../context.js';
import { termOf } from '../terms.js';
import { countsSoFar } from './adopting.js';
import { mootTalks, unknownUnit, type CommandRules, type Moment } from './rules.js';

const ended = (open: Case | undefined, how: 'done' | 'moot' = 'done'): readonly Fact[] =>
  open ? [endCase(open, how)] : [];

const takesOver: readonly CaseKind[] = ['report', 'rectification'];

/** What the old unit owed and the new one takes over: its terms begin anew. */
const takenOver = (state: ItemState, { at, calendar }: Moment): readonly Fact[] =>
  state.cases
    .filter((open) => takesOver.includes(open.kind))
    .map((open) => ({
      type: 'caseTermMoved',
      case: open.id,
      until: termOf(open.kind, at, open.days ?? 0, [], calendar),
      since: at,
    }));

/** The new unit signs for itself, and breaks down and closes in its own time. */
const leftBehind = ['receipt', 'decomposition', 'closing_request'] as const;

export const handingOut: CommandRules<'dispatch' | 'acknowledge' | 'declineDispatch' | 'reassign'> = {
  dispatch: {
    states: ['registered'],
    decide: (state, command, moment) => {
      const unit = command.unit ?? state.unit;
      const { policy, calendarVersion } = moment.context;
      const unknown = unknownUnit([unit], moment);
      if (unknown) return unknown;
      return [
        {
          type: 'dispatched',
          unit,
          otherUnit: unit !== state.unit,
          policy,
          calendarVersion,
          counted: countsSoFar(state, moment),
        },
        ...ended(caseOf(state, 'handing_out')),
        openCase(state, moment.at, rulesFor({ policy, calendarVersion }, moment.context), {
          kind: 'receipt',
        }),
      ];
    },
  },
  acknowledge: {
    states: ['dispatched'],
    decide: (state) => [{ type: 'acknowledged' }, ...ended(caseOf(state, 'receipt'))],
  },
  declineDispatch: {
    states: ['dispatched'],
    ready: (state) => {
      if (state.listing) return refuse('listing_stands');
      // Whoever is about to be listed does not hand the item back meanwhile.
      const pressing = caseOf(state, 'listing_signature') ?? caseOf(state, 'interview');
      return pressing ? refuse('case_open', pressing.id) : null;
    },
    decide: (state, { reason }, moment) => [
      { type: 'dispatchDeclined', reason },
      ...ended(caseOf(state, 'receipt')),
      ...mootTalks(state),
      openCase(state, moment.at, moment, { kind: 'handing_out' }),
    ],
  },
  reassign: {
    states: ['dispatched', 'in_progress'],
    ready: (state) => {
      const submitted = state.milestones.find((m) => m.status === 'submitted');
      if (submitted) return refuse('evidence_under_review', submitted.id);
      const asked = caseOf(state, 'extension');
      return asked ? refuse('case_open', asked.id) : null;
    },
    decide: (state, { unit, reason }, moment) => {
      const fault = unit === state.unit ? refuse('already_done', unit) : unknownUnit([unit], moment);
      if (fault) return fault;
      return [
        { type: 'reassigned', unit, reason },
        ...leftBehind.flatMap((kind) => ended(caseOf(state, kind), 'moot')),
        ...takenOver(state, moment),
        openCase(state, moment.at, moment, { kind: 'receipt' }),
      ];
    },
  },
};
