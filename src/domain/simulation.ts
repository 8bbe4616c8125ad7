/**
 * Plays a scenario on the pure core. What it prints is what the running system does with the same file: what a
 * command asks, who gives it and what is printed are said in `simulation/`, once for both.
 */
import type { CalendarYear } from './calendar.js';
import type { Command, OutageSpan } from './commands.js';
import type { Context } from './context.js';
import type { ItemEvent } from './events.js';
import { formatInstant, type Instant } from './instants.js';
import type { ItemState } from './item.js';
import type { Policy } from './policy.js';
import { register } from './register.js';
import { settle } from './settle.js';
import { askedBy, type Asked } from './simulation/asked.js';
import { actorOf, castFor } from './simulation/cast.js';
import { stepsOf, type Scenario, type ScenarioCommand } from './simulation/scenario.js';
import {
  probeOf,
  shownEvent,
  type Simulated,
  type SimulatedProbe,
  type SimulatedRejection,
} from './simulation/shown.js';
import { firstContext, nextPolicy, withCalendarYear, withPolicy } from './simulation/versions.js';
import { ownUnit, seedOf } from './simulation/written.js';
import { toldOf } from './told.js';

class Player {
  private state: ItemState;
  private context: Context;
  private readonly log: ItemEvent[] = [];
  private readonly rejections: SimulatedRejection[] = [];
  private readonly outages: OutageSpan[] = [];

  constructor(
    private readonly scenario: Scenario,
    private readonly base: Policy,
    years: readonly CalendarYear[],
  ) {
    this.context = firstContext(scenario, base, years);
    const { state, events } = register(
      {
        type: 'registered',
        unit: ownUnit,
        coUnits: scenario.item.coUnits,
        caseOfficer: null,
        binding: scenario.item.binding,
        policy: this.context.policy,
        calendarVersion: this.context.calendarVersion,
        milestones: scenario.milestones.map(seedOf),
        measures: [],
      },
      scenario.registered,
      this.context,
    );
    this.state = state;
    this.log.push(...events);
  }

  private advance(now: Instant): void {
    const { state, events } = settle(this.state, [], now, this.context);
    this.state = state;
    this.log.push(...events);
  }

  /** Settles one command; false when it was refused. */
  private submit(command: Command, written: ScenarioCommand): boolean {
    const actor = actorOf(castFor(this.state, command.type, written));
    const received = { submission: 's', command, actor, receivedAt: written.at, expectedVersion: null };
    const { state, events, outcomes } = settle(this.state, [received], written.at, this.context);
    this.state = state;
    this.log.push(...events);
    const outcome = outcomes.get('s');
    if (outcome?.kind !== 'refused') return true;
    this.rejections.push({ at: formatInstant(written.at), do: written.do, code: outcome.code });
    return false;
  }

  /** What the plan is asked has its new version before the item is told of it. */
  private commandsOf(asked: Asked): readonly Command[] {
    if (asked.of === 'item') return asked.commands;
    if ('year' in asked) {
      this.context = withCalendarYear(this.context, asked.year);
      return [{ type: 'adoptCalendar', version: this.context.calendarVersion }];
    }
    if ('outage' in asked) {
      const { from, until: to } = asked.outage;
      return [{ type: 'adoptOutage', outage: this.outages.length + 1, from, to, others: [...this.outages] }];
    }
    const policy = nextPolicy(this.base, asked.policy, this.context.policy);
    this.context = withPolicy(this.context, policy);
    return [{ type: 'adoptPolicy', policy }];
  }

  /** What stands for two commands happens whole or not at all. */
  private play(written: ScenarioCommand): void {
    this.advance(written.at - 1);
    const before = { state: this.state, events: this.log.length };
    const commands = this.commandsOf(askedBy(written));
    const isDone = commands.every((command) => this.submit(command, written));
    if (isDone) this.outages.push(...commands.filter((command) => command.type === 'adoptOutage'));
    if (isDone || commands.length === 1) return;
    this.state = before.state;
    this.log.length = before.events;
  }

  private probe(at: Instant): SimulatedProbe {
    this.advance(at);
    return probeOf(this.state, at, this.context);
  }

  run(): Simulated {
    const probes: SimulatedProbe[] = [];
    for (const { at, command } of stepsOf(this.scenario)) {
      if (command) this.play(command);
      else probes.push(this.probe(at));
    }
    this.advance(this.scenario.until);
    const events = this.log.flatMap((event) => shownEvent(event, toldOf(event).to));
    return { events, rejections: this.rejections, probes };
  }
}

/** `base` and `years` are the pack's policy and calendar that the scenario starts from. */
export const simulate = (scenario: Scenario, base: Policy, years: readonly CalendarYear[]): Simulated =>
  new Player(scenario, base, years).run();
