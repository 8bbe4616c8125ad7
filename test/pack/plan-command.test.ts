import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { configureImport } from '../../src/cli/plan-import.js';
import type { ImportMode } from '../../src/intake/mode.js';
import { folderOf, lineOf, sampleFiles, samplePlan, spoil } from './sample-plan.js';

const bin = fileURLToPath(new URL('../../bin/duzhan.js', import.meta.url));

const duzhan = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { maxBuffer: 1 << 26 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });

describe('duzhan plan check', () => {
  it('sums up a sound pack', async () => {
    const dir = await folderOf(sampleFiles());
    const { code, out, err } = await duzhan('plan', 'check', dir);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('样本县三年计划 (sample) is sound:');
  }, 20_000);

  it('tells faults as file:line on stderr and ends with 1', async () => {
    const files = sampleFiles();
    spoil(files, 'items/01.yaml', 'due: 2022-06-30', 'due: 2022-02-30');
    const dir = await folderOf(files);
    const { code, out, err } = await duzhan('plan', 'check', dir);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const line = lineOf(files, 'items/01.yaml', '2022-02-30');
    expect(err).toContain(
      `${dir}/items/01.yaml:${line}: milestones[0].due: "2022-02-30" does not fit; wanted: a date`,
    );
    expect(err).toContain('1 fault\n');
  }, 20_000);
});

it('duzhan plan show --json prints one document and nothing else', async () => {
  const { code, out } = await duzhan('plan', 'show', await folderOf(sampleFiles()), '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    plan: { id: 'sample' },
    items: [{ number: 1 }, { number: 2 }, { number: 3 }],
  });
}, 20_000);

describe('duzhan plan import', () => {
  const importWith = async (...args: string[]): Promise<ImportMode | null> => {
    let mode: ImportMode | null = null;
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    const importPlan = (_: unknown, asked: ImportMode): Promise<void> => {
      mode = asked;
      return Promise.resolve();
    };
    configureImport(
      program,
      () => Promise.resolve(samplePlan),
      () => Promise.resolve(importPlan),
    );
    // Settings of a command are not handed down to those made after it.
    for (const command of program.commands)
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    await program.parseAsync(['import', 'somewhere', ...args], { from: 'user' });
    return mode;
  };

  it('rehearses from the date of publication unless told otherwise', async () => {
    expect(await importWith()).toEqual({ kind: 'rehearsal', from: '2022-01-05' });
    expect(await importWith('--rehearsal-from', '2022-03-01')).toEqual({
      kind: 'rehearsal',
      from: '2022-03-01',
    });
    expect(await importWith('--live')).toEqual({ kind: 'live' });
  });

  it('refuses a date that does not exist, and both modes at once', async () => {
    await expect(importWith('--rehearsal-from', '2022-02-30')).rejects.toThrow('a date that exists');
    await expect(importWith('--live', '--rehearsal-from', '2022-03-01')).rejects.toThrow(
      'cannot be used with',
    );
  });
});
