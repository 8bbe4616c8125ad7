/** The acts of a scenario: who does what to which item or to the plan, and when; worked out before anything is played. */
import { createCalendar, workingDayAfter, workingDayBefore, type Calendar } from '../../domain/calendar.js';
import type { CommandOf, CommandType } from '../../domain/commands.js';
import { parseInstant, type Instant, type IsoDate } from '../../domain/instants.js';
import type { PlanDocument } from '../../domain/plan.js';
import type { PlanCommand } from '../../domain/plan-commands.js';

interface Timed {
  readonly at: Instant;
  readonly login: string;
}

/** Asked of an item. */
export interface ItemAct extends Timed {
  readonly item: number;
  readonly command: CommandType;
  readonly body: Readonly<Record<string, unknown>>;
  /** A file goes with it, named so. */
  readonly file?: string;
}

/** Asked of the plan. */
export interface PlanAct extends Timed {
  readonly item: null;
  readonly command: Exclude<PlanCommand, { type: 'advanceClock' }>;
}

export type Act = ItemAct | PlanAct;

/** What a command needs; files are uploaded when it is given. */
export type Body<T extends CommandType> = Omit<CommandOf<T>, 'type' | 'files'>;

const instantOf = (date: IsoDate, time: string): Instant => {
  const instant = parseInstant(`${date}T${time}`);
  if (instant === null) throw new Error(`a scenario names a time that is none: ${date} ${time}`);
  return instant;
};

export class Script {
  private readonly written: Act[] = [];
  private readonly calendar: Calendar;

  constructor(readonly plan: PlanDocument) {
    this.calendar = createCalendar(plan.calendar);
  }

  /** The n-th working day after a date. */
  after(date: IsoDate, days: number): IsoDate {
    return workingDayAfter(this.calendar, date, days);
  }

  before(date: IsoDate, days: number): IsoDate {
    return workingDayBefore(this.calendar, date, days);
  }

  ask<T extends CommandType>(
    item: number,
    [date, time]: readonly [IsoDate, string],
    login: string,
    command: T,
    body: Body<T>,
  ): void {
    const proof = 'milestone' in body ? String(body.milestone) : '';
    const file = command === 'submitEvidence' ? { file: `${item}号事项${proof}佐证材料.pdf` } : {};
    this.written.push({
      at: instantOf(date, time),
      item,
      login,
      command,
      body: body,
      ...file,
    });
  }

  askPlan(date: IsoDate, time: string, login: string, command: PlanAct['command']): void {
    this.written.push({ at: instantOf(date, time), item: null, login, command });
  }

  /** In the order in which they are given; what comes before the item's handing out or after `end` is not. */
  acts(end: Instant): readonly Act[] {
    return this.written.filter(({ at }) => at < end).sort((a, b) => a.at - b.at);
  }
}
