import { describe, expect, it } from 'vitest';
import { knownBy, lastMomentOf, looksOf, stateAfter, type PastLook } from '../../src/domain/as-of.js';
import { rulesFor } from '../../src/domain/context.js';
import { parseInstant, type Instant } from '../../src/domain/instants.js';
import { lookOf } from '../../src/domain/look.js';
import { everyLife, type Run } from '../model/laws.js';
import type { Life, Step } from '../model/life.js';

const run: Run = { seed: 20_230_303, count: 40 };

const livesOf = (): readonly Life[] => {
  const lives: Life[] = [];
  everyLife(run, (life) => void lives.push(life));
  return lives;
};
const lives = livesOf();

const lastSteps = ({ steps }: Life): readonly Step[] =>
  steps.filter(({ at }, index) => (steps[index + 1]?.at ?? Infinity) > at);

const looksIn = (life: Life, until: Instant): readonly PastLook[] => looksOf(life.log, until, life.context);
const endOfLife = ({ steps, state }: Life): Instant => Math.max(state.at, ...steps.map(({ at }) => at));

const lookThen = (looks: readonly PastLook[], at: Instant): PastLook | undefined =>
  looks.find(({ fromAt, untilAt }) => fromAt <= at && at < (untilAt ?? Infinity));

describe('an item of any past moment', () => {
  it('is what it was shown as at that moment', () => {
    for (const life of lives)
      for (const { at, after } of lastSteps(life)) expect(stateAfter(knownBy(life.log, at))).toEqual(after);
  });

  it('looks as it looked at that moment, whenever its looks are made', () => {
    for (const life of lives) {
      const looks = looksIn(life, endOfLife(life));
      for (const { at, after } of lastSteps(life))
        expect(lookThen(looks, at)).toMatchObject(lookOf(after, at, rulesFor(after, life.context)));
    }
  });
});

describe('looks', () => {
  it('follow one another without a gap, from the first event on', () => {
    for (const life of lives) {
      const looks = looksIn(life, endOfLife(life));
      expect(looks[0]?.fromAt).toBe(life.log[0]?.recordedAt);
      expect(looks.map(({ untilAt }) => untilAt)).toEqual([
        ...looks.slice(1).map(({ fromAt }) => fromAt),
        null,
      ]);
    }
  });

  it('stay as they are when more happens, but for the end of the last', () => {
    for (const life of lives) {
      const now = looksIn(life, endOfLife(life));
      for (const { at } of lastSteps(life).slice(-3)) {
        const then = looksOf(knownBy(life.log, at), at, life.context);
        expect(now.slice(0, then.length - 1)).toEqual(then.slice(0, -1));
        expect({ ...now[then.length - 1], untilAt: null }).toEqual(then.at(-1));
      }
    }
  });
});

describe('the last moment of a day', () => {
  it('is before its 24:00, at which what is due that day becomes overdue', () => {
    expect(lastMomentOf('2023-03-03')).toBe((parseInstant('2023-03-04') ?? 0) - 1);
  });
});
