import type { parts as zh } from '../zh/parts';

const days = (n: number, said: string): string => `${n} ${n === 1 ? 'day' : 'days'} ${said}`;

export const parts: typeof zh = {
  lights: {
    green: 'On track',
    yellow: 'Due soon',
    red: 'Overdue',
    grey: 'Suspended',
    unstarted: 'Not begun',
    terminated: 'Terminated',
    blue: 'Completed',
    closed: 'Closed',
  },
  levelsShort: {
    none: '',
    urged: 'U',
    lettered: 'L',
    listed_1: 'Level 1',
    listed_2: 'Level 2',
    listed_3: 'Level 3',
  },
  overDays: (n) => days(n, 'over'),
  overWorkingDays: (n) => days(n, 'over'),
  lateWorkingDays: (n) => days(n, 'late'),
  leftWorkingDays: (n) => days(n, 'left'),
  leftDays: (n) => days(n, 'left'),
  lateDays: (n) => days(n, 'late'),
  sinceWorkingDays: (n) => days(n, 'so far'),
  dueToday: 'Due today',
  dueOn: (date) => `due ${date}`,
  termOn: (date) => `by ${date}`,
  dayBoxes: (used, total, late) =>
    late > 0 ? `${total} working days, ${late} late` : `${used} of ${total} working days used`,
  versionMoved: 'The item has changed since you opened it:',
  takeNew: 'Go on with it as it is now',
  requestId: (id) => `Request ${id}`,
  undecided: (at) => `Received at ${at}, being decided…`,
  unreachable: 'The server cannot be reached; asking again under the same key, nothing is doubled.',
  done: 'Done',
  tileTitle: (n, title) => `Item ${n} ${title}`,
  listMark: ', ',
  copied: 'Copied',
  notCopied: 'The browser does not allow copying; select it by hand.',
  nobody: 'nobody holds the post',
};
