import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notFound, problemHandler } from '../../src/api/failures.js';
import { pages } from '../../src/api/pages.js';
import { ensurePages } from '../../src/cli/system/pages.js';
import { loadConfig } from '../../src/config.js';
import { loadOf } from './first-load.js';
import { scratchFolder } from './scratch.js';

const { environment } = loadConfig();

/** A repository that has pages of one line. */
const givenSources = (): string => {
  const root = join(scratchFolder(), 'repository');
  mkdirSync(join(root, 'web'), { recursive: true });
  writeFileSync(join(root, 'web', 'index.html'), '<script type="module" src="/main.js"></script>');
  writeFileSync(join(root, 'web', 'main.js'), 'document.title = "one";');
  return root;
};

describe('the pages', () => {
  const root = givenSources();
  const said: string[] = [];
  const ensure = (): Promise<string> => ensurePages({ root, environment, log: (line) => said.push(line) });
  const script = (dist: string): string => {
    const name = readdirSync(join(dist, 'assets')).find((file) => file.endsWith('.js'));
    return readFileSync(join(dist, 'assets', name ?? ''), 'utf8');
  };

  it('are built where they are missing', async () => {
    const dist = await ensure();
    expect(script(dist)).toContain('one');
    expect(said).toEqual(['pages: building (first start)', 'pages: built']);
  });

  it('are not built again while their sources are the same', async () => {
    said.length = 0;
    await ensure();
    expect(said).toEqual([]);
  });

  it('are built again when a source has changed', async () => {
    writeFileSync(join(root, 'web', 'main.js'), 'document.title = "two";');
    expect(script(await ensure())).toContain('two');
    expect(said).toEqual(['pages: building (their sources have changed)', 'pages: built']);
  });

  it('stay as they were when a build fails, and the fault is told', async () => {
    writeFileSync(join(root, 'web', 'main.js'), 'import "./not-there.js";');
    await expect(ensure()).rejects.toThrow(/could not be built[^]*not-there\.js/);
    expect(script(join(root, 'web', 'dist'))).toContain('two');
    expect(readdirSync(join(root, 'web')).sort()).toEqual(['dist', 'index.html', 'main.js']);
  });
});

describe('served pages', () => {
  const server = createServer();
  let dist: string;
  let asset: string;
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      headers: { accept: 'text/html', 'accept-encoding': 'identity' },
      ...init,
    });

  beforeAll(async () => {
    dist = await ensurePages({ root: givenSources(), environment, log: () => undefined });
    asset = `/assets/${readdirSync(join(dist, 'assets')).find((name) => name.endsWith('.js'))}`;
    server.on('request', express().use(pages(dist), notFound, problemHandler(pino({ level: 'silent' }))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void server.close());

  it.each(['/', '/plans/p/items/p-1', '/sign-in'])(
    '%s is the page, asked for anew each time',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await answer.text()).toContain('<script type="module"');
      expect((await ask(path, { method: 'HEAD' })).status).toBe(200);
    },
  );

  it('what is named by its content is kept for good', async () => {
    const answer = await ask(asset);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect(await answer.text()).toContain('one');
  });

  it('and travels compressed to whoever can read that', async () => {
    const answer = await ask(asset, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await answer.text()).toContain('one');
  });

  it.each(['/assets/gone.js', '/api/v1/nothing'])('%s is not answered with a page', async (path) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('problem+json'),
    ]);
  });

  it('what is not asked for as a page is not answered with one', async () => {
    expect((await ask('/plans/p', { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await ask('/plans/p', { method: 'POST' })).status).toBe(404);
  });
});

describe('the pages of this repository', () => {
  let dist: string;
  beforeAll(async () => {
    dist = await ensurePages({ environment, log: () => undefined });
  });

  it('hold no line of inline script', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, body] of scripts)
      expect([attributes, body]).toEqual([expect.stringMatching(/ src="\//), '']);
    expect(html).not.toMatch(/\son\w+=|javascript:/i);
  });

  it('fetch nothing from elsewhere', () => {
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toMatch(/(src|href)="(https?:)?\/\//);
    for (const name of readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.css')))
      expect(readFileSync(join(dist, 'assets', name), 'utf8')).not.toMatch(/url\(['"]?(https?:)?\/\//);
  });

  it.each([
    ['the sign-in', []],
    ['a unit', ['src/pages/desk/index.tsx']],
    ['the office', ['src/pages/office/index.tsx']],
    ['a leader', ['src/pages/cockpit/index.tsx']],
    ['an item', ['src/pages/item/index.tsx']],
  ])('first load of %s is below 500 KB', (who, sources) => {
    const bytes = loadOf(dist, sources);
    console.log(`first load of ${who}: ${Math.round(bytes / 1_000)} KB after gzip`);
    expect(bytes).toBeLessThan(500_000);
  });
});
