import { describe, expect, it } from 'vitest';
import { endpoints } from '../../src/api/contract/index.js';
import { openApiDocument } from '../../src/api/openapi.js';
import { problemCodes } from '../../src/api/codes.js';
import { routes } from '../../src/api/routes/index.js';
import { expressPath, mount } from '../../src/api/serve.js';
import type { ApiContext } from '../../src/api/deps.js';
import { defaultLimits } from '../../src/api/deps.js';
import { wordsOf } from '../../src/api/words/index.js';
import express from 'express';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

const served = (): readonly string[] => {
  const router = express.Router();
  mount(router, { limits: defaultLimits, bytes: {} } as unknown as ApiContext, routes);
  return (router as unknown as { readonly stack: readonly Layer[] }).stack.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys(route.methods)
          .filter((method) => method !== '_all')
          .map((method) => `${method} ${route.path}`),
  );
};

const documented = (): readonly string[] =>
  Object.entries(openApiDocument.paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method} ${expressPath(path)}`),
  );

describe('the OpenAPI document', () => {
  it('names every route that is served, and serves every route it names', () => {
    expect([...documented()].sort()).toEqual([...served()].sort());
  });

  it('is of version 3.1 and gives every operation a name of its own', () => {
    expect(openApiDocument.openapi).toBe('3.1.0');
    expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length);
  });

  it('lets every parameter of a path be found in it', () => {
    for (const { path, params } of endpoints)
      expect(Object.keys(params.shape).sort()).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      );
  });

  it('documents lists in the query as lists that may be left out', () => {
    const { get } = openApiDocument.paths?.['/plans/{plan}/items'] ?? {};
    const light = get?.parameters?.find((parameter) => 'name' in parameter && parameter.name === 'light');
    expect(light).toMatchObject({ in: 'query', required: false, schema: { type: 'array' } });
  });
});

describe('the words', () => {
  it('say something in both languages for every problem', () => {
    for (const code of problemCodes)
      for (const words of [wordsOf.zh, wordsOf.en])
        expect(words.problems[code].title.length).toBeGreaterThan(1);
  });

  it('name the same things in both languages', () => {
    const holes = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
    for (const code of problemCodes) {
      const [zh, en] = [wordsOf.zh.problems[code], wordsOf.en.problems[code]];
      expect([code, 'about' in zh, holes(zh.detail)]).toEqual([code, 'about' in en, holes(en.detail)]);
    }
  });
});
