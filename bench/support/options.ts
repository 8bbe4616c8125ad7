/** Promise: flags are whole numbers within bounds or one of a few words; a wrong one is refused with what is allowed. */
import { parseArgs } from 'node:util';

interface Count {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
  readonly about: string;
}

interface Choice<W extends string> {
  readonly fallback: W;
  readonly words: readonly W[];
  readonly about: string;
}

type Flag = Count | Choice<string>;
type Read<F> = {
  readonly [N in keyof F]: F[N] extends { readonly words: readonly (infer W)[] } ? W : number;
};

const allowed = (flag: Flag): string =>
  'words' in flag ? flag.words.join(' or ') : `${flag.min} to ${flag.max}`;

const usage = (flags: Readonly<Record<string, Flag>>): string =>
  Object.entries(flags)
    .map(
      ([name, flag]) => `  --${name.padEnd(10)} ${flag.about}: ${allowed(flag)} (default ${flag.fallback})`,
    )
    .join('\n');

const read = (flag: Flag, text: string | undefined): string | number | null => {
  if (text === undefined) return flag.fallback;
  if ('words' in flag) return flag.words.includes(text) ? text : null;
  const count = /^\d+$/.test(text) ? Number(text) : NaN;
  return count >= flag.min && count <= flag.max ? count : null;
};

const given = (flags: Readonly<Record<string, Flag>>): Readonly<Record<string, string | undefined>> => {
  const options = Object.fromEntries(Object.keys(flags).map((name) => [name, { type: 'string' as const }]));
  return parseArgs({ options: options }).values;
};

/** Ends the process when a flag cannot be read. */
export const readOptions = <F extends Readonly<Record<string, Flag>>>(flags: F): Read<F> => {
  try {
    const values = given(flags);
    const entries = Object.entries(flags).map(([name, flag]) => {
      const value = read(flag, values[name]);
      if (value === null) throw new Error(`--${name} cannot be "${values[name]}"`);
      return [name, value] as const;
    });
    return Object.fromEntries(entries) as Read<F>;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage(flags)}`);
    process.exit(2);
  }
};
