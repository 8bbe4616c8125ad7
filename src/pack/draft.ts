/** Data held against its shape: all faults at once, and what is sound kept, so that other checks can go on. */
import type { z } from 'zod';
import { faultOf, formatPath, quoted, type Fault, type Path } from './faults.js';
import type { Said } from './said.js';
import { wantedBy } from './shape-parts.js';
import type { Positions, YamlFile } from './yaml-file.js';

/** The data with every place that did not fit left undefined. */
export type Draft<T> = T extends readonly (infer E)[]
  ? readonly (Draft<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Draft<T[K]> | undefined }
    : T;

export interface Drafted<T> extends Positions {
  readonly draft: Draft<T>;
  /** The data when all of it fits its shape. */
  readonly whole: T | null;
}

const mostFaults = 200;

type Issue = z.core.$ZodIssue;

export const draftOf = <T>(
  shape: z.ZodType<T>,
  { file, value, lineAt }: YamlFile,
): { readonly drafted: Drafted<T> | null; readonly faults: readonly Fault[] } => {
  const result = shape.safeParse(value);
  if (result.success) {
    return { drafted: { file, lineAt, draft: result.data as Draft<T>, whole: result.data }, faults: [] };
  }
  const places = result.error.issues.flatMap(placesOf);
  const faults = places.slice(0, mostFaults).map(({ path, wanted, unknownKey }) => ({
    file,
    line: lineAt(path),
    path: formatPath(path),
    message: misfit(unknownKey ? unknown : wrong(valueAt(value, path)), wanted),
  }));
  if (places.length > mostFaults) {
    const more = places.length - mostFaults;
    faults.push(faultOf(file, { zh: `另有 ${more} 处错误`, en: `and ${more} more faults` }));
  }
  if (places.some(({ path }) => path.length === 0)) return { drafted: null, faults };
  const draft = structuredClone(value);
  for (const { path } of places) setUndefined(draft, path);
  return { drafted: { file, lineAt, draft: draft as Draft<T>, whole: null }, faults };
};

interface Place {
  readonly path: Path;
  readonly wanted: Said;
  readonly unknownKey: boolean;
}

const placesOf = (issue: Issue): Place[] => {
  const wanted = wantedBy(issue);
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, wanted, unknownKey: false }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], wanted, unknownKey: true }));
};

const misfit = (what: Said, wanted: Said): Said => ({
  zh: `${what.zh}；应为：${wanted.zh}`,
  en: `${what.en}; wanted: ${wanted.en}`,
});

const unknown: Said = { zh: '未知的键', en: 'unknown key' };

const wrong = (value: unknown): Said => {
  if (value === undefined) return { zh: '缺少此项', en: 'is missing' };
  if (value === null) return { zh: '内容为空', en: 'is empty' };
  return { zh: `${quoted(value)} 不合要求`, en: `${quoted(value)} does not fit` };
};

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (found, key) => (isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined),
    value,
  );

const setUndefined = (value: unknown, path: Path): void => {
  const parent = valueAt(value, path.slice(0, -1));
  const last = path.at(-1);
  if (isRecord(parent) && last !== undefined && Object.hasOwn(parent, last)) parent[last] = undefined;
};

/** The elements that are sound, each with its index in the file. */
export const soundOf = <E>(elements: readonly (E | undefined)[] | undefined): [number, E][] =>
  (elements ?? []).flatMap((element, index): [number, E][] =>
    element === undefined ? [] : [[index, element]],
  );
