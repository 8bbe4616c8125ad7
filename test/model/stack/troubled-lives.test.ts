/** The whole stack under random commands, while the workers are stopped and Temporal is killed, against the core alone. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { submissionsOf } from '../../../src/store/submissions.js';
import { at } from '../../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { choices } from '../choices.js';
import { assertAsTheCore } from './as-the-core.js';
import { openScene, type Scene } from './scene.js';
import { playThrough, type Trouble } from './troubled-lives.js';

/** `npm run model:long` plays more of them. */
const turns = Number(process.env['MODEL_TURNS'] ?? 42);
const seed = Number(process.env['MODEL_SEED'] ?? 20_210_913);

let base: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  base = await cloneDatabase();
  scene = await openScene(base.db, inject('services').bundlePath);
});
afterAll(async () => {
  await scene.end();
  await base.drop();
});

/** Every seventh turn something goes, and it is away for four. */
const cycle: readonly (readonly [turn: number, trouble: Trouble])[] = [
  [7, 'stop workers'],
  [11, 'mend'],
  [14, 'kill temporal'],
  [18, 'mend'],
  [21, 'stop workers'],
  [22, 'kill temporal'],
  [25, 'mend'],
];
const troubles = new Map(
  Array.from({ length: turns }, (_, n) => n).flatMap((n) =>
    cycle.filter(([turn]) => turn === n % 28).map(([, trouble]) => [n, trouble] as const),
  ),
);

it(
  'ends as the core alone makes of the same submissions',
  async () => {
    const drawn = fc.sample(choices(40), { seed, numRuns: turns }).flat().slice(0, turns);
    const lives = { plan: 'troubled', startAt: at('2021-09-13T08:30'), choices: drawn, troubles };
    const items = await playThrough(scene, lives);
    for (const item of items) await assertAsTheCore(base.db, lives.plan, item);
    const asked = await base.db.asReader({ system: 'engine' }, (tx) =>
      Promise.all(items.map((itemId) => submissionsOf(tx, { itemId }, 10_000))),
    );
    expect(asked.flat()).toHaveLength(turns);
    expect(asked.flat().filter(({ outcome }) => outcome?.kind === 'done').length).toBeGreaterThan(turns / 2);
  },
  60_000 + turns * 2_000,
);
