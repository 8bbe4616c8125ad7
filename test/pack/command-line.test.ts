import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/pack/scenario.js';

const bin = fileURLToPath(new URL('../../bin/duzhan.js', import.meta.url));
const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url));

const duzhan = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'duzhan-command-line-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('duzhan', () => {
  it('says its version', async () => {
    const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
    expect(await duzhan('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  }, 20_000);

  it('ends with 2 when it is asked wrongly', async () => {
    expect(await duzhan('fly')).toEqual({ code: 2, out: '', err: "error: unknown command 'fly'\n" });
    expect((await duzhan('simulate')).code).toBe(2);
  }, 20_000);

  it('ends with 1 and one line when a scenario is not there', async () => {
    const err = 'nowhere.json: there is no such file\n';
    expect(await duzhan('simulate', 'nowhere.json')).toEqual({ code: 1, out: '', err });
  }, 20_000);
});

describe('a scenario that cannot be played', () => {
  const faultsOf = async (text: string): Promise<readonly string[]> => {
    const path = join(dir, 'scenario.yaml');
    await writeFile(path, text);
    const read = await readScenario(path);
    return 'faults' in read ? read.faults.map((fault) => fault.replace(path, 'FILE')) : [];
  };

  it.each([
    ['title: 3\nuntil: 2022-01-01', 'FILE: title: 3 does not fit; wanted: a text'],
    ['title: x', 'FILE: until: is missing'],
    [
      'until: 2022-02-30',
      'FILE: until: "2022-02-30" does not fit; wanted: an instant that exists, YYYY-MM-DDTHH:MM',
    ],
    [
      'until: 2022-01-01\npolicy: { morning: 25:00 }',
      'FILE: policy.morning: "25:00" does not fit; wanted: a time of day, HH:MM',
    ],
    [
      'until: 2022-01-01\npolicy: { standingEvery: 0 }',
      'FILE: policy.standingEvery: 0 does not fit; wanted: at least 1',
    ],
    ['until: 2022-01-01\npolicy: { often: 1 }', 'FILE: policy: there is no such key: often'],
    [
      'until: 2022-01-01\ncommands: [{ at: 2022-01-01, do: urge, level: 9 }]',
      'FILE: commands[0].level: 9 does not fit; wanted: one of 1, 2, 3',
    ],
    ['- 1', 'FILE: [1] does not fit; wanted: a set of keys'],
  ])('%j is told in one line', async (text, line) => {
    expect(await faultsOf(text)).toEqual([line]);
  });

  it('is told by line when it is no YAML', async () => {
    expect(await faultsOf('a: [1,\nb: }')).toEqual([
      expect.stringMatching(/^FILE:2: neither JSON nor YAML: [^\n]+$/),
    ]);
  });

  it('is told when it is a folder', async () => {
    expect(await readScenario(dir)).toEqual({
      faults: [`${dir}: this is a folder; a scenario is one file, JSON or YAML`],
    });
  });
});
