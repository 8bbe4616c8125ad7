/** What was received and what is due, in the order of their instants. */
import { describe, expect, it } from 'vitest';
import type { CommandType } from '../../src/domain/commands.js';
import type { Actor } from '../../src/domain/people.js';
import { settle, type Received } from '../../src/domain/settle.js';
import { rulesFor } from '../../src/domain/context.js';
import { caseOfficer, unitHead } from './support/people.js';
import { at, commandOf, given } from './support/story.js';

const started = given().inProgress();

const received = (
  submission: string,
  when: string,
  type: CommandType,
  particulars: object = {},
  actor: Actor = unitHead,
  expectedVersion: number | null = null,
): Received => ({
  submission,
  command: commandOf(type, particulars as never),
  actor,
  receivedAt: at(when),
  expectedVersion,
});
const settled = (now: string, ...commands: Received[]) =>
  settle(started.state, commands, at(now), started.context);

const m1 = { milestone: 'M1' };

describe('commands', () => {
  it('are taken in the order in which they were received, not in which they arrive', () => {
    const { outcomes, events } = settled(
      '2021-09-30',
      received('accept', '2021-09-23T10:00', 'acceptEvidence', m1, caseOfficer),
      received('submit', '2021-09-22T10:00', 'submitEvidence', m1),
    );
    expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(events[0]).toMatchObject({
      type: 'evidenceSubmitted',
      at: at('2021-09-22T10:00'),
      submission: 'submit',
    });
  });

  it('received at one instant keep their order', () => {
    const { outcomes } = settled(
      '2021-09-30',
      received('first', '2021-09-22T10:00', 'submitEvidence', m1),
      received('second', '2021-09-22T10:00', 'submitEvidence', m1),
    );
    expect(outcomes.get('first')?.kind).toBe('done');
    expect(outcomes.get('second')).toMatchObject({
      kind: 'refused',
      code: 'evidence_under_review',
      detail: 'M1',
    });
  });

  it('let every alarm due by then happen first', () => {
    const { outcomes, events } = settled(
      '2021-10-30T00:00',
      received('late', '2021-10-30T00:00', 'submitEvidence', m1),
    );
    expect(outcomes.get('late')?.kind).toBe('done');
    expect(events.map(({ type }) => type).filter((type) => type !== 'reminded')).toEqual([
      'becameOverdue',
      'evidenceSubmitted',
      'caseOpened',
    ]);
  });

  it('that arrive after later events count from the last one: an item’s time never goes back', () => {
    const { state, context } = started.until('2021-10-30');
    const { events } = settle(
      state,
      [received('s', '2021-10-28T10:00', 'submitEvidence', m1)],
      at('2021-10-31'),
      context,
    );
    expect(events[0]).toMatchObject({ type: 'evidenceSubmitted', at: at('2021-10-30'), inTime: false });
  });

  it('that are refused leave no event and name the version they met', () => {
    const { events, outcomes, state } = settled(
      '2021-09-22T10:00',
      received('s', '2021-09-22T10:00', 'requestClosing'),
    );
    expect(events).toEqual([]);
    expect(state).toEqual(started.state);
    expect(outcomes.get('s')).toEqual({
      kind: 'refused',
      code: 'milestone_open',
      detail: 'M1',
      version: started.state.version,
    });
  });

  it('that are done name the version they made, of this command and not of what came after', () => {
    const { outcomes, events, state } = settled(
      '2021-11-30',
      received('s', '2021-09-22T10:00', 'reportProgress'),
    );
    expect(outcomes.get('s')).toEqual({ kind: 'done', version: started.state.version + 1 });
    expect(state.version).toBe(started.state.version + events.length);
  });

  it('sent for a version meet that one or are stale', () => {
    const version = started.state.version;
    const fitting = settled(
      '2021-09-22T10:00',
      received('s', '2021-09-22T10:00', 'comment', {}, unitHead, version),
    );
    expect(fitting.outcomes.get('s')?.kind).toBe('done');
    const stale = settled('2021-11-30', received('s', '2021-10-30T10:00', 'comment', {}, unitHead, version));
    expect(stale.outcomes.get('s')).toMatchObject({ kind: 'refused', code: 'stale_version' });
  });
});

describe('events', () => {
  it('of a command bear its actor and submission, what follows by itself bears no actor', () => {
    const { events } = settled(
      '2021-09-23T10:00',
      received('a', '2021-09-22T10:00', 'submitEvidence', m1),
      received('b', '2021-09-23T10:00', 'acceptEvidence', m1, caseOfficer),
    );
    expect(events.map(({ type, actor, submission }) => [type, actor?.person ?? null, submission])).toEqual([
      ['evidenceSubmitted', unitHead.person, 'a'],
      ['caseOpened', unitHead.person, 'a'],
      ['evidenceAccepted', caseOfficer.person, 'b'],
      ['caseEnded', caseOfficer.person, 'b'],
      ['caseOpened', null, 'b'],
    ]);
  });

  it('of the clock bear neither', () => {
    const { events } = settled('2021-11-30');
    expect(events.length).toBeGreaterThan(5);
    expect(events.every(({ actor, submission }) => actor === null && submission === null)).toBe(true);
  });
});

it('the same settled twice is the same: nothing is done again', () => {
  const once = settled('2021-12-31');
  const again = settle(once.state, [], at('2021-12-31'), started.context);
  expect(again.events).toEqual([]);
  expect(again.state).toEqual(once.state);
});

it('a calendar that is not in the book is a bug and says so', () => {
  expect(() => rulesFor({ ...started.state, calendarVersion: 9 }, started.context)).toThrow(/version 9/);
});
