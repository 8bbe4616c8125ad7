import type { inbox as zh } from '../zh/inbox';

export const inbox: typeof zh = {
  sub: (unread) => (unread === 0 ? 'Everything is read' : `${unread} unread`),
  markAll: 'Mark all listed as read',
  mark: 'Mark as read',
  markSaid: (what) => `Mark as read: ${what}`,
  unread: 'Unread',
  read: 'Read',
  filters: { all: 'All', unread: 'Unread' },
  filter: 'Show',
  classes: { reminder: 'Digest', urgent: 'At once', formal: 'Document' },
  classSaid: {
    reminder: 'A reminder, in the morning digest',
    urgent: 'Delivered at once',
    formal: 'A formal document',
  },
  insteadOf: (post) => `Nobody is ${post}; it comes to you instead`,
  nothing: 'The inbox is empty',
  nothingHint:
    'Reminders, urges, letters and listings arrive here; there is something new once the clock of the plan moves.',
  nothingUnread: 'Nothing is unread',
  nothingUnreadHint: 'Choose “All” to see what was read.',
  more: 'Earlier',
};
