/**
 * A year of a plan as a list of acts, worked out before it is played: some units on time, some late, some silent,
 * reviewers fast and slow, one item listed up to level 2 and delisted, one closed. The same plan gives the same year.
 */
import { createCalendar, workingDayAfter, workingDayBefore, type Calendar } from '../../domain/calendar.js';
import type { CommandType } from '../../domain/commands.js';
import { addDays, endOf, parseInstant, type Instant, type IsoDate } from '../../domain/instants.js';
import type { MilestoneSeed } from '../../domain/item.js';
import type { PlanDocument, PlanItem, PlanUnit } from '../../domain/plan.js';
import { defaultPolicy } from '../../domain/policy.js';
import { headOf, officerOf, supervisionHead } from '../accounts.js';

export interface Act {
  readonly at: Instant;
  readonly item: number;
  readonly login: string;
  readonly command: CommandType;
  readonly body: Readonly<Record<string, unknown>>;
  /** A file goes with it, named so. */
  readonly file?: string;
}

export interface Year {
  readonly acts: readonly Act[];
  readonly end: Instant;
  /** Items with a part of their own. */
  readonly listed: number;
  readonly closed: number;
}

/** How an item's people behave. */
type Manner = 'prompt' | 'late' | 'slowly_reviewed' | 'silent';
const manners: readonly Manner[] = ['silent', 'prompt', 'late', 'slowly_reviewed'];

/** Whoever acts on an item, by login. */
interface Cast {
  readonly officer: string;
  readonly head: string;
  readonly caseOfficer: string;
  readonly deputy: string;
}

class Script {
  readonly acts: Act[] = [];
  private readonly calendar: Calendar;

  constructor(
    private readonly plan: PlanDocument,
    readonly start: IsoDate,
  ) {
    this.calendar = createCalendar(plan.calendar);
  }

  after(date: IsoDate, days: number): IsoDate {
    return workingDayAfter(this.calendar, date, days);
  }

  before(date: IsoDate, days: number): IsoDate {
    return workingDayBefore(this.calendar, date, days);
  }

  cast({ lead }: PlanItem): Cast {
    const unit = this.plan.units.find(({ id }) => id === lead) as PlanUnit;
    return {
      officer: officerOf(lead),
      head: headOf(lead),
      caseOfficer: unit.caseOfficer,
      deputy: unit.leaderInCharge,
    };
  }

  act(
    date: IsoDate,
    time: string,
    item: PlanItem,
    login: string,
    command: CommandType,
    body: Act['body'] = {},
  ): void {
    const file =
      command === 'submitEvidence'
        ? { file: `${item.number}号事项${String(body['milestone'])}佐证材料.pdf` }
        : {};
    this.acts.push({
      at: parseInstant(`${date}T${time}`) ?? 0,
      item: item.number,
      login,
      command,
      body,
      ...file,
    });
  }
}

const handOut = (script: Script, item: PlanItem, signs: boolean): void => {
  const { officer } = script.cast(item);
  const day = script.after(script.start, 1);
  script.act(day, '09:00', item, supervisionHead, 'dispatch');
  if (signs) script.act(script.after(day, 1), '10:00', item, officer, 'acknowledge');
};

const submit = (script: Script, item: PlanItem, { id }: MilestoneSeed, on: IsoDate): void =>
  script.act(on, '15:00', item, script.cast(item).head, 'submitEvidence', {
    milestone: id,
    note: '材料齐全，请审核。',
  });

const accept = (script: Script, item: PlanItem, { id }: MilestoneSeed, on: IsoDate): void =>
  script.act(on, '11:00', item, script.cast(item).caseOfficer, 'acceptEvidence', {
    milestone: id,
    note: '核实属实。',
  });

const back = (script: Script, item: PlanItem, { id }: MilestoneSeed, on: IsoDate): void =>
  script.act(on, '16:00', item, script.cast(item).caseOfficer, 'returnEvidence', {
    milestone: id,
    reason: '缺少佐证数据，请补充。',
  });

const workOn = (script: Script, item: PlanItem, manner: Manner, milestone: MilestoneSeed): void => {
  const { due } = milestone;
  switch (manner) {
    case 'prompt': {
      const handedIn = script.before(due, 3);
      submit(script, item, milestone, handedIn);
      return accept(script, item, milestone, script.after(handedIn, 1));
    }
    case 'late': {
      const handedIn = script.after(due, 8);
      submit(script, item, milestone, handedIn);
      return accept(script, item, milestone, script.after(handedIn, 3));
    }
    case 'slowly_reviewed': {
      const handedIn = script.before(due, 1);
      submit(script, item, milestone, handedIn);
      const returned = script.after(handedIn, 9);
      back(script, item, milestone, returned);
      const again = script.after(returned, 2);
      submit(script, item, milestone, again);
      return accept(script, item, milestone, script.after(again, 1));
    }
    case 'silent':
      return;
  }
};

const report = (script: Script, item: PlanItem, end: IsoDate): void => {
  for (const quarterEnd of ['2021-12-31', '2022-03-31', '2022-06-30', '2022-09-30']) {
    const on = script.after(quarterEnd, 3);
    if (on < end)
      script.act(on, '10:00', item, script.cast(item).officer, 'reportProgress', {
        text: '按计划推进，本季度无异常。',
      });
  }
};

/** Silent until level 2 is proposed; signed, then worked off and delisted. */
const listedAndDelisted = (script: Script, item: PlanItem, end: IsoDate): void => {
  const { head, caseOfficer, deputy } = script.cast(item);
  const [first, ...later] = item.milestones;
  if (!first) throw new Error(`item ${item.number} has no milestone`);
  const { listing1, listing2 } = defaultPolicy.rungs;
  const at = (days: number): IsoDate => script.after(first.due, days);
  script.act(at(listing1 + 3), '10:00', item, head, 'submitRectificationPlan', {
    text: '整改方案：补齐材料，专人负责。',
    files: [],
  });
  script.act(at(listing1 + 5), '10:00', item, caseOfficer, 'acceptRectificationPlan');
  script.act(at(listing2 + 2), '10:00', item, deputy, 'signListing');
  submit(script, item, first, at(listing2 + 4));
  accept(script, item, first, at(listing2 + 6));
  script.act(at(listing2 + 7), '10:00', item, caseOfficer, 'proposeDelisting');
  script.act(at(listing2 + 8), '10:00', item, deputy, 'delist');
  for (const milestone of later.filter(({ due }) => due < end && due > at(listing2 + 9)))
    workOn(script, item, 'prompt', milestone);
};

/** Everything handed in ahead of time, a milestone a day, then closed with two keys. */
const closedEarly = (script: Script, item: PlanItem): void => {
  const { head, caseOfficer, deputy } = script.cast(item);
  let day = script.after(script.start, 10);
  for (const milestone of item.milestones) {
    submit(script, item, milestone, day);
    day = script.after(day, 1);
    accept(script, item, milestone, day);
  }
  const next = (): IsoDate => (day = script.after(day, 1));
  script.act(next(), '10:00', item, head, 'requestClosing', { text: '任务已全部完成，申请销号。' });
  for (const unit of item.coUnits)
    script.act(next(), '10:00', item, headOf(unit), 'countersign', { opinion: '同意。' });
  script.act(next(), '10:00', item, caseOfficer, 'verifyClosing', { text: '已逐项核实。' });
  script.act(next(), '10:00', item, deputy, 'approveClosing', { text: '同意销号。' });
};

/** The year of a plan from a date on. */
export const yearOf = (plan: PlanDocument, start: IsoDate): Year => {
  const script = new Script(plan, start);
  const end = addDays(start, 365);
  const [listed, closed] = partsOf(plan, end);
  for (const item of plan.items) {
    const manner = manners[item.number % manners.length] ?? 'prompt';
    handOut(script, item, item.number % 8 !== 4);
    if (item.number === listed) listedAndDelisted(script, item, end);
    else if (item.number === closed) closedEarly(script, item);
    else {
      for (const milestone of item.milestones.filter(({ due }) => due < end))
        workOn(script, item, manner, milestone);
      if (manner === 'prompt') report(script, item, end);
    }
  }
  const acts = script.acts.filter(({ at }) => at < endOf(end)).sort((a, b) => a.at - b.at || a.item - b.item);
  return { acts, end: endOf(end), listed, closed };
};

/**
 * Of the items that are not silent: the one due first is listed, since there is time to delist it; the one with
 * the fewest milestones and co-units is closed.
 */
const partsOf = ({ items }: PlanDocument, end: IsoDate): [listed: number, closed: number] => {
  const awake = items.filter(
    ({ number, milestones }) => number % 4 !== 0 && (milestones[0]?.due ?? end) < end,
  );
  const byDue = [...awake].sort((a, b) =>
    (a.milestones[0]?.due ?? '') < (b.milestones[0]?.due ?? '') ? -1 : 1,
  );
  const listed = byDue[0]?.number ?? 0;
  const effort = ({ milestones, coUnits }: PlanItem) => milestones.length + coUnits.length;
  const byEffort = awake.filter(({ number }) => number !== listed).sort((a, b) => effort(a) - effort(b));
  return [listed, byEffort[0]?.number ?? 0];
};
