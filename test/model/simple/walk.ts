/** Plays what was asked of an item by walking every day from its birth; nothing is kept from one walk to the next. */
import type { Command, CommandType } from '../../../src/domain/commands.js';
import type { Instant } from '../../../src/domain/instants.js';
import type { Lifecycle } from '../../../src/domain/item.js';
import type { Actor, Role } from '../../../src/domain/people.js';
import type { RefusalCode } from '../../../src/domain/refusals.js';
import { ring } from './alarms.js';
import { endCases, openCase, openOf } from './cases.js';
import { dayAt, midnight } from './days.js';
import { withdrawProposal } from './enforcement.js';
import { morningMs } from './reminders.js';
import { type Rule, type Rules, denied } from './rule.js';
import { ending, ofClosing } from './rules/ending.js';
import { adopting } from './rules/adopting.js';
import { breakingDown } from './rules/breaking-down.js';
import { changes } from './rules/changes.js';
import { delisting } from './rules/delisting.js';
import { enforcing } from './rules/enforcing.js';
import { extensions } from './rules/extensions.js';
import { handingOut } from './rules/handing-out.js';
import { obstacles } from './rules/obstacles.js';
import { strikingOff } from './rules/striking-off.js';
import { suspending } from './rules/suspending.js';
import { working } from './rules/working.js';
import { suspendedNow } from './spans.js';
import { type Setup, World } from './world.js';

const table: Rules<CommandType> = {
  ...handingOut,
  ...breakingDown,
  ...strikingOff,
  ...working,
  ...obstacles,
  ...extensions,
  ...changes,
  ...suspending,
  ...adopting,
  ...enforcing,
  ...delisting,
  ...ending,
};

const ruleOf = (command: Command): Rule<CommandType> => table[command.type] as Rule<CommandType>;

const letters: Readonly<Record<Lifecycle, string>> = {
  registered: 'R',
  dispatched: 'D',
  in_progress: 'P',
  closing_review: 'V',
  completed: 'C',
  closed: 'X',
  terminated: 'T',
};

const roleLetters: Readonly<Record<Role, string>> = {
  unit_officer: 'o',
  unit_head: 'h',
  case_officer: 'c',
  supervision_head: 's',
  leader: 'l',
  system_admin: '-',
  security_admin: '-',
  audit_admin: '-',
};

const whileSuspended: readonly CommandType[] = [
  'resume',
  'terminate',
  'comment',
  'adoptPolicy',
  'adoptCalendar',
  'adoptOutage',
];

/** Whose own unit it must not be. */
const ofOthersToo: readonly CommandType[] = ['countersign', 'answerObstacle'];

const mayGive = (world: World, type: CommandType, { role, unit }: Actor): boolean => {
  if (!table[type].by.includes(roleLetters[role])) return false;
  if (unit === null || unit === world.unit || ofOthersToo.includes(type)) return true;
  return type === 'comment' && world.coUnits.includes(unit);
};

/** Every reason to refuse; none = it is accepted. */
const refusals = (world: World, command: Command, actor: Actor): ReadonlySet<RefusalCode> => {
  const { type } = command;
  const rule = ruleOf(command);
  const reasons = [
    ...(mayGive(world, type, actor) ? [] : denied),
    suspendedNow(world) && !whileSuspended.includes(type) && 'suspended',
    !rule.in.includes(letters[world.lifecycle]) && 'wrong_state',
    ...(rule.unless?.(world, command, actor) ?? []),
  ] as const;
  return new Set(reasons.filter((reason) => reason !== false));
};

/** What follows of itself from what a command changed. */
const follow = (world: World): void => {
  withdrawProposal(world);
  if (suspendedNow(world)) return;
  const inProgress = world.lifecycle === 'in_progress';
  const empty = world.miles.every(({ status }) => status === 'dropped');
  if (inProgress && empty && !openOf(world, 'decomposition') && world.decomposition === null)
    openCase(world, 'decomposition', 'unit');
  const closable = inProgress && ofClosing(world).every((reason) => reason === false);
  if (!closable) endCases(world, 'closing_request');
  else if (!openOf(world, 'closing_request')) openCase(world, 'closing_request', 'unit');
};

/** Something asked, and whether it was granted; or only a look, when there is no command. */
export interface Turn {
  readonly at: Instant;
  readonly asked: { readonly command: Command; readonly actor: Actor; readonly accepted: boolean } | null;
}

export interface Outage {
  readonly from: Instant;
  readonly until: Instant;
}

/** Lets every day and morning up to the instant come. */
const goTo = (world: World, until: Instant, handledAt: (due: Instant) => Instant): void => {
  for (let day = dayAt(world.now); midnight(day) <= until; day += 1)
    for (const stop of [midnight(day), midnight(day) + morningMs(world.policy)])
      if (stop > world.now && stop <= until) {
        world.now = stop;
        world.handledAt = handledAt(stop);
        ring(world, true);
      }
  world.now = until;
  world.handledAt = until;
};

/** Walks through the turns; `seen` is shown the world at each, with every reason against what is asked there. */
export const walk = (
  setup: Setup,
  turns: readonly Turn[],
  outages: readonly Outage[],
  seen: (world: World, turn: number, against: ReadonlySet<RefusalCode>) => void,
): void => {
  const world = new World(setup);
  openCase(world, 'handing_out', 'case_officer');
  const handledAt = (due: Instant): Instant =>
    outages.find(({ from, until }) => from <= due && due < until)?.until ?? due;
  turns.forEach(({ at, asked }, n) => {
    goTo(world, at, handledAt);
    const against = asked ? refusals(world, asked.command, asked.actor) : new Set<RefusalCode>();
    if (asked?.accepted && against.size === 0) {
      ruleOf(asked.command).then?.(world, asked.command, asked.actor);
      follow(world);
      ring(world, false);
      follow(world);
    }
    seen(world, n, against);
  });
};
