/** Dates a command sets by hand. They stay where they are set; setting one on a day off is worth a word. */
import type { Calendar } from './calendar.js';
import type { Command } from './commands.js';
import { dayNumber, type IsoDate } from './instants.js';

const datesSet = (command: Command): readonly IsoDate[] => {
  switch (command.type) {
    case 'requestExtension':
      return [command.to];
    case 'grantExtension':
      return command.to === undefined ? [] : [command.to];
    case 'instruct':
      return [command.demand.due];
    case 'returnClosing':
    case 'reopen':
    case 'recordConsultation':
      return command.demands.map(({ due }) => due);
    case 'proposeMilestones':
      return command.milestones.map(({ due }) => due);
    default:
      return [];
  }
};

/** Those among the dates a command sets that are no working days, in order (01, "Clocks"). */
export const daysOffSet = (command: Command, calendar: Calendar): readonly IsoDate[] =>
  [...new Set(datesSet(command))].filter((date) => !calendar.isWorkingDay(dayNumber(date))).sort();
