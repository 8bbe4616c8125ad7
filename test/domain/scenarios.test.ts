/** Every scenario of the folder beside this file against its expected result, worked out apart from the code. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/domain/simulation.js';
import { readPack } from '../../src/pack/read.js';
import { readScenario } from '../../src/pack/scenario.js';

const folder = fileURLToPath(new URL('./scenarios/', import.meta.url));
const files = readdirSync(folder).filter((name) => /^(?!.*\.expected\.).*\.json$/.test(name));

const pack = await readPack(fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url)));
if ('faults' in pack) throw new Error('the pack of Zhoushan is not sound');
const { policy, calendar } = pack.plan;

interface Telling {
  readonly told: readonly string[];
}
/** Who is told is a set: only its order is free. */
const orderly = <T extends { readonly events: readonly Telling[] }>({ events, ...rest }: T) => ({
  ...rest,
  events: events.map((event) => ({ ...event, told: [...event.told].sort() })),
});

const expectedOf = (name: string) =>
  JSON.parse(readFileSync(`${folder}${name.replace('.json', '.expected.json')}`, 'utf8')) as {
    readonly events: readonly Telling[];
  };

describe('a scenario played on the pure core comes out as worked out by hand', () => {
  it.each(files)('%s', async (name) => {
    const read = await readScenario(`${folder}${name}`);
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    const simulated = simulate(read.scenario, policy, calendar);
    expect(orderly(JSON.parse(JSON.stringify(simulated)) as typeof simulated)).toEqual(
      orderly(expectedOf(name)),
    );
  });

  it('the nine are there, so that a lost folder is noticed', () => {
    expect(files.length).toBeGreaterThanOrEqual(9);
  });
});
