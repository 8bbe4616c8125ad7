/** Promise: a row of the desk says how urgent it is, what it is about and what follows if it is left, as the API has it. */
import type { TaskShown } from '../../commands/tasks-of';
import type { DeskEntry } from '../../data/contract';
import { dateOf, shortDate } from '../../parts/dates';
import { plainTile } from '../../parts/tile-title';
import { text, words } from '../../text';

const said = text.desk;

/** The figure of its clock; null = nothing to count. */
export const clockFigure = ({ over, kind, workingDays }: DeskEntry): string | null => {
  if (over && workingDays.over === 0) return null;
  if (over)
    return kind === 'milestone'
      ? text.parts.overWorkingDays(workingDays.over)
      : text.parts.lateWorkingDays(workingDays.over);
  if (workingDays.left === null) return null;
  return workingDays.left === 0 ? text.parts.dueToday : text.parts.leftWorkingDays(workingDays.left);
};

export const clockDate = ({ kind, until }: DeskEntry, today: string): string =>
  (kind === 'milestone' ? text.parts.dueOn : text.parts.termOn)(shortDate(until, today));

/** What it is about: the milestone, else the item. */
export const subjectOf = ({ kind, title, item }: DeskEntry): string =>
  kind === 'milestone' ? title : plainTile(item.tile);

/** A case with the milestone or level it is about. */
export const caseSaid = ({ title, about }: Pick<DeskEntry, 'title' | 'about'>): string =>
  about === null ? title : words.ofSubject(title, about);

/** What kind of thing it is; reports are of their quarters. */
export const matterOf = ({ entry, alike }: TaskShown): string => {
  if (entry.kind === 'milestone')
    return entry.returned === null ? said.milestone : said.returned(entry.returned.reason);
  const subjects = [entry, ...alike].flatMap(({ subject }) => subject ?? []);
  return entry.case === 'report' ? `${entry.title} ${subjects.join(said.enumeration)}` : caseSaid(entry);
};

export interface Consequence {
  readonly key: string;
  readonly date: string;
  readonly what: string;
}

/** As many as are read at a glance. */
const consequencesAtMost = 3;

const isReminder = ({ rung }: DeskEntry['ahead'][number]): boolean => rung.startsWith('reminder');

/** What comes by itself: of a milestone its next rungs, a reminder only where it is all there is. */
export const consequencesOf = ({ ahead, otherwise }: DeskEntry, today: string): readonly Consequence[] => {
  const graver = ahead.filter((rung) => !isReminder(rung));
  const rungs = (graver.length > 0 ? graver : ahead).slice(0, consequencesAtMost);
  if (rungs.length > 0)
    return rungs.map(({ rung, title, at }) => ({
      key: rung,
      date: shortDate(dateOf(at), today),
      what: title,
    }));
  if (otherwise === null) return [];
  const told = otherwise.told.map((post) => words.posts[post]).join(said.enumeration);
  const what = told === '' ? otherwise.text : `${otherwise.text}${said.comma}${said.told(told)}`;
  return [{ key: otherwise.key, date: shortDate(dateOf(otherwise.at), today), what }];
};

/** How many of them are over, and how many milestones fall due soon. */
/** A date that is over is overdue (逾期); a term that is over is late (超时限), and turns no light red. */
export const countsOf = (
  tasks: readonly TaskShown[],
): { readonly over: number; readonly late: number; readonly soon: number } => ({
  over: tasks.filter(({ entry }) => entry.over && entry.kind === 'milestone').length,
  late: tasks.filter(({ entry }) => entry.over && entry.kind !== 'milestone').length,
  soon: tasks.filter(({ entry }) => !entry.over && entry.light === 'yellow').length,
});
