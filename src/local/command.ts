/** Promise: a command runs within a bound of time, and one that fails says why in one line. */
import { execFile, type ExecFileException } from 'node:child_process';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface CommandOptions {
  readonly env: Environment;
  readonly boundMs: number;
}

/** What the command wrote to its standard output. */
export const run = (
  program: string,
  args: readonly string[],
  { env, boundMs }: CommandOptions,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = { env, timeout: boundMs, killSignal: 'SIGKILL', maxBuffer: 16 * 2 ** 20 } as const;
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(reason(error, stderr, boundMs)));
      else resolve(stdout);
    });
  });

const reason = (error: ExecFileException, stderr: string, boundMs: number): string => {
  if (error.code === 'ENOENT') return 'not found';
  if (error.code === 'EACCES') return 'may not be run';
  if (error.killed) return `no result within ${boundMs / 1000} s`;
  const lines = stderr.trim().split('\n');
  return (lines.at(-1) || error.message).slice(0, 300);
};
