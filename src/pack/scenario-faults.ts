/** What is wrong with a scenario's file, a plain line each: where it is, what is wanted, what is there. */
import { YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { formatPath, quoted } from './faults.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder; a scenario is one file, JSON or YAML',
  EACCES: 'this user may not read it',
};

/** Why a file could not be read, or is no YAML (which JSON is as well). */
export const unreadable = (path: string, error: unknown): string => {
  if (error instanceof YAMLParseError) {
    const [{ line } = { line: 1 }] = error.linePos ?? [];
    return `${path}:${line}: neither JSON nor YAML: ${error.message.split(/ at line |\n/)[0]}`;
  }
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return `${path}: ${reasons[code] ?? `cannot be read (${code === '' ? message : code})`}`;
};

type Issue = z.core.$ZodIssue;

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of keys',
};

const valuesOf = (issue: Issue): readonly unknown[] => {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(valuesOf) : [];
};

const bound = (issue: Issue): string | null => {
  if (issue.code === 'too_small') return `at least ${issue.minimum}`;
  return issue.code === 'too_big' ? `at most ${issue.maximum}` : null;
};

/** What is wanted in the place, in the words of the shape where it has some. */
const wanted = (issue: Issue): string => {
  if (issue.code === 'invalid_type') return types[issue.expected] ?? issue.expected;
  const values = valuesOf(issue);
  if (values.length > 0) return `one of ${values.join(', ')}`;
  return bound(issue) ?? issue.message;
};

const messageOf = (issue: Issue): string => {
  if (issue.code === 'unrecognized_keys') return `there is no such key: ${issue.keys.join(', ')}`;
  if (issue.input === undefined) return 'is missing';
  return `${quoted(issue.input)} does not fit; wanted: ${wanted(issue)}`;
};

/** What does not fit the shape of a scenario; the issue must carry its input. */
export const misfit = (path: string, issue: Issue): string => {
  const place = formatPath(issue.path);
  return `${path}: ${place === '' ? '' : `${place}: `}${messageOf(issue)}`;
};
