/** Dates and scope: extensions, changes, suspension (延期, 变更, 暂停). */
import { workingDayBefore, workingDaysIn, movedByWorkingDays } from '../calendar.js';
import { endCase, openCase } from '../case-facts.js';
import type { Fact } from '../events.js';
import { addDays, dateOf, daysBetween } from '../instants.js';
import {
  caseOf,
  dateOverAt,
  isOpen,
  lastDayOf,
  standing,
  type ItemState,
  type Milestone,
  type ScopeChange,
} from '../item.js';
import { uncarried } from '../list.js';
import { isRefusal, refuse, type Refusal } from '../refusals.js';
import {
  allOf,
  dateAhead,
  first,
  needsCase,
  openMilestone,
  noneOpen,
  otherThan,
  unknownUnit,
  type CommandRules,
  type Moment,
} from './rules.js';
import { mootExtension } from './working.js';

/** Asked in time: by the later of n working days before due and a fifth of the span before it. */
export const askedInTime = (milestone: Milestone, { at, policy, calendar }: Moment): boolean => {
  if (milestone.overdueAt !== null) return false;
  const spanDays = Math.max(0, daysBetween(dateOf(milestone.inForceSince ?? at), milestone.due));
  const byWorkingDays = workingDayBefore(calendar, milestone.due, policy.extensionAsked);
  const bySpan = addDays(milestone.due, -Math.floor(spanDays / policy.extensionSpanFraction));
  const deadline = byWorkingDays > bySpan ? byWorkingDays : bySpan;
  return dateOf(at) <= deadline;
};

const forLeader = (state: ItemState, milestone: Milestone, late: boolean): boolean =>
  late || milestone.extensionsGranted > 0 || state.listing !== null || state.binding;

const byLeader = (moment: Moment): Refusal | null =>
  moment.actor.role === 'leader' ? null : refuse('rank_too_low', 'deputy');

const endAsked = (
  state: ItemState,
  kind: 'extension' | 'change' | 'suspension',
  subject?: string,
): readonly Fact[] => {
  const asked = caseOf(state, kind, subject);
  return asked ? [endCase(asked)] : [];
};

const askedExtension = (state: ItemState, id: string) => {
  const asked = state.extensions.find((extension) => extension.milestone === id);
  const milestone = openMilestone(state, id);
  if (isRefusal(milestone)) return milestone;
  return asked ? { asked, milestone } : refuse('no_such_case', `extension/${id}`);
};

/** Only a leader drops a milestone or changes one the plan prints. */
const changeForLeader = (state: ItemState, { drop, evidence }: ScopeChange): boolean =>
  drop !== undefined || state.milestones.some((m) => m.id === evidence?.milestone && m.basis === 'plan');

const changeFault = (state: ItemState, { drop, evidence, coUnits }: ScopeChange): Refusal | null => {
  // Nobody countersigns for himself.
  if (coUnits?.includes(state.unit)) return refuse('invalid', state.unit);
  const named = [drop, evidence?.milestone].filter((id) => id !== undefined);
  for (const id of named) {
    const milestone = openMilestone(state, id);
    if (isRefusal(milestone)) return milestone;
  }
  const hole =
    drop === undefined
      ? undefined
      : uncarried(
          state.measures,
          standing(state).filter((m) => m.id !== drop),
        );
  return hole ? refuse('measure_uncarried', hole.id) : null;
};

/** A drop ends whatever waited on the milestone. */
const dropped = (state: ItemState, drop: string | undefined): readonly Fact[] => {
  if (drop === undefined) return [];
  const review = caseOf(state, 'evidence_review', drop);
  return [
    { type: 'milestoneDropped', milestone: drop },
    ...(review ? [endCase(review, 'moot')] : []),
    ...mootExtension(state, drop),
  ];
};

/** What a unit was to remove that assists no more, nobody waits for it to remove. */
const freedOf = (state: ItemState, coUnits: readonly string[] | undefined): readonly Fact[] =>
  coUnits === undefined
    ? []
    : state.cases
        .filter(({ kind, unit }) => kind === 'obstacle' && unit !== null && !coUnits.includes(unit))
        .map((open) => endCase(open, 'moot'));

/** Dates not over when it began, and open terms, move by the working days lost. */
const movedBySuspension = (state: ItemState, { at, calendar }: Moment): readonly Fact[] => {
  const from = state.suspendedSince ?? at;
  const lost = workingDaysIn(calendar, dateOf(from), dateOf(at));
  if (lost === 0) return [];
  const dates = state.milestones
    .filter((m) => isOpen(m) && m.inForceSince !== null && m.overdueAt === null && dateOverAt(m) > from)
    .map((m): Fact => ({
      type: 'dueDateMoved',
      milestone: m.id,
      due: movedByWorkingDays(calendar, lastDayOf(m), lost),
      cause: 'resume',
    }));
  const terms = state.cases
    .filter((open) => open.kind !== 'suspension' && open.overAt === null)
    .map((open): Fact => ({
      type: 'caseTermMoved',
      case: open.id,
      until: movedByWorkingDays(calendar, open.until, lost),
    }));
  return [...dates, ...terms];
};

export const time: CommandRules<
  | 'requestExtension'
  | 'grantExtension'
  | 'refuseExtension'
  | 'requestChange'
  | 'grantChange'
  | 'refuseChange'
  | 'suspend'
  | 'resume'
> = {
  requestExtension: {
    states: ['in_progress'],
    hopeless: noneOpen,
    decide: (state, { milestone: id, to, reason }, moment) => {
      const milestone = openMilestone(state, id);
      if (isRefusal(milestone)) return milestone;
      const open = caseOf(state, 'extension', id);
      const fault = first(
        open ? refuse('case_open', open.id) : null,
        milestone.extensionsGranted >= moment.policy.extensionsAtMost
          ? refuse('too_many_extensions', id)
          : null,
        dateAhead(to, moment),
        to <= lastDayOf(milestone) ? refuse('date_not_future', to) : null,
      );
      if (fault) return fault;
      const late = !askedInTime(milestone, moment);
      return [
        { type: 'extensionRequested', milestone: id, to, late, reason },
        openCase(state, moment.at, moment, {
          kind: 'extension',
          subject: id,
          owedBy: forLeader(state, milestone, late) ? 'leader_in_charge' : 'supervision_head',
        }),
      ];
    },
  },
  grantExtension: {
    states: ['in_progress'],
    ready: needsCase('extension'),
    decide: (state, command, moment) => {
      const found = askedExtension(state, command.milestone);
      if (isRefusal(found)) return found;
      const { asked, milestone } = found;
      const to = command.to ?? asked.to;
      const fault = first(
        forLeader(state, milestone, asked.late) ? byLeader(moment) : null,
        otherThan(moment.actor, asked.by),
        dateAhead(to, moment),
        to <= lastDayOf(milestone) ? refuse('date_not_future', to) : null,
      );
      if (fault) return fault;
      return [
        { type: 'extensionGranted', milestone: milestone.id, to },
        ...endAsked(state, 'extension', milestone.id),
        { type: 'dueDateMoved', milestone: milestone.id, due: to, cause: 'extension' },
      ];
    },
  },
  refuseExtension: {
    states: ['in_progress'],
    ready: needsCase('extension'),
    decide: (state, { milestone: id, reason }, moment) => {
      const found = askedExtension(state, id);
      if (isRefusal(found)) return found;
      const rank = forLeader(state, found.milestone, found.asked.late) ? byLeader(moment) : null;
      return (
        rank ?? [{ type: 'extensionRefused', milestone: id, reason }, ...endAsked(state, 'extension', id)]
      );
    },
  },

  requestChange: {
    states: ['in_progress'],
    ready: (state) => {
      const open = caseOf(state, 'change');
      return open ? refuse('case_open', open.id) : null;
    },
    decide: (state, { change, reason }, moment) =>
      changeFault(state, change) ??
      unknownUnit(change.coUnits ?? [], moment) ?? [
        { type: 'changeRequested', change, reason },
        openCase(state, moment.at, moment, {
          kind: 'change',
          owedBy: changeForLeader(state, change) ? 'leader_in_charge' : 'supervision_head',
        }),
      ],
  },
  grantChange: {
    states: ['in_progress'],
    ready: needsCase('change'),
    decide: (state, _command, moment) => {
      if (!state.change) return refuse('no_such_case', 'change');
      const { change, by } = state.change;
      const fault = first(
        changeForLeader(state, change) ? byLeader(moment) : null,
        otherThan(moment.actor, by),
        changeFault(state, change),
      );
      return (
        fault ??
        allOf(
          [{ type: 'changeGranted', change }],
          endAsked(state, 'change'),
          dropped(state, change.drop),
          freedOf(state, change.coUnits),
        )
      );
    },
  },
  refuseChange: {
    states: ['in_progress'],
    ready: needsCase('change'),
    decide: (state, { reason }, moment) => {
      if (!state.change) return refuse('no_such_case', 'change');
      const rank = changeForLeader(state, state.change.change) ? byLeader(moment) : null;
      return rank ?? [{ type: 'changeRefused', reason }, ...endAsked(state, 'change')];
    },
  },

  suspend: {
    states: ['dispatched', 'in_progress'],
    decide: (state, { until, reason }, moment) =>
      dateAhead(until, moment) ?? [
        { type: 'suspended', until, reason },
        openCase(state, moment.at, moment, { kind: 'suspension', until }),
      ],
  },
  resume: {
    states: ['dispatched', 'in_progress'],
    whileSuspended: true,
    ready: (state) => (state.suspendedSince === null ? refuse('wrong_state', state.lifecycle) : null),
    decide: (state, _command, moment) => [
      { type: 'resumed' },
      ...endAsked(state, 'suspension'),
      ...movedBySuspension(state, moment),
    ],
  },
};
