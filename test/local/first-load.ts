/** What a browser fetches before a page can be used, added up as it travels. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

/** A chunk with everything it cannot do without. */
const withImports = (manifest: Manifest, name: string, known: Set<string>): void => {
  const chunk = manifest[name];
  if (!chunk || known.has(chunk.file)) return;
  known.add(chunk.file);
  for (const style of chunk.css ?? []) known.add(style);
  for (const other of chunk.imports ?? []) withImports(manifest, other, known);
};

/** Bytes after gzip of the page itself and of what the named sources need. */
export const loadOf = (dist: string, sources: readonly string[]): number => {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const files = new Set(['index.html']);
  for (const source of ['index.html', ...sources]) {
    if (!manifest[source]) throw new Error(`the build knows no ${source}`);
    withImports(manifest, source, files);
  }
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
};
