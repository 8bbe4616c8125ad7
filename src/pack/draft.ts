/** Data held against its shape: all faults at once, and what is sound kept, so that other checks can go on. */
import type { z } from 'zod';
import { formatPath, quoted, type Fault, type Path } from './faults.js';
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
  const faults = places.slice(0, mostFaults).map(({ path, message, unknownKey }) => ({
    file,
    line: lineAt(path),
    path: formatPath(path),
    message: unknownKey
      ? `unknown key; wanted: ${message}`
      : `${wrong(valueAt(value, path))}; wanted: ${message}`,
  }));
  if (places.length > mostFaults) {
    faults.push({ file, line: 1, path: '', message: `and ${places.length - mostFaults} more faults` });
  }
  if (places.some(({ path }) => path.length === 0)) return { drafted: null, faults };
  const draft = structuredClone(value);
  for (const { path } of places) setUndefined(draft, path);
  return { drafted: { file, lineAt, draft: draft as Draft<T>, whole: null }, faults };
};

interface Place {
  readonly path: Path;
  readonly message: string;
  readonly unknownKey: boolean;
}

const placesOf = (issue: Issue): Place[] => {
  if (issue.code !== 'unrecognized_keys')
    return [{ path: issue.path, message: issue.message, unknownKey: false }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: issue.message, unknownKey: true }));
};

const wrong = (value: unknown): string => {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is empty';
  return `${quoted(value)} does not fit`;
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
