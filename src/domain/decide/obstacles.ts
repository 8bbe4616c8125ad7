/** What holds a unit up and who can remove it; the meeting that settles it (堵点, 会商). */
import { endCase, openCase } from '../case-facts.js';
import type { Case, Owner } from '../cases.js';
import { caseOf, type ItemState } from '../item.js';
import { ranksAtLeast, type Actor } from '../people.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import { allOf, demanded, needsCase, type CommandRules } from './rules.js';

const obstacleOf = (state: ItemState, id: string): Case | Refusal =>
  state.cases.find((open) => open.kind === 'obstacle' && open.id === id) ?? refuse('no_such_case', id);

/** Answered by whoever was named, or by someone above; a director answers for every post of the bureau. */
const answers: Readonly<Record<Owner, (actor: Actor, unit: string | null) => boolean>> = {
  unit: () => false,
  co_unit: ({ role, rank, unit: own }, unit) =>
    (role === 'unit_head' && own === unit) || ranksAtLeast(rank, 'director'),
  case_officer: ({ role }) => role !== 'unit_head',
  supervision_head: ({ role }) => role === 'supervision_head' || role === 'leader',
  leader_in_charge: ({ role }) => role === 'leader',
  director: ({ rank }) => ranksAtLeast(rank, 'director'),
};

export const obstacles: CommandRules<
  'raiseObstacle' | 'withdrawObstacle' | 'answerObstacle' | 'callConsultation' | 'recordConsultation'
> = {
  raiseObstacle: {
    states: ['dispatched', 'in_progress'],
    decide: (state, { text, named, unit }, moment) => {
      if ((named === 'co_unit') !== (unit !== undefined)) return refuse('invalid', named);
      if (unit !== undefined && !state.coUnits.includes(unit)) return refuse('invalid', unit);
      const opened = openCase(state, moment.at, moment, {
        kind: 'obstacle',
        owedBy: named,
        ...(unit === undefined ? {} : { unit }),
      });
      return [{ type: 'obstacleRaised', obstacle: opened.case, text, named, unit: unit ?? null }, opened];
    },
  },
  withdrawObstacle: {
    states: ['dispatched', 'in_progress'],
    ready: needsCase('obstacle'),
    decide: (state, { obstacle, reason }) => {
      const open = obstacleOf(state, obstacle);
      return isRefusal(open)
        ? open
        : [{ type: 'obstacleWithdrawn', obstacle, reason }, endCase(open, 'moot')];
    },
  },
  answerObstacle: {
    states: ['dispatched', 'in_progress'],
    ready: needsCase('obstacle'),
    decide: (state, { obstacle, answer }, { actor }) => {
      const open = obstacleOf(state, obstacle);
      if (isRefusal(open)) return open;
      if (!answers[open.owedBy](actor, open.unit)) return refuse('rank_too_low', open.owedBy);
      return [{ type: 'obstacleAnswered', obstacle, answer }, endCase(open)];
    },
  },
  callConsultation: {
    states: ['dispatched', 'in_progress'],
    ready: (state) => {
      const open = caseOf(state, 'consultation_record');
      return open ? refuse('case_open', open.id) : null;
    },
    decide: (state, { text }, moment) => [
      { type: 'consultationCalled', text },
      openCase(state, moment.at, moment, { kind: 'consultation_record' }),
    ],
  },
  recordConsultation: {
    states: ['dispatched', 'in_progress'],
    ready: needsCase('consultation_record'),
    // Its conclusions are dated milestones of the unit, or there are none.
    decide: (state, { record, demands }, moment) => {
      const open = caseOf(state, 'consultation_record');
      return allOf(
        [{ type: 'consultationRecorded', record }, ...(open ? [endCase(open)] : [])],
        demands.length === 0 ? [] : demanded(state, demands, 'consultation', record, moment),
      );
    },
  },
};
