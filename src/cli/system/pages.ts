/** Promise: the pages that are served are those of the sources that are here, built once for each state of them. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Environment } from '../../config.js';
import type { Log } from '../../local/progress.js';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** What the pages are made of: their own sources, the words and rules they share with the API, the guide. */
const sources = ['web', 'docs/zh', 'src/api/words', 'src/domain', 'package-lock.json'];
const noSources = new Set(['dist', 'node_modules', 'screenshots']);

/** Kept with the pages: the state of the sources they were built from. */
const markName = '.built-from';

export interface PagesOptions {
  readonly environment: Environment;
  readonly log: Log;
  /** Where `web` and the rest of the sources lie. */
  readonly root?: string;
  readonly signal?: AbortSignal;
}

/** The folder of the built pages, which are built first where they are missing or older than their sources. */
export const ensurePages = async (options: PagesOptions): Promise<string> => {
  const { root = repository, log } = options;
  const dist = join(root, 'web', 'dist');
  const mark = fingerprintOf(root);
  const built = builtFrom(dist);
  if (built === mark) return dist;
  log(`pages: building (${built === null ? 'first start' : 'their sources have changed'})`);
  const draft = `${dist}.${process.pid}`;
  try {
    await build(join(root, 'web'), draft, options);
    compress(join(draft, 'assets'));
    writeFileSync(join(draft, markName), mark);
    // A build that fails leaves the last pages as they were.
    rmSync(dist, { recursive: true, force: true });
    renameSync(draft, dist);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  log('pages: built');
  return dist;
};

const builtFrom = (dist: string): string | null => {
  const path = join(dist, markName);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

const filesBelow = (path: string): readonly string[] => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !noSources.has(name) && !name.startsWith('dist.'))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
};

const fingerprintOf = (root: string): string => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(join(root, source))))
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
};

const builder = (): string => {
  try {
    const manifest = createRequire(import.meta.url).resolve('vite/package.json');
    return join(dirname(manifest), 'bin', 'vite.js');
  } catch (error) {
    throw new Error('The pages cannot be built: vite is not installed. Run `npm ci` with all dependencies.', {
      cause: error,
    });
  }
};

/** In a process of its own, which knows nothing of ours but where to write. */
const build = (web: string, into: string, { environment, signal }: PagesOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const args = [builder(), 'build', web, '--outDir', into, '--emptyOutDir', '--logLevel', 'warn'];
    const child = spawn(process.execPath, args, {
      cwd: web,
      env: { ...environment, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (said += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The pages could not be built:\n${faultIn(said)}`));
    });
  });

/** What the builder says before it shows where in itself it was. */
const faultIn = (said: string): string =>
  (stripVTControlCharacters(said).split(/\n\s+at /)[0] ?? '').trim().slice(0, 2_000);

/** Text is compressed once here and not at every request. */
const compress = (assets: string): void => {
  for (const name of existsSync(assets) ? readdirSync(assets) : []) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const path = join(assets, name);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
};
