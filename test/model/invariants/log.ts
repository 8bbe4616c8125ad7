/** What holds of every log. */
import assert from 'node:assert/strict';
import type { ItemState } from '../../../src/domain/item.js';
import { keyOf } from '../../domain/support/story.js';
import { everyEvent, statesOf, type Holds } from './lives.js';

export const ofLogs: Readonly<Record<string, Holds>> = {
  'the log is numbered from 1 without a gap': ({ log }) =>
    assert.deepEqual(
      log.map(({ seq }) => seq),
      log.map((_, index) => index + 1),
    ),
  'the log never goes back in time, and nothing is recorded before it happens': ({ log }) => {
    assert.deepEqual(
      log.filter((event, index) => event.at < (log[index - 1]?.at ?? 0) || event.recordedAt < event.at),
      [],
    );
  },
  'what the clock does it does once: no key comes twice': ({ log }) => {
    const keys = log.flatMap((event) => (event.actor === null ? (keyOf(event) ?? []) : []));
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
  },
  'the log folds to the state it was written with': (life) => {
    const seen = new Map<number, ItemState>();
    everyEvent((event, _before, after) => seen.set(event.seq, after))(life);
    for (const state of statesOf(life)) assert.deepEqual(seen.get(state.version), state);
  },
  'a case has an id of its own, and ends or is over only while it is open': ({ log }) => {
    const opened = log.flatMap((event) => (event.type === 'caseOpened' ? [event.case] : []));
    assert.equal(new Set(opened).size, opened.length);
    const open = new Set<string>();
    for (const event of log) {
      if (event.type === 'caseOpened') open.add(event.case);
      if (event.type === 'caseEnded') assert.ok(open.delete(event.case), event.case);
      if (event.type === 'caseBecameOverdue' || event.type === 'caseEscalated')
        assert.ok(open.has(event.case), event.case);
    }
  },
  'state and events survive being written as JSON and read': ({ state, log }) => {
    assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
    assert.deepEqual(JSON.parse(JSON.stringify(log)), log);
  },
};
