/** Promise: what a week brought into somebody's inbox, by how it came. */
import type { Notice } from '../../data/contract';
import { dateOf, mondayOf } from '../../parts/dates';

export interface Week {
  readonly total: number;
  /** Told by themselves. */
  readonly atOnce: number;
  /** Reminders, and in how many morning digests they came. */
  readonly inDigests: number;
  readonly digests: number;
}

export const weekOf = (
  notices: readonly Pick<Notice, 'class' | 'deliverAt' | 'message'>[],
  today: string,
): Week => {
  const monday = mondayOf(today);
  const ofWeek = notices.filter(({ deliverAt }) => dateOf(deliverAt) >= monday);
  const reminders = ofWeek.filter((notice) => notice.class === 'reminder');
  return {
    total: ofWeek.length,
    atOnce: ofWeek.length - reminders.length,
    inDigests: reminders.length,
    digests: new Set(reminders.map(({ message }) => message)).size,
  };
};
