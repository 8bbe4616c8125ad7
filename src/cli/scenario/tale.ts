/** The tale of one item: the usual ways in which its people hand out, work, report and close. */
import type { CommandType } from '../../domain/commands.js';
import type { IsoDate } from '../../domain/instants.js';
import type { MilestoneSeed } from '../../domain/item.js';
import type { PlanItem } from '../../domain/plan.js';
import { headOf, officerOf } from '../../intake/accounts.js';
import type { Body, Script } from './script.js';

/** How a milestone is worked on. */
export type Manner = 'prompt' | 'late' | 'slowly_reviewed' | 'withdrawn_once';

type Worked = Pick<MilestoneSeed, 'id' | 'due'>;

export class Tale {
  /** The unit that has the item; another after a reassignment. */
  unit: string;

  constructor(
    readonly script: Script,
    readonly item: PlanItem,
  ) {
    this.unit = item.lead;
  }

  // who acts, by login

  get officer(): string {
    return officerOf(this.unit);
  }

  get head(): string {
    return headOf(this.unit);
  }

  get caseOfficer(): string {
    return this.lead.caseOfficer;
  }

  get deputy(): string {
    return this.lead.leaderInCharge;
  }

  get director(): string {
    return this.script.plan.leaders.find(({ rank }) => rank === 'director')?.id ?? '';
  }

  private get lead() {
    const found = this.script.plan.units.find(({ id }) => id === this.item.lead);
    if (!found) throw new Error(`item ${this.item.number} has no lead unit`);
    return found;
  }

  /** Its milestones in the order of their dates. */
  get milestones(): readonly MilestoneSeed[] {
    return [...this.item.milestones].sort((a, b) => (a.due < b.due ? -1 : 1));
  }

  after(date: IsoDate, days: number): IsoDate {
    return this.script.after(date, days);
  }

  ask<T extends CommandType>(date: IsoDate, login: string, command: T, body: Body<T>, time = '10:00'): void {
    this.script.ask(this.item.number, [date, time], login, command, body);
  }

  handOut(on: IsoDate): void {
    this.ask(on, 'supervision-head', 'dispatch', {}, '09:00');
  }

  sign(on: IsoDate): void {
    this.ask(on, this.officer, 'acknowledge', {}, '10:30');
  }

  submit({ id }: Pick<Worked, 'id'>, on: IsoDate): void {
    this.ask(on, this.head, 'submitEvidence', { milestone: id, note: '材料齐全，请审核。' }, '15:00');
  }

  accept({ id }: Pick<Worked, 'id'>, on: IsoDate): void {
    this.ask(on, this.caseOfficer, 'acceptEvidence', { milestone: id, note: '核实属实。' }, '11:00');
  }

  /** Handed in on a day and accepted on the working day after; answers that day. */
  finish(milestone: Pick<Worked, 'id'>, on: IsoDate): IsoDate {
    const accepted = this.after(on, 1);
    this.submit(milestone, on);
    this.accept(milestone, accepted);
    return accepted;
  }

  /** Answers the day of acceptance. */
  work(milestone: Worked, manner: Manner = 'prompt'): IsoDate {
    const { id, due } = milestone;
    switch (manner) {
      case 'prompt':
        return this.finish(milestone, this.script.before(due, 3));
      case 'late':
        return this.finish(milestone, this.after(due, 8));
      case 'slowly_reviewed': {
        const handedIn = this.script.before(due, 1);
        const returned = this.after(handedIn, 9);
        this.submit(milestone, handedIn);
        this.ask(returned, this.caseOfficer, 'returnEvidence', {
          milestone: id,
          reason: '缺少佐证数据，请补充。',
        });
        return this.finish(milestone, this.after(returned, 2));
      }
      case 'withdrawn_once': {
        const handedIn = this.script.before(due, 6);
        this.submit(milestone, handedIn);
        this.ask(this.after(handedIn, 1), this.head, 'withdrawEvidence', {
          milestone: id,
          reason: '附件有误，换新版。',
        });
        return this.finish(milestone, this.after(handedIn, 2));
      }
    }
  }

  /** A report after every quarter that ends from one date to another. */
  report(from: IsoDate, to: IsoDate): void {
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
      for (const day of ['03-31', '06-30', '09-30', '12-31']) {
        const end = `${year}-${day}`;
        if (end < from || end > to) continue;
        this.ask(this.after(end, 3), this.officer, 'reportProgress', {
          text: '按计划推进，本季度无异常。',
        });
      }
  }

  /** Asked for, signed by every co-unit and verified; answers the day of the verification. */
  verify(from: IsoDate): IsoDate {
    const asked = this.after(from, 1);
    this.ask(asked, this.head, 'requestClosing', { text: '任务已全部完成，申请销号。' });
    const signed = this.after(asked, 2);
    for (const unit of this.item.coUnits)
      this.ask(signed, headOf(unit), 'countersign', { opinion: '同意办结。' });
    const verified = this.after(signed, 1);
    this.ask(verified, this.caseOfficer, 'verifyClosing', { text: '已逐项核实。' });
    return verified;
  }

  /** Both keys; answers the day it is closed. */
  close(from: IsoDate, leader = this.deputy): IsoDate {
    const closed = this.after(this.verify(from), 2);
    this.ask(closed, leader, 'approveClosing', { text: '同意销号。' });
    return closed;
  }
}
