/** Secrets of an installation: generated once, kept in a file only its owner reads, never in the repository. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { generatePassword } from '../../intake/passwords.js';

const shape = z.strictObject({
  /** Signs session cookies. */
  sessionSecret: z.string().min(32),
  /** Of every account of a rehearsal: to try a role is to sign in as it. */
  rehearsalPassword: z.string().min(12),
});

export type Secrets = z.output<typeof shape>;

export interface FoundSecrets {
  readonly secrets: Secrets;
  /** They were made just now: what hangs on older ones must be renewed. */
  readonly fresh: boolean;
}

export const openSecrets = async (home: string): Promise<FoundSecrets> => {
  const path = join(home, 'secrets.json');
  const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (known !== null) {
    const read = shape.safeParse(JSON.parse(known));
    if (!read.success) throw new Error(`${path} is damaged; remove it to have new secrets made`);
    return { secrets: read.data, fresh: false };
  }
  const secrets = { sessionSecret: randomBytes(32).toString('hex'), rehearsalPassword: generatePassword() };
  await writeOwn(path, home, secrets);
  return { secrets, fresh: true };
};

/** Written whole or not at all, for the owner's eyes. */
export const writeOwn = async (path: string, home: string, value: object): Promise<void> => {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, path);
};
