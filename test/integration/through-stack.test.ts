/** A scenario played through the API, workflows and store prints, byte for byte, what the pure core prints. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { playThrough } from '../../src/cli/simulation/player.js';
import { openStage, type Stage } from '../../src/cli/simulation/stage.js';
import { simulate } from '../../src/domain/simulation.js';
import { scenarioCommands } from '../../src/domain/simulation/asked.js';
import { readPack } from '../../src/pack/read.js';
import { readScenario } from '../../src/pack/scenario.js';
import { startStack, type Stack } from '../support/stack.js';

const pathsIn = async (folder: URL): Promise<readonly string[]> =>
  (await readdir(folder))
    .filter((name) => /^(?!.*\.expected\.).*\.(json|yaml)$/.test(name))
    .map((name) => fileURLToPath(new URL(name, folder)));

const paths = [
  ...(await pathsIn(new URL('../domain/scenarios/', import.meta.url))),
  ...(await pathsIn(new URL('./scenarios/', import.meta.url))),
];
const pack = await readPack(fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url)));
if ('faults' in pack) throw new Error('the pack of Zhoushan is not sound');
const { plan } = pack;

const scenarioOf = async (path: string) => {
  const read = await readScenario(path);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.scenario;
};

const printed = (result: unknown): string => JSON.stringify(result, null, 1);

let stack: Stack;
let stage: Stage;
let filesDir: string;

beforeAll(async () => {
  filesDir = await mkdtemp(join(tmpdir(), 'duzhan-through-'));
  stack = await startStack();
  // The stage has workers of its own, whose clock stands still.
  await stack.stopWorkers();
  stage = await openStage({
    databaseUrl: stack.url,
    address: inject('services').temporalAddress,
    namespace: stack.namespace,
    filesDir,
    logger: pino({ level: 'silent' }),
    bundle: { codePath: stack.bundlePath },
  });
});
afterAll(async () => {
  await stage?.close();
  await stack?.stop();
  await rm(filesDir, { recursive: true, force: true });
});

describe('through the running system', () => {
  it.each(paths.map((path) => [parse(path).name, path] as const))('%s', async (name, path) => {
    const scenario = await scenarioOf(path);
    const through = await playThrough(stage, name, scenario, plan);
    expect(printed(through)).toBe(printed(simulate(scenario, plan.policy, plan.calendar)));
  });

  it('every command a scenario may give has been given', async () => {
    const scenarios = await Promise.all(paths.map(scenarioOf));
    const given = new Set(scenarios.flatMap(({ commands }) => commands.map((command) => command.do)));
    expect([...given].sort()).toEqual([...scenarioCommands].sort());
  });

  it('a scenario of what no system takes ends with the reason', async () => {
    const scenario = await scenarioOf(paths[0] ?? '');
    const milestones = [{ id: '节点', due: '2021-10-29' }];
    const commands = scenario.commands.map((command) => ({ ...command, milestone: '节点' }));
    await expect(playThrough(stage, 'strange', { ...scenario, milestones, commands }, plan)).rejects.toThrow(
      /submitEvidence.*wrong/,
    );
  });
});
