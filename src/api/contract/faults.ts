/** Words for what is wrong with a field, in the reader's language: ours where we have them, the schema library's otherwise. */
import { z } from 'zod';
import type { Fault } from '../problem.js';
import { filled, wordsOf, type FaultCode, type Language } from '../words/index.js';

type Issue = z.core.$ZodRawIssue;

const library: Readonly<Record<Language, z.core.$ZodErrorMap>> = {
  zh: z.locales.zhCN().localeError,
  en: z.locales.en().localeError,
};

/** Marks a refinement with the fault it states. */
export const fault = (code: FaultCode): { params: { fault: FaultCode } } => ({ params: { fault: code } });

const say = (
  language: Language,
  code: FaultCode,
  values: Readonly<Record<string, string | number>> = {},
): string => filled(wordsOf[language].faults[code], values);

const sized = (
  issue: Issue & { readonly origin?: string },
  few: FaultCode,
  short: FaultCode,
): FaultCode | null => {
  if (issue.origin === 'string') return short;
  return issue.origin === 'array' || issue.origin === 'set' ? few : null;
};

/** The fault an issue amounts to and what it names; null = the library says it better. */
const faultOf = (issue: Issue): readonly [FaultCode, Readonly<Record<string, string | number>>] | null => {
  if (issue.code === 'custom') {
    const marked = issue.params?.['fault'] as FaultCode | undefined;
    return marked ? [marked, {}] : null;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return ['required', {}];
  if (issue.code === 'invalid_type' && issue.expected === 'string') return ['not_text', {}];
  if (issue.code === 'unrecognized_keys')
    return ['unknown_field', { list: issue.keys.join(', ').slice(0, 200) }];
  if (issue.code === 'invalid_value') return ['one_of', { list: issue.values.map(String).join(', ') }];
  if (issue.code === 'too_small') {
    const code = sized(issue, 'too_few', 'too_short');
    return code && [code, { n: Number(issue.minimum) }];
  }
  if (issue.code === 'too_big') {
    const code = sized(issue, 'too_many', 'too_long');
    return code && [code, { n: Number(issue.maximum) }];
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') return ['no_such_date', {}];
  if (issue.code === 'invalid_format' && issue.format === 'regex') return ['not_an_id', {}];
  return null;
};

export const errorMap =
  (language: Language): z.core.$ZodErrorMap =>
  (issue) => {
    const found = faultOf(issue);
    return found ? say(language, ...found) : library[language](issue);
  };

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** At most 50 faults: a body can hold thousands. */
export const faultsOf = (error: z.ZodError): readonly Fault[] =>
  error.issues.slice(0, 50).map((issue) => ({ path: pointer(issue.path), message: issue.message }));
