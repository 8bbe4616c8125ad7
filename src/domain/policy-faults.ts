/** Whether a policy makes sense: rungs that follow each other, a table of reminders in order, mornings within the hours. */
import { timeMs } from './instants.js';
import { enforcementRungs, type EnforcementRung, type Policy } from './policy.js';

/** What does not make sense; figures are those of the policy. */
export type PolicyFlaw =
  | {
      readonly flaw: 'rung_not_later';
      readonly rung: EnforcementRung;
      readonly mark: number;
      readonly before: EnforcementRung;
      readonly markBefore: number;
    }
  | { readonly flaw: 'only_last_open' }
  | { readonly flaw: 'span_not_longer'; readonly span: number; readonly before: number }
  | { readonly flaw: 'reminder_before_span'; readonly span: number; readonly days: number }
  | { readonly flaw: 'hours_backwards'; readonly from: string; readonly to: string }
  | {
      readonly flaw: 'morning_outside_hours';
      readonly morning: string;
      readonly from: string;
      readonly to: string;
    };

export type PolicyFault = PolicyFlaw & {
  /** Where in the policy. */
  readonly path: readonly (string | number)[];
};

const rungFaults = ({ rungs }: Policy): readonly PolicyFault[] =>
  enforcementRungs.slice(1).flatMap((rung, index): PolicyFault[] => {
    const before = enforcementRungs[index] ?? rung;
    const [mark, markBefore] = [rungs[rung], rungs[before]];
    if (mark > markBefore) return [];
    return [{ path: ['rungs', rung], flaw: 'rung_not_later', rung, mark, before, markBefore }];
  });

const reminderFaults = ({ firstReminder }: Policy): readonly PolicyFault[] =>
  firstReminder.flatMap(([span, days], index): PolicyFault[] => {
    const path = ['firstReminder', index];
    const before = firstReminder[index - 1]?.[0] ?? 0;
    const isLast = index === firstReminder.length - 1;
    if ((span === null) !== isLast) return [{ path, flaw: 'only_last_open' }];
    if (span === null) return [];
    if (span <= before) return [{ path, flaw: 'span_not_longer', span, before }];
    return days > span ? [{ path, flaw: 'reminder_before_span', span, days }] : [];
  });

const hourFaults = ({ morning, workingHours: [from, to] }: Policy): readonly PolicyFault[] => {
  if (timeMs(from) >= timeMs(to)) return [{ path: ['workingHours'], flaw: 'hours_backwards', from, to }];
  const within = timeMs(morning) >= timeMs(from) && timeMs(morning) < timeMs(to);
  return within ? [] : [{ path: ['morning'], flaw: 'morning_outside_hours', morning, from, to }];
};

/** Nothing = it makes sense. */
export const policyFaults = (policy: Policy): readonly PolicyFault[] => [
  ...rungFaults(policy),
  ...reminderFaults(policy),
  ...hourFaults(policy),
];
