/** Promise: folders for one test file that the postgres user can enter too, gone when the file is done. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const scratchFolder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'duzhan-test-'));
  chmodSync(dir, 0o755);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
};
