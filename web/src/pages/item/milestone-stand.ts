/** How a milestone stands: its mark, a word, and what there is to add; all as the API says. */
import type { Milestone } from '../../data/contract';
import type { LightShape } from '../../parts/light';
import { text, words } from '../../text';

const labels = text.item;

export interface Stand {
  readonly shape: LightShape;
  readonly word: string;
  readonly note: string;
}

const acceptedNote = ({ onTime, due, firstDue }: Milestone): string => {
  if (onTime === false) return labels.late;
  return due === firstDue ? labels.onTime : labels.onTimeAfterExtension;
};

/** Of a milestone whose item stands still: why, by the rule that made it grey. */
const still: Readonly<Record<string, LightShape>> = {
  not_handed_out: 'unstarted',
  terminated: 'terminated',
  suspended: 'grey',
};

const besides = (...said: readonly string[]): string => said.filter((one) => one !== '').join(labels.comma);

/** `rule`: what gave it its colour. */
export const standOf = (milestone: Milestone, rule: string): Stand => {
  const { status, light, overdue, workingDays } = milestone;
  const review = status === 'submitted' ? labels.inReview : '';
  const returned = milestone.returned === null ? '' : labels.returned;
  if (status === 'accepted')
    return { shape: 'blue', word: words.milestoneStatuses.accepted, note: acceptedNote(milestone) };
  if (status === 'dropped') return { shape: 'terminated', word: words.milestoneStatuses.dropped, note: '' };
  if (overdue)
    return {
      shape: 'red',
      word: text.parts.lights.red,
      note: review || besides(text.parts.overWorkingDays(workingDays.over), returned),
    };
  if (light === 'grey') {
    const shape = still[rule] ?? 'grey';
    return { shape, word: text.parts.lights[shape], note: '' };
  }
  const left = workingDays.left > 0 ? text.parts.leftWorkingDays(workingDays.left) : '';
  if (light === 'yellow')
    return { shape: 'yellow', word: text.parts.lights.yellow, note: review || besides(left, returned) };
  if (returned !== '') return { shape: 'unstarted', word: returned, note: left };
  return review === ''
    ? { shape: 'unstarted', word: labels.notDue, note: left }
    : { shape: 'green', word: review, note: left };
};
