/**
 * Stories of one item: given what happened, when something is asked, then these facts. A step that was meant to
 * happen and is refused fails the test at once, so that no story ends elsewhere than it says.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createCalendar, withYear, type Calendar, type CalendarYear } from '../../../src/domain/calendar.js';
import type { Command, CommandOf, CommandType } from '../../../src/domain/commands.js';
import type { FactType, ItemEvent } from '../../../src/domain/events.js';
import { formatInstant, parseInstant, type Instant, type IsoDate } from '../../../src/domain/instants.js';
import type { ItemState, Milestone, MilestoneSeed } from '../../../src/domain/item.js';
import type { Rules } from '../../../src/domain/ladder.js';
import { levelOf } from '../../../src/domain/level.js';
import { lightOf, milestoneLight } from '../../../src/domain/light.js';
import type { Actor } from '../../../src/domain/people.js';
import { defaultPolicy, withOverrides, type PolicyOverrides } from '../../../src/domain/policy.js';
import type { RefusalCode } from '../../../src/domain/refusals.js';
import { register } from '../../../src/domain/register.js';
import { settle } from '../../../src/domain/settle.js';
import { rulesFor, type Context } from '../../../src/domain/context.js';
import { headOf, usualActor } from './people.js';

const calendarFile = new URL('../../../plans/zhoushan-2021-2025/calendar.yaml', import.meta.url);
export const publishedYears = parse(readFileSync(calendarFile, 'utf8')) as readonly CalendarYear[];

/** The official calendar of 2021 to 2026. */
export const calendar: Calendar = createCalendar(publishedYears);
export const defaultRules: Rules = { policy: defaultPolicy, calendar };

/** An instant in Shanghai; throws when there is none of that name. */
export const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`no such instant: ${text}`);
  return instant;
};

export const milestone = (id: string, due: IsoDate, more: Partial<MilestoneSeed> = {}): MilestoneSeed => ({
  id,
  title: id,
  due,
  basis: 'plan',
  evidence: '',
  weight: 0,
  measures: [],
  ...more,
});

/** M1, due on Friday 2021-10-29, is what an item has when a story does not say. */
export const usualMilestones = [milestone('M1', '2021-10-29')];

export interface Item {
  readonly registered?: string;
  readonly milestones?: readonly MilestoneSeed[];
  readonly measures?: readonly string[];
  readonly coUnits?: readonly string[];
  readonly binding?: boolean;
  readonly caseOfficer?: string;
  readonly policy?: PolicyOverrides;
  /** Years whose calendar is known; default: all. */
  readonly knownYears?: readonly number[];
  /** Alarms due within are handled at its end. */
  readonly downtime?: readonly [from: string, until: string];
}

type Particulars<T extends CommandType> = Partial<Omit<CommandOf<T>, 'type'>>;

const blanks = {
  named: 'supervision_head',
  demands: [],
  answer: '',
  reason: '',
  text: '',
  note: '',
  record: '',
  opinion: '',
  files: [],
  replaces: [],
};

/** The command with everything a story left out filled with nothing. */
export const commandOf = <T extends CommandType>(type: T, particulars: Particulars<T> = {}): Command =>
  ({ ...blanks, ...particulars, type }) as unknown as Command;

const contextOf = ({ policy, knownYears, downtime }: Item): Context => {
  const years = publishedYears.filter(({ year }) => knownYears === undefined || knownYears.includes(year));
  const [from, until] = downtime?.map(at) ?? [0, 0];
  return {
    calendars: new Map([[1, createCalendar(years)]]),
    calendarVersion: 1,
    policy: withOverrides(defaultPolicy, policy ?? {}),
    recordedAt: (due) =>
      from !== undefined && until !== undefined && from <= due && due < until ? until : due,
  };
};

export const keyOf = (event: ItemEvent): string | null => (event as { key?: string }).key ?? null;

export class Story {
  private constructor(
    readonly state: ItemState,
    readonly log: readonly ItemEvent[],
    /** What the last step brought about. */
    readonly brought: readonly ItemEvent[],
    readonly context: Context,
  ) {}

  /** An item that has been registered, at 2021-09-13T08:00 unless said otherwise, with U1 leading. */
  static of(item: Item = {}): Story {
    const context = contextOf(item);
    const { state, events } = register(
      {
        type: 'registered',
        unit: 'U1',
        coUnits: item.coUnits ?? [],
        caseOfficer: item.caseOfficer ?? null,
        binding: item.binding ?? false,
        policy: context.policy,
        calendarVersion: 1,
        milestones: item.milestones ?? usualMilestones,
        measures: (item.measures ?? []).map((id) => ({ id, text: id, mark: null })),
      },
      at(item.registered ?? '2021-09-13T08:00'),
      context,
    );
    return new Story(state, events, events, context);
  }

  private settled(now: Instant, commands: Parameters<typeof settle>[1]) {
    const { state, events, outcomes } = settle(this.state, commands, now, this.context);
    return { outcomes, story: new Story(state, [...this.log, ...events], events, this.context) };
  }

  private asked<T extends CommandType>(when: string, type: T, more?: Particulars<T>, by?: Actor) {
    const before = this.until(when);
    const { outcomes, story } = before.settled(at(when), [
      {
        submission: 's',
        command: commandOf(type, more),
        actor: by ?? usualActor(type, before.state),
        receivedAt: at(when),
        expectedVersion: null,
      },
    ]);
    const outcome = outcomes.get('s');
    if (!outcome) throw new Error(`${type} was not answered`);
    return { outcome, story };
  }

  /** Time passes; every alarm due by then happens. */
  until(when: string): Story {
    return this.settled(at(when), []).story;
  }

  /** A command that is meant to succeed. `brought` of the story is what it, and nothing before it, brought about. */
  give<T extends CommandType>(when: string, type: T, more?: Particulars<T>, by?: Actor): Story {
    const { outcome, story } = this.asked(when, type, more, by);
    if (outcome.kind === 'refused')
      throw new Error(`${type} at ${when} was refused: ${outcome.code} ${outcome.detail ?? ''}`);
    return story;
  }

  /** How a command is answered; the story does not go on with it. */
  answer<T extends CommandType>(
    when: string,
    type: T,
    more?: Particulars<T>,
    by?: Actor,
  ): RefusalCode | 'done' {
    const { outcome } = this.asked(when, type, more, by);
    return outcome.kind === 'refused' ? outcome.code : 'done';
  }

  /** The office's calendar gains a version; items adopt it by command. */
  withCalendar(year: CalendarYear): Story {
    const { calendars, calendarVersion } = this.context;
    const known = calendars.get(calendarVersion) ?? calendar;
    const context: Context = {
      ...this.context,
      calendars: new Map([...calendars, [calendarVersion + 1, withYear(known, year)]]),
      calendarVersion: calendarVersion + 1,
    };
    return new Story(this.state, this.log, this.brought, context);
  }

  /** The plan has these units and no others. */
  withUnits(...ids: readonly string[]): Story {
    return new Story(this.state, this.log, this.brought, { ...this.context, units: new Set(ids) });
  }

  withPolicy(overrides: PolicyOverrides): Story {
    const policy = withOverrides(this.context.policy, overrides);
    return new Story(this.state, this.log, this.brought, { ...this.context, policy });
  }

  // the usual way of an item, at usual times

  dispatched(when = '2021-09-13T09:00'): Story {
    return this.give(when, 'dispatch');
  }

  acknowledged(when = '2021-09-14T10:00'): Story {
    return this.give(when, 'acknowledge');
  }

  inProgress(): Story {
    return this.dispatched().acknowledged();
  }

  /** Evidence submitted and accepted in time. */
  accepted(id = 'M1', submitted = '2021-09-22T10:00', when = '2021-09-23T10:00'): Story {
    return this.give(submitted, 'submitEvidence', { milestone: id }).give(when, 'acceptEvidence', {
      milestone: id,
    });
  }

  inClosingReview(when = '2021-09-24T10:00'): Story {
    return this.inProgress().accepted().give(when, 'requestClosing');
  }

  /** Countersigned by every co-unit, then verified. */
  completed(when = '2021-09-27T10:00'): Story {
    const review = this.inClosingReview();
    return review.state.coUnits
      .reduce((story, unit) => story.give(when, 'countersign', {}, headOf(unit)), review)
      .give(when, 'verifyClosing');
  }

  closed(when = '2021-09-28T10:00'): Story {
    return this.completed().give(when, 'approveClosing');
  }

  suspended(when = '2021-09-16T10:00', until = '2021-12-31'): Story {
    return this.give(when, 'suspend', { until });
  }

  terminated(when = '2021-09-17T10:00'): Story {
    return this.give(when, 'terminate');
  }

  /** Silent since the receipt until just after listing level 1 on 2021-11-12. */
  listed(): Story {
    return this.inProgress().until('2021-11-12T09:00');
  }

  // what can be read of it

  rules(): Rules {
    return rulesFor(this.state, this.context);
  }

  milestone(id = 'M1'): Milestone {
    const found = this.state.milestones.find((m) => m.id === id);
    if (!found) throw new Error(`no milestone ${id}`);
    return found;
  }

  /** The item's light as read at the instant. */
  light(when: string): string {
    const { state } = this.until(when);
    return lightOf(state, at(when), this.rules()).light;
  }

  milestoneLight(when: string, id = 'M1'): string {
    const story = this.until(when);
    return milestoneLight(story.state, story.milestone(id), at(when), story.rules()).light;
  }

  level(): string {
    return levelOf(this.state);
  }

  /** Ids of the open cases. */
  cases(): readonly string[] {
    return this.state.cases.map(({ id }) => id);
  }

  event(key: string): ItemEvent | undefined {
    return this.log.find((event) => keyOf(event) === key);
  }

  /** When the clock did what the key says; null = it has not. */
  when(key: string): string | null {
    const event = this.event(key);
    return event ? formatInstant(event.at) : null;
  }

  /** What the clock brought about after an instant, a line each. */
  timeline(after = '2000-01-01'): readonly string[] {
    return this.log
      .filter((event) => keyOf(event) !== null && event.at > at(after))
      .map((event) => `${formatInstant(event.at)} ${event.type} ${keyOf(event) ?? ''}`);
  }

  /** Types of the facts the last step brought about. */
  facts(): readonly FactType[] {
    return this.brought.map(({ type }) => type);
  }
}

export const given = (item: Item = {}): Story => Story.of(item);
