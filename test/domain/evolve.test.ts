/** The state is what folding the log makes it, and nothing else. */
import { describe, expect, it } from 'vitest';
import type { ItemEvent } from '../../src/domain/events.js';
import { evolve } from '../../src/domain/evolve.js';
import type { ItemState } from '../../src/domain/item.js';
import { caseOfficer } from './support/people.js';
import { at, given, milestone } from './support/story.js';

const fold = (log: readonly ItemEvent[]) =>
  log.reduce<ItemState | null>((state, event) => evolve(state, event), null);

const eventful = given({
  coUnits: ['U2'],
  milestones: [milestone('M1', '2021-10-29'), milestone('M2', '2022-06-30')],
})
  .listed()
  .give('2021-11-15T10:00', 'submitRectificationPlan')
  .give('2021-11-16T10:00', 'requestExtension', { milestone: 'M1', to: '2021-12-31' })
  .give('2021-11-17T10:00', 'grantExtension', { milestone: 'M1' })
  .give('2021-11-18T10:00', 'suspend', { until: '2021-12-31' })
  .give('2021-11-22T10:00', 'resume')
  .until('2022-03-31');

describe('folding', () => {
  it('the log gives the state it was written with, whatever day it is read on', () => {
    expect(fold(eventful.log)).toEqual(eventful.state);
  });

  it('a log read back from JSON gives the same state: nothing hides in it that JSON would lose', () => {
    expect(fold(JSON.parse(JSON.stringify(eventful.log)) as ItemEvent[])).toEqual(eventful.state);
  });

  it('does not change the state it starts from', () => {
    const before = JSON.stringify(eventful.state);
    const event = { ...eventful.log.at(-1), type: 'commented', text: '', seq: 999 } as ItemEvent;
    evolve(eventful.state, event);
    expect(JSON.stringify(eventful.state)).toBe(before);
  });

  it('begins with the registration, and says so when it does not', () => {
    const second = eventful.log[2];
    expect(() => second && evolve(null, second)).toThrow(/registered/);
  });

  it('numbers the state by its last event, and its time never goes back', () => {
    const comment: ItemEvent = {
      type: 'commented',
      text: '',
      version: 1,
      seq: eventful.state.version + 1,
      at: at('2021-01-01'),
      recordedAt: at('2021-01-01'),
      actor: caseOfficer,
      submission: 's',
    };
    const next = evolve(eventful.state, comment);
    expect(next.version).toBe(eventful.state.version + 1);
    expect(next.at).toBe(eventful.state.at);
  });
});
