import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureFolder } from '../../src/local/folder.js';
import { scratchFolder } from './scratch.js';

const scratch = scratchFolder();
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** Postgres, which does not run as root, must pass through what root makes. */
const closed = process.getuid?.() === 0 ? '711' : '700';

describe('a folder of the system', () => {
  it('is listed by nobody else, whatever the umask, and neither is the home made with it', () => {
    const home = join(scratch, 'new');
    const before = process.umask(0o077);
    try {
      ensureFolder(home, 'Duzhan');
      ensureFolder(join(home, 'postgres'), 'Postgres');
    } finally {
      process.umask(before);
    }
    expect([modeOf(home), modeOf(join(home, 'postgres'))]).toEqual([closed, closed]);
  });

  it('that somebody made stays as it is', () => {
    const home = join(scratch, 'old');
    mkdirSync(home);
    chmodSync(home, 0o750);
    ensureFolder(home, 'Duzhan');
    expect(modeOf(home)).toBe('750');
  });
});
