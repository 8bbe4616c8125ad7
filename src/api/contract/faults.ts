/** Promise: whatever is wrong with a field is said in one sentence of ours, in the reader's language and with what is allowed. */
import type { z } from 'zod';
import type { Fault } from '../problem.js';
import { filled, wordsOf, type FaultCode, type Language } from '../words/index.js';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Values = Readonly<Record<string, string | number>>;
/** A fault and what it names. */
type Named = readonly [FaultCode, Values];

/** Marks a refinement with the fault it states. */
export const fault = (code: FaultCode): { params: { fault: FaultCode } } => ({ params: { fault: code } });

/** The schema itself, whether or not its value may be left out. */
const bare = (schema: Schema): z.core.$ZodTypes => {
  const known = schema as z.core.$ZodTypes;
  const { def } = known._zod;
  return 'innerType' in def ? bare(def.innerType) : known;
};

const partOf = (schema: Schema, step: PropertyKey): Schema | undefined => {
  const { def } = bare(schema)._zod;
  if (def.type === 'object') return def.shape[String(step)];
  if (def.type === 'array') return def.element;
  return def.type === 'tuple' ? def.items[Number(step)] : undefined;
};

const schemaAt = (schema: Schema, path: readonly PropertyKey[]): Schema | undefined =>
  path.reduce<Schema | undefined>((found, step) => found && partOf(found, step), schema);

/** What a schema's checks allow; undefined = no bound. */
interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly whole: boolean;
}

const boundsOf = (schema: Schema | undefined): Bounds => {
  const checks = schema ? (bare(schema)._zod.def.checks ?? []).map(({ _zod }) => _zod.def) : [];
  const bound = (name: string, value: 'minimum' | 'maximum' | 'value'): number | undefined => {
    const found = checks.find(({ check }) => check === name) as
      Partial<Record<typeof value, number>> | undefined;
    return found?.[value];
  };
  return {
    min: bound('min_length', 'minimum') ?? bound('greater_than', 'value'),
    max: bound('max_length', 'maximum') ?? bound('less_than', 'value'),
    whole: checks.some(({ check }) => check === 'number_format'),
  };
};

const within = (
  { min = 0, max }: Bounds,
  [between, atLeast, atMost]: readonly [FaultCode, FaultCode, FaultCode],
): Named => {
  if (max === undefined) return [atLeast, { n: min }];
  return min === 0 ? [atMost, { n: max }] : [between, { min, max }];
};

const ofNumber = ({ min, max, whole }: Bounds): Named => {
  if (min === undefined || max === undefined) return [whole ? 'not_whole' : 'not_number', {}];
  return [whole ? 'whole_between' : 'number_between', { min, max }];
};

const sizes: Readonly<Record<string, readonly [FaultCode, FaultCode, FaultCode]>> = {
  string: ['length_between', 'too_short', 'too_long'],
  array: ['count_between', 'too_few', 'too_many'],
};

const ofSize = (origin: string, limit: number, schema: Schema | undefined): Named => {
  if (schema && bare(schema)._zod.def.type === 'tuple') return ['exactly', { n: limit }];
  const words = sizes[origin];
  return words ? within(boundsOf(schema), words) : ofNumber(boundsOf(schema));
};

const types: Readonly<Record<string, FaultCode>> = {
  string: 'not_text',
  array: 'not_list',
  tuple: 'not_list',
  object: 'not_fields',
};

const ofType = (expected: string, schema: Schema | undefined): Named => {
  if (expected === 'number' || expected === 'int') return ofNumber(boundsOf(schema));
  return [types[expected] ?? 'not_fitting', {}];
};

const ofFormat = (format: string): FaultCode => {
  if (format === 'uuid') return 'not_a_uuid';
  return format === 'regex' ? 'not_an_id' : 'not_fitting';
};

/** What an issue amounts to, under the schema of the value concerned. */
const named = (issue: Issue, schema: Schema | undefined): Named => {
  if (issue.input === undefined && isAbsence(issue)) return ['required', {}];
  if (issue.code === 'custom')
    return [(issue.params?.['fault'] as FaultCode | undefined) ?? 'not_fitting', {}];
  if (issue.code === 'invalid_type') return ofType(issue.expected, schema);
  if (issue.code === 'unrecognized_keys')
    return ['unknown_field', { list: issue.keys.join(', ').slice(0, 200) }];
  if (issue.code === 'invalid_value') return ['one_of', { list: issue.values.map(String).join(', ') }];
  if (issue.code === 'too_small') return ofSize(issue.origin, Number(issue.minimum), schema);
  if (issue.code === 'too_big') return ofSize(issue.origin, Number(issue.maximum), schema);
  if (issue.code === 'invalid_format') return [ofFormat(issue.format), {}];
  return ['not_fitting', {}];
};

const isAbsence = ({ code }: Issue): boolean => code === 'invalid_type' || code === 'invalid_value';

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export type Checked<T extends z.ZodType> =
  { readonly value: z.output<T> } | { readonly faults: readonly Fault[] };

/** Holds a value against a schema. At most 50 faults, one a field: a body can hold thousands. */
export const checked = <T extends z.ZodType>(schema: T, value: unknown, language: Language): Checked<T> => {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { value: parsed.data };
  const faults = new Map<string, Fault>();
  for (const issue of parsed.error.issues) {
    const path = pointer(issue.path);
    const [code, values] = named(issue, schemaAt(schema, issue.path));
    if (!faults.has(path))
      faults.set(path, { path, message: filled(wordsOf[language].faults[code], values) });
    if (faults.size === 50) break;
  }
  return { faults: [...faults.values()] };
};
