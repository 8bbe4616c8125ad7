/**
 * Plays a scenario through the running system: its accounts act over HTTP at the scenario's instants, and what is
 * printed is read from its pages. Who acts and what they ask is said once, for this player and the core's.
 */
import type { Command } from '../../domain/commands.js';
import type { Context } from '../../domain/context.js';
import { itemId, planId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/instants.js';
import type { ItemState } from '../../domain/item.js';
import { refusalCodes } from '../../domain/refusals.js';
import { settle } from '../../domain/settle.js';
import { askedBy, type Asked } from '../../domain/simulation/asked.js';
import { actorOf, castFor } from '../../domain/simulation/cast.js';
import { stepsOf, type Scenario, type ScenarioCommand } from '../../domain/simulation/scenario.js';
import type { Span } from '../../domain/simulation/written.js';
import type { Simulated, SimulatedProbe, SimulatedRejection } from '../../domain/simulation/shown.js';
import { firstContext, nextPolicy, withCalendarYear, withPolicy } from '../../domain/simulation/versions.js';
import { headOf, supervisionHead } from '../../intake/accounts.js';
import { Refused, type Client } from '../scenario/client.js';
import { emptyPdf } from '../scenario/empty-pdf.js';
import { documentOf, itemNumber, loginOf, type Pack } from './document.js';
import { adoptPolicy, recordOutage, updateCalendar } from './new-rules.js';
import { historyOf, pageOf, printedEvents, printedPage, stateOf } from './reading.js';
import type { Stage } from './stage.js';

const isRule = (error: Refused): boolean => refusalCodes.some((code) => code === error.code);

class Player {
  private readonly item: string;
  private readonly rejections: SimulatedRejection[] = [];
  /** What the rules of the plan have come to by what was played; the running system keeps its own. */
  private context: Context;
  private now: Instant;

  constructor(
    private readonly client: Client,
    private readonly plan: string,
    private readonly scenario: Scenario,
    private readonly pack: Pack,
  ) {
    this.item = itemId(planId(plan), itemNumber);
    this.context = firstContext(scenario, pack.policy, pack.calendar);
    this.now = scenario.registered;
  }

  private async advance(to: Instant): Promise<void> {
    if (to <= this.now) return;
    const clock = `/plans/${this.plan}/clock`;
    const body = { to: formatInstant(to) };
    await this.client.command(supervisionHead, `${clock}/advance`, body, `${clock}/advances`);
    this.now = to;
  }

  private async state(): Promise<ItemState> {
    return stateOf(await historyOf(this.client, this.item));
  }

  /** Proof goes with evidence, of which a scenario names none; a policy is named by its version alone. */
  private async bodyOf(command: Command, state: ItemState): Promise<object> {
    const { type, ...body } = command;
    if (type === 'adoptPolicy') return { version: command.policy.version };
    if (type !== 'submitEvidence') return body;
    const file = await this.client.upload(headOf(state.unit), '/files', '佐证材料.pdf', emptyPdf);
    return { ...body, files: [file] };
  }

  /** The code of its refusal; null = done. */
  private async give(command: Command, written: ScenarioCommand): Promise<string | null> {
    const state = await this.state();
    const login = loginOf(castFor(state, command.type, written));
    const path = `/items/${this.item}/commands/${command.type}`;
    try {
      await this.client.command(login, path, await this.bodyOf(command, state), '/submissions');
      return null;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // What is refused at the edge already, the rules refuse as well, or a scenario asks what nobody can.
      const code = isRule(error) ? error.code : this.refusedByRules(state, [command], written);
      if (code === null) throw error;
      return code;
    }
  }

  /** The code with which the rules refuse one of the commands, given in turn; null = all would be done. */
  private refusedByRules(
    present: ItemState,
    commands: readonly Command[],
    written: ScenarioCommand,
  ): string | null {
    let state = present;
    for (const command of commands) {
      const cast = castFor(state, command.type, written);
      const actor = { ...actorOf(cast), person: loginOf(cast) };
      const received = { submission: 's', command, actor, receivedAt: written.at, expectedVersion: null };
      const settled = settle(state, [received], written.at, this.context);
      const outcome = settled.outcomes.get('s');
      if (outcome?.kind === 'refused') return outcome.code;
      state = settled.state;
    }
    return null;
  }

  private async giveAll(commands: readonly Command[], written: ScenarioCommand): Promise<string | null> {
    // What was asked over HTTP cannot be taken back: whether all will be done is found out before any is asked.
    const refused = commands.length > 1 ? this.refusedByRules(await this.state(), commands, written) : null;
    if (refused !== null) return refused;
    for (const command of commands) {
      const code = await this.give(command, written);
      if (code !== null) return code;
    }
    return null;
  }

  /** The plan takes the new version in any case; an item that does not go over to it is asked why. */
  private async renew(
    asked: Extract<Asked, { of: 'plan' }>,
    written: ScenarioCommand,
  ): Promise<string | null> {
    if ('year' in asked) {
      await updateCalendar(this.client, this.plan, asked.year);
      this.context = withCalendarYear(this.context, asked.year);
      return null;
    }
    if ('outage' in asked) return this.record(asked.outage);
    const wanted = nextPolicy(this.pack.policy, asked.policy, this.context.policy);
    const policy = { ...wanted, version: await adoptPolicy(this.client, this.plan, wanted) };
    this.context = withPolicy(this.context, policy);
    const { policyVersion } = await pageOf(this.client, this.item);
    return policyVersion === policy.version ? null : this.give({ type: 'adoptPolicy', policy }, written);
  }

  private async record(outage: Span): Promise<string | null> {
    try {
      await recordOutage(this.client, this.plan, outage);
      return null;
    } catch (error) {
      if (error instanceof Refused && isRule(error)) return error.code;
      throw error;
    }
  }

  private async play(written: ScenarioCommand): Promise<void> {
    await this.advance(written.at);
    const asked = askedBy(written);
    const refused =
      asked.of === 'item' ? await this.giveAll(asked.commands, written) : await this.renew(asked, written);
    if (refused !== null)
      this.rejections.push({ at: formatInstant(written.at), do: written.do, code: refused });
  }

  private async probe(at: Instant): Promise<SimulatedProbe> {
    await this.advance(at);
    const { cases } = await this.state();
    return printedPage(
      await pageOf(this.client, this.item),
      cases.map(({ id }) => id),
    );
  }

  async run(): Promise<Simulated> {
    const probes: SimulatedProbe[] = [];
    for (const { at, command } of stepsOf(this.scenario)) {
      if (command) await this.play(command);
      else probes.push(await this.probe(at));
    }
    await this.advance(this.scenario.until);
    const events = printedEvents(await historyOf(this.client, this.item));
    return { events, rejections: this.rejections, probes };
  }
}

/** `plan`: the id it is imported under; a stage plays many, one after another. */
export const playThrough = async (
  stage: Stage,
  plan: string,
  scenario: Scenario,
  pack: Pack,
): Promise<Simulated> => {
  await stage.take(documentOf(plan, scenario, pack), scenario.registered);
  return new Player(stage.client, plan, scenario, pack).run();
};
