/** Readings of whole plans take turns, and who asks for what has not begun shares it. */
import { describe, expect, it } from 'vitest';
import { createWholePlans } from '../../src/api/whole-plans.js';
import type { Viewer } from '../../src/store/views/visible.js';

const viewerOf = (person: string, role: 'leader' | 'unit_head'): Viewer => ({
  actor: {
    person,
    role,
    unit: role === 'unit_head' ? 'training' : null,
    rank: role === 'leader' ? 'director' : null,
    onBehalfOf: null,
  },
  planId: 'plan',
  post: person,
});

const director = viewerOf('director', 'leader');
const deputy = viewerOf('deputy', 'leader');

/** Readings that end when they are told to; `begun` names those that have begun, in order. */
const readings = () => {
  const begun: string[] = [];
  const ends = new Map<string, (answer: string) => void>();
  const read = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, resolve);
    });
  return { begun, read, end: (name: string) => ends.get(name)?.(`read by ${name}`) };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('readings of whole plans', () => {
  it('takes two at a time and lets the rest wait their turn', async () => {
    const wholePlans = createWholePlans();
    const { begun, read, end } = readings();
    const all = ['a', 'b', 'c'].map((name) =>
      wholePlans({ viewer: director, planId: 'plan', of: [name] }, read(name)),
    );
    await settled();
    expect(begun).toEqual(['a', 'b']);
    end('a');
    await all[0];
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('shares what has not begun among all who see the whole plan', async () => {
    const wholePlans = createWholePlans();
    const { begun, read, end } = readings();
    const ask = (name: string, viewer: Viewer, of: string) =>
      wholePlans({ viewer, planId: 'plan', of: [of] }, read(name));
    void ask('first', director, 'trend');
    void ask('second', director, 'wall');
    await settled();
    const third = ask('third', director, 'wall');
    const fourth = ask('fourth', deputy, 'wall');
    end('first');
    await settled();
    end('third');
    expect(await Promise.all([third, fourth])).toEqual(['read by third', 'read by third']);
    expect(begun).toEqual(['first', 'second', 'third']);
  });

  it('never answers with what was read before the question', async () => {
    const wholePlans = createWholePlans();
    const { begun, read, end } = readings();
    const before = wholePlans({ viewer: director, planId: 'plan', of: ['wall'] }, read('before'));
    await settled();
    const after = wholePlans({ viewer: director, planId: 'plan', of: ['wall'] }, read('after'));
    await settled();
    end('before');
    end('after');
    expect(await Promise.all([before, after])).toEqual(['read by before', 'read by after']);
    expect(begun).toEqual(['before', 'after']);
  });

  it('is no turn and no sharing for those who see a part', async () => {
    const wholePlans = createWholePlans();
    const { begun, read } = readings();
    for (const unit of ['a', 'b', 'c', 'd'])
      void wholePlans({ viewer: viewerOf(unit, 'unit_head'), planId: 'plan', of: ['wall'] }, read(unit));
    await settled();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives a failure to all who shared the reading, and the next who asks a new one', async () => {
    const wholePlans = createWholePlans();
    const reading = { viewer: director, planId: 'plan', of: ['wall'] };
    const failing = () => Promise.reject(new Error('no connection'));
    const both = [wholePlans(reading, failing), wholePlans(reading, failing)];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await wholePlans(reading, () => Promise.resolve('read'))).toBe('read');
  });
});
