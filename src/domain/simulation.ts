/**
 * Plays a scenario on the pure core: one item, the dates it was handed out with, a timeline of commands, and
 * instants at which the screen is read. What it prints is what the running system does with the same file.
 */
import { createCalendar, withYear, type Calendar, type CalendarYear } from './calendar.js';
import type { Command, CommandType } from './commands.js';
import { commandTypes } from './decide.js';
import { dateOf, daysBetween, formatInstant, type Instant, type IsoDate } from './instants.js';
import type { ItemEvent } from './events.js';
import { caseOf, isOverdue, type ItemState, type ListingLevel, type Milestone } from './item.js';
import { marksOf } from './ladder.js';
import { levelOf } from './level.js';
import { lightOf, milestoneLight } from './light.js';
import { owed } from './owing.js';
import type { Actor, PostRole, Rank, Role } from './people.js';
import { withOverrides, type Policy, type PolicyOverrides } from './policy.js';
import { register } from './register.js';
import { mayGive } from './rights.js';
import { settle } from './settle.js';
import { rulesFor, type Context } from './context.js';
import { toldOf } from './told.js';

export interface ScenarioMilestone {
  readonly id: string;
  readonly due: IsoDate;
  readonly basis?: 'plan' | 'proposed';
  readonly done?: boolean;
  readonly title?: string;
}

/** A command as a scenario writes it; only what its kind needs is set. */
export interface ScenarioCommand {
  readonly at: Instant;
  readonly do: string;
  readonly milestone?: string;
  readonly to?: IsoDate;
  readonly until?: IsoDate;
  readonly level?: ListingLevel;
  readonly unit?: string;
  readonly by?: string;
  readonly due?: IsoDate;
  readonly id?: string;
  readonly milestones?: readonly ScenarioMilestone[];
  readonly replaces?: readonly string[];
  readonly policy?: PolicyOverrides;
  readonly year?: number;
  readonly off?: readonly IsoDate[];
  readonly on?: readonly IsoDate[];
}

export interface Scenario {
  readonly title: string;
  readonly until: Instant;
  readonly registered: Instant;
  readonly item: { readonly id: string; readonly binding: boolean; readonly coUnits: readonly string[] };
  readonly milestones: readonly ScenarioMilestone[];
  readonly policy: PolicyOverrides;
  readonly publishedYears: readonly number[] | null;
  readonly downtime: readonly { readonly from: Instant; readonly until: Instant }[];
  readonly commands: readonly ScenarioCommand[];
  readonly probes: readonly Instant[];
}

export interface SimulatedEvent {
  readonly at: string;
  readonly kind: string;
  readonly key: string;
  readonly told: readonly PostRole[];
  readonly recordedAt?: string;
  readonly reason?: string;
  readonly since?: string;
  readonly level?: number;
  readonly into?: string;
  readonly report?: string;
}

export interface SimulatedMilestone {
  readonly due: IsoDate;
  readonly firstDue: IsoDate;
  readonly epoch: number;
  readonly light: string;
  readonly overdue: boolean;
  readonly marks: number;
  readonly daysOverdue: number;
}

export interface SimulatedProbe {
  readonly at: string;
  readonly lifecycle: string;
  readonly suspended: boolean;
  readonly light: string;
  readonly level: string;
  readonly milestones: Readonly<Record<string, SimulatedMilestone>>;
  readonly owed: readonly {
    readonly case: string;
    readonly by: string;
    readonly since: string;
    readonly until: IsoDate;
    readonly over: boolean;
  }[];
}

export interface Simulated {
  readonly events: readonly SimulatedEvent[];
  readonly rejections: readonly { readonly at: string; readonly do: string; readonly code: string }[];
  readonly probes: readonly SimulatedProbe[];
}

const ownUnit = 'U1';
const posts: Readonly<Record<string, { role: Role; rank: Rank | null }>> = {
  unit_officer: { role: 'unit_officer', rank: null },
  unit_head: { role: 'unit_head', rank: null },
  case_officer: { role: 'case_officer', rank: null },
  supervision_head: { role: 'supervision_head', rank: null },
  leader_in_charge: { role: 'leader', rank: 'deputy' },
  deputy_director: { role: 'leader', rank: 'deputy' },
  director: { role: 'leader', rank: 'director' },
};

export const scenarioPosts = [
  'unit_officer',
  'unit_head',
  'case_officer',
  'supervision_head',
  'leader_in_charge',
  'deputy_director',
  'director',
] as const;

/** Commands a scenario may give: those of an item that need no list of measures, and two of its own. */
export const scenarioCommands = [
  ...commandTypes.filter((type) => !['proposeStrikeOff', 'waiveMeasure', 'adoptCalendar'].includes(type)),
  'dropMilestone',
  'updateCalendar',
];

/** The post that gives a command when the scenario names none: the highest that may, with rank enough for all. */
const properPost = (state: ItemState, type: CommandType, milestone: string | undefined): string => {
  const roles = mayGive[type];
  if (type === 'returnClosing') return state.lifecycle === 'completed' ? 'director' : 'case_officer';
  if (type === 'grantExtension' || type === 'refuseExtension') {
    const open = caseOf(state, 'extension', milestone);
    return open?.owedBy === 'supervision_head' ? 'supervision_head' : 'leader_in_charge';
  }
  if (type === 'grantChange' || type === 'refuseChange') {
    const open = caseOf(state, 'change');
    return open?.owedBy === 'supervision_head' ? 'supervision_head' : 'leader_in_charge';
  }
  if (roles.includes('unit_head')) return 'unit_head';
  if (roles.includes('case_officer')) return 'case_officer';
  return roles.includes('leader') ? 'director' : 'supervision_head';
};

const actorFor = (state: ItemState, type: CommandType, command: ScenarioCommand): Actor => {
  // Of a drop, `by` names who grants it.
  const named = command.do === 'dropMilestone' && type === 'requestChange' ? undefined : command.by;
  const post = named ?? properPost(state, type, command.milestone);
  const { role, rank } = posts[post] ?? { role: 'unit_officer' as const, rank: null };
  const ofUnit = role === 'unit_officer' || role === 'unit_head';
  const unit = type === 'countersign' ? (command.unit ?? null) : state.unit;
  return {
    person: ofUnit ? `${post} of ${unit}` : post,
    role,
    unit: ofUnit ? unit : null,
    rank,
    onBehalfOf: null,
  };
};

const milestoneSeed = ({ id, due, basis, done, title }: ScenarioMilestone) => ({
  id,
  title: title ?? id,
  due,
  basis: basis ?? ('proposed' as const),
  evidence: '',
  weight: 0,
  measures: [],
  ...(done ? { doneBy: 'import' } : {}),
});

const demandsOf = ({ milestones, id, due }: ScenarioCommand) => {
  if (milestones) return milestones.map((m) => ({ id: m.id, due: m.due }));
  return due === undefined ? [] : [id === undefined ? { due } : { id, due }];
};

const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

class Player {
  private state: ItemState;
  private calendar: Calendar;
  private calendars = new Map<number, Calendar>();
  private policy: Policy;
  private readonly log: ItemEvent[] = [];
  readonly rejections: { at: string; do: string; code: string }[] = [];

  constructor(
    private readonly scenario: Scenario,
    private readonly base: Policy,
    years: readonly CalendarYear[],
  ) {
    const published = scenario.publishedYears;
    this.calendar = createCalendar(
      years.filter(({ year }) => published === null || published.includes(year)),
    );
    this.calendars.set(1, this.calendar);
    this.policy = withOverrides(base, scenario.policy);
    const { state, events } = register(
      {
        type: 'registered',
        unit: ownUnit,
        coUnits: scenario.item.coUnits,
        caseOfficer: null,
        binding: scenario.item.binding,
        policy: this.policy,
        calendarVersion: 1,
        milestones: scenario.milestones.map(milestoneSeed),
        measures: [],
      },
      scenario.registered,
      this.context(),
    );
    this.state = state;
    this.log.push(...events);
  }

  private context(): Context {
    return {
      calendars: this.calendars,
      calendarVersion: this.calendars.size,
      policy: this.policy,
      recordedAt: (due) =>
        this.scenario.downtime.find(({ from, until }) => from <= due && due < until)?.until ?? due,
    };
  }

  private advance(now: Instant): void {
    const { state, events } = settle(this.state, [], now, this.context());
    this.state = state;
    this.log.push(...events);
  }

  /** Settles one command; false when it was refused. */
  private submit(command: Command, written: ScenarioCommand): boolean {
    const actor = actorFor(this.state, command.type, written);
    const received = { submission: 's', command, actor, receivedAt: written.at, expectedVersion: null };
    const { state, events, outcomes } = settle(this.state, [received], written.at, this.context());
    this.state = state;
    this.log.push(...events);
    const outcome = outcomes.get('s');
    if (outcome?.kind !== 'refused') return true;
    this.rejections.push({ at: formatInstant(written.at), do: written.do, code: outcome.code });
    return false;
  }

  /** What stands for two commands happens whole or not at all. */
  private play(written: ScenarioCommand): void {
    this.advance(written.at - 1);
    const before = { state: this.state, events: this.log.length };
    for (const command of this.commandsFor(written))
      if (!this.submit(command, written)) {
        if (written.do === command.type) return;
        this.state = before.state;
        this.log.length = before.events;
        return;
      }
  }

  /** A scenario's command as commands of the item; a few stand for two. */
  private commandsFor(written: ScenarioCommand): readonly Command[] {
    const { milestone = '' } = written;
    const [reason, text, note] = ['', '', ''];
    const type = written.do as CommandType;
    switch (type) {
      case 'dispatch':
        return [{ type, ...given('unit', written.unit) }];
      case 'reassign':
        return [{ type, unit: written.unit ?? '', reason }];
      case 'proposeMilestones':
        return [
          {
            type,
            milestones: (written.milestones ?? []).map(milestoneSeed),
            replaces: written.replaces ?? [],
          },
        ];
      case 'submitEvidence':
        return [{ type, milestone, files: [], note }];
      case 'acceptEvidence':
        return [{ type, milestone, note }];
      case 'withdrawEvidence':
      case 'returnEvidence':
        return [{ type, milestone, reason }];
      case 'refuseExtension':
        return [{ type, milestone, reason }];
      case 'requestExtension':
        return [{ type, milestone, to: written.to ?? '', reason }];
      case 'grantExtension':
        return [{ type, milestone, ...given('to', written.to) }];
      case 'requestChange':
        return [
          {
            type,
            change: milestone === '' ? { note: '' } : { evidence: { milestone, evidence: '' } },
            reason,
          },
        ];
      case 'suspend':
        return [{ type, until: written.until ?? '', reason }];
      case 'urge':
      case 'issueLetter':
        return [{ type, note, ...given('milestone', written.milestone) }];
      case 'proposeListing':
        return [{ type, level: written.level ?? 1 }];
      case 'recordInterview':
        return [{ type, record: text }];
      case 'submitRectificationPlan':
        return [{ type, text, files: [] }];
      case 'instruct':
        return [
          { type, text, demand: { due: written.due ?? '', ...given('id', written.id ?? written.milestone) } },
        ];
      case 'countersign':
        return [{ type, opinion: text }];
      case 'returnClosing':
      case 'reopen':
        return [{ type, reason, demands: demandsOf(written) }];
      case 'adoptPolicy':
        this.policy = {
          ...withOverrides(this.base, written.policy ?? {}),
          version: this.policy.version + 1,
        };
        return [{ type, policy: this.policy }];
      case 'declineDispatch':
      case 'returnMilestones':
      case 'declineStrikeOff':
      case 'refuseChange':
      case 'declineListing':
      case 'returnRectificationPlan':
      case 'declineDelisting':
      case 'terminate':
        return [{ type, reason }];
      case 'reportProgress':
      case 'requestClosing':
      case 'verifyClosing':
      case 'approveClosing':
      case 'comment':
        return [{ type, text }];
      case 'acknowledge':
      case 'approveMilestones':
      case 'strikeOff':
      case 'grantChange':
      case 'resume':
      case 'signListing':
      case 'callInterview':
      case 'acceptRectificationPlan':
      case 'proposeDelisting':
      case 'delist':
        return [{ type }];
      case 'raiseObstacle':
        return [{ type, text, named: 'supervision_head' }];
      case 'withdrawObstacle':
        return [{ type, obstacle: written.id ?? 'obstacle/1', reason }];
      case 'answerObstacle':
        return [{ type, obstacle: written.id ?? 'obstacle/1', answer: text }];
      case 'callConsultation':
        return [{ type, text }];
      case 'recordConsultation':
        return [{ type, record: text, demands: demandsOf(written) }];
      case 'proposeStrikeOff':
      case 'waiveMeasure':
      case 'adoptCalendar':
        throw new Error(
          `${type} does not fit a scenario: it has no measures and edits years by updateCalendar`,
        );
      default:
        return this.composite(written, milestone);
    }
  }

  private composite(written: ScenarioCommand, milestone: string): readonly Command[] {
    switch (written.do) {
      case 'dropMilestone':
        return [{ type: 'requestChange', change: { drop: milestone }, reason: '' }, { type: 'grantChange' }];
      case 'updateCalendar': {
        const { year = 0, off = [], on = [] } = written;
        this.calendar = withYear(this.calendar, { year, off, on });
        this.calendars = new Map([...this.calendars, [this.calendars.size + 1, this.calendar]]);
        return [{ type: 'adoptCalendar', version: this.calendars.size }];
      }
      default:
        throw new Error(`no command is called ${written.do}`);
    }
  }

  private probe(at: Instant): SimulatedProbe {
    this.advance(at);
    const { state } = this;
    const rules = rulesFor(state, this.context());
    const shown = (m: Milestone): SimulatedMilestone => ({
      due: m.due,
      firstDue: m.firstDue,
      epoch: m.epoch,
      light: milestoneLight(state, m, at, rules).light,
      overdue: isOverdue(m),
      marks: marksOf(state, m, at, rules),
      daysOverdue: isOverdue(m) ? daysBetween(m.due, dateOf(at)) : 0,
    });
    return {
      at: formatInstant(at),
      lifecycle: state.lifecycle,
      suspended: state.suspendedSince !== null,
      light: lightOf(state, at, rules).light,
      level: levelOf(state),
      milestones: Object.fromEntries(state.milestones.map((m) => [m.id, shown(m)])),
      owed: owed(state).map(({ case: id, by, since, until, over }) => ({
        case: id,
        by,
        since: formatInstant(since),
        until,
        over,
      })),
    };
  }

  run(): Simulated {
    const steps = [
      ...this.scenario.commands.map((command) => ({ at: command.at, order: 0, command })),
      ...this.scenario.probes.map((at) => ({ at, order: 1, command: null })),
    ]
      .filter(({ at }) => at <= this.scenario.until)
      .sort((a, b) => a.at - b.at || a.order - b.order);
    const probes: SimulatedProbe[] = [];
    for (const { at, command } of steps) {
      if (command) this.play(command);
      else probes.push(this.probe(at));
    }
    this.advance(this.scenario.until);
    return { events: this.log.flatMap(shownEvent), rejections: this.rejections, probes };
  }
}

const saysLevel: ReadonlySet<string> = new Set(['listed', 'listingProposed', 'standingReported']);

/** What alarms brought about, and listings; commands' own events are in the scenario already. */
const shownEvent = (event: ItemEvent): SimulatedEvent[] => {
  const { key } = event as { key?: string };
  if (key === undefined) return [];
  const facts = event as Partial<Record<'reason' | 'into' | 'report', string>> & {
    since?: Instant;
    level?: number;
  };
  return [
    {
      at: formatInstant(event.at),
      kind: event.type,
      key,
      told: toldOf(event).to,
      ...given('recordedAt', event.recordedAt === event.at ? undefined : formatInstant(event.recordedAt)),
      ...given('reason', facts.reason),
      ...given('since', facts.since === undefined ? undefined : formatInstant(facts.since)),
      ...given('level', saysLevel.has(event.type) ? facts.level : undefined),
      ...given('into', facts.into),
      ...given('report', facts.report),
    },
  ];
};

/** `base` and `years` are the pack's policy and calendar that the scenario starts from. */
export const simulate = (scenario: Scenario, base: Policy, years: readonly CalendarYear[]): Simulated =>
  new Player(scenario, base, years).run();
