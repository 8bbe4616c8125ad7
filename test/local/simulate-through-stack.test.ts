/** `duzhan simulate --through-stack` as it is typed: a system comes up, plays, and is gone without a trace. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.js';

const bin = fileURLToPath(new URL('../../bin/duzhan.js', import.meta.url));
const scenario = fileURLToPath(new URL('../domain/scenarios/due-on-make-up-saturday.json', import.meta.url));
const scratch = scratchFolder();
/** All it may write to; its home must stay as empty as it is. */
const [temp, home] = [join(scratch, 'temp'), join(scratch, 'home')];
for (const dir of [temp, home]) mkdirSync(dir, { mode: 0o755 });

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `onErr`: told of everything said so far, with a way to interrupt. */
const duzhan = (
  args: readonly string[],
  onErr: (said: string, interrupt: () => void) => void = () => undefined,
): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, TMPDIR: temp, DUZHAN_HOME: home };
    const child = spawn(process.execPath, [bin, 'simulate', ...args], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString();
      onErr(err, () => child.kill('SIGINT'));
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });

/** Compiled scripts are kept in the folder for temporary files by the runner of TypeScript. */
const left = (): readonly string[] =>
  [...readdirSync(temp), ...readdirSync(home)].filter((name) => !name.startsWith('tsx'));

describe('simulate --through-stack', () => {
  it('prints what the core prints, as JSON too, and leaves nothing behind', async () => {
    const core = await duzhan([scenario, '--json']);
    const through = await duzhan([scenario, '--json', '--through-stack']);
    expect([through.code, through.out]).toEqual([0, core.out]);
    expect(JSON.parse(through.out)).toHaveProperty('probes');
    expect(left()).toEqual([]);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    let asked = false;
    const { code, out } = await duzhan([scenario, '--through-stack'], (said, interrupt) => {
      if (asked || !said.includes('Temporal: ready')) return;
      asked = true;
      interrupt();
    });
    expect([asked, code, out]).toEqual([true, 1, '']);
    expect(left()).toEqual([]);
  });

  it('says that downtime is for the core alone, before anything comes up', async () => {
    const file = join(scratch, 'downtime.yaml');
    writeFileSync(
      file,
      'until: 2021-10-01\ndowntime: [{ from: 2021-09-14T00:00, until: 2021-09-15T00:00 }]\n',
    );
    expect(await duzhan([file, '--through-stack'])).toEqual({
      code: 1,
      out: '',
      err: `${file}: downtime can be played on the core only; leave out --through-stack\n`,
    });
  });
});
