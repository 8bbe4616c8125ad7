/** Dates a command sets by hand. They stay where they are set; setting one on a day off is worth a word. */
import type { Calendar } from './calendar.js';
import type { Command } from './commands.js';
import { dayNumber, type IsoDate } from './instants.js';

/** Of an extension its new date, of demands and proposals each due date. */
const datesSet = (command: Command): readonly IsoDate[] => [
  ...('to' in command && typeof command.to === 'string' ? [command.to] : []),
  ...('demand' in command ? [command.demand.due] : []),
  ...('demands' in command ? command.demands.map(({ due }) => due) : []),
  ...(command.type === 'proposeMilestones' ? command.milestones.map(({ due }) => due) : []),
];

/** Those among the dates a command sets that are no working days, in order (01, "Clocks"). */
export const daysOffSet = (command: Command, calendar: Calendar): readonly IsoDate[] =>
  [...new Set(datesSet(command))].filter((date) => !calendar.isWorkingDay(dayNumber(date))).sort();
