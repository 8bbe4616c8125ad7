/** A plan rehearsed on the rules alone: the acts of a scenario, given to its items in memory. */
import { accountsOf } from '../../src/intake/accounts.js';
import type { Act, ItemAct, PlanAct } from '../../src/cli/scenario/script.js';
import { createCalendar } from '../../src/domain/calendar.js';
import type { Command } from '../../src/domain/commands.js';
import { formatInstant, parseInstant, type Instant } from '../../src/domain/instants.js';
import type { ItemState } from '../../src/domain/item.js';
import type { Actor } from '../../src/domain/people.js';
import { isBinding, type PlanDocument } from '../../src/domain/plan.js';
import { yearsWith } from '../../src/domain/plan-rules.js';
import type { Policy } from '../../src/domain/policy.js';
import { register } from '../../src/domain/register.js';
import { settle } from '../../src/domain/settle.js';
import { standingOf, type Standing } from '../../src/domain/standing.js';
import { rulesFor, type Context } from '../../src/domain/context.js';

/** The whole plan in memory, asked as the running system is. */
export class Rehearsal {
  private readonly actors: ReadonlyMap<string, Actor>;
  private context: Context;
  private readonly published = new Map<number, Policy>();
  private outage: { readonly from: Instant; readonly to: Instant } | null = null;
  readonly items = new Map<number, ItemState>();
  readonly refused: string[] = [];

  constructor(private readonly document: PlanDocument) {
    this.actors = new Map(
      accountsOf(document).map(({ login, role, unit, rank }) => [
        login,
        { person: login, role, unit, rank, onBehalfOf: null },
      ]),
    );
    this.context = {
      calendars: new Map([[1, createCalendar(document.calendar)]]),
      calendarVersion: 1,
      policy: document.policy,
      recordedAt: (due) => due,
    };
    const at = parseInstant(`${document.publishedOn}T08:30`) ?? 0;
    for (const item of document.items) {
      const caseOfficer = document.units.find(({ id }) => id === item.lead)?.caseOfficer ?? null;
      const { state } = register(
        {
          type: 'registered',
          unit: item.lead,
          coUnits: item.coUnits,
          caseOfficer,
          binding: isBinding(document, item),
          policy: document.policy,
          calendarVersion: 1,
          milestones: item.milestones,
          measures: item.measures.map((measure) => ({ ...measure, mark: null })),
        },
        at,
        this.context,
      );
      this.items.set(item.number, state);
    }
  }

  give(act: Act): void {
    if (act.item === null) return this.govern(act);
    const command = { ...act.body, type: act.command, files: [] } as unknown as Command;
    this.ask(act.item, act, command);
  }

  /** How an item stands at an instant not before its last event. */
  standing(number: number, now: Instant): Standing {
    const state = this.items.get(number);
    if (!state) throw new Error(`there is no item ${number}`);
    return standingOf(state, now, rulesFor(state, this.context));
  }

  until(end: Instant): void {
    for (const [number, state] of this.items)
      this.items.set(number, settle(state, [], end, this.context).state);
  }

  private ask(number: number, { at, login }: Pick<ItemAct, 'at' | 'login'>, command: Command): void {
    const [state, actor] = [this.items.get(number), this.actors.get(login)];
    if (!state || !actor) throw new Error(`there is no item ${number} or no ${login}`);
    const received = { submission: 's', command, actor, receivedAt: at, expectedVersion: null };
    const settled = settle(state, [received], at, this.context);
    const outcome = settled.outcomes.get('s');
    if (outcome?.kind === 'refused')
      this.refused.push(
        `${formatInstant(at)} item ${number} ${login} ${command.type}: ${outcome.code} ${outcome.detail ?? ''}`,
      );
    this.items.set(number, settled.state);
  }

  private govern({ at, login, command }: PlanAct): void {
    const all = (asked: Command): void => {
      for (const [number, { lifecycle }] of this.items)
        if (lifecycle !== 'closed' && lifecycle !== 'terminated') this.ask(number, { at, login }, asked);
    };
    switch (command.type) {
      case 'publishPolicy': {
        const version = this.document.policy.version + this.published.size + 1;
        this.published.set(version, { ...command.policy, version });
        return;
      }
      case 'signPolicy':
        this.context = {
          ...this.context,
          policy: this.published.get(command.version) ?? this.context.policy,
        };
        return;
      case 'adoptPolicy':
        return all({ type: 'adoptPolicy', policy: this.context.policy });
      case 'updateCalendar': {
        const version = this.context.calendarVersion + 1;
        const calendar = createCalendar(yearsWith(this.document.calendar, command.year));
        const calendars = new Map([...this.context.calendars, [version, calendar]]);
        this.context = { ...this.context, calendars, calendarVersion: version };
        return all({ type: 'adoptCalendar', version });
      }
      case 'recordOutage':
        this.outage = { from: command.from, to: command.to };
        return;
      case 'confirmOutage':
        return all({
          type: 'adoptOutage',
          outage: command.outage,
          others: [],
          ...(this.outage ?? { from: 0, to: 0 }),
        });
    }
  }
}
