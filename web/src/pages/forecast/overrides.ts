/** A policy being tried: what of it was changed, and only that is asked about. */
import type { Policy, PolicyOverrides } from '../../../../src/domain/policy.js';

export type { PolicyOverrides };

/** Where in the policy a rule stands. */
export type RulePath = readonly (string | number)[];

type Part = Readonly<Record<string | number, unknown>>;

export const valueAt = (policy: Policy, path: RulePath): number | null => {
  const value = path.reduce<unknown>((part, step) => (part as Part | undefined)?.[step], policy);
  return typeof value === 'number' ? value : null;
};

const put = (part: unknown, [step, ...rest]: RulePath, value: number): unknown => {
  if (step === undefined) return value;
  const inner = put((part as Part | undefined)?.[step], rest, value);
  if (Array.isArray(part)) return part.map((one: unknown, index) => (index === step ? inner : one));
  return { ...(part as object), [step]: inner };
};

/** The policy with one rule changed; the rest is shared. */
export const withValue = (policy: Policy, path: RulePath, value: number): Policy =>
  put(policy, path, value) as Policy;

const changedEntries = (
  base: Readonly<Record<string, number>>,
  draft: Readonly<Record<string, number>>,
): Record<string, number> =>
  Object.fromEntries(Object.entries(draft).filter(([key, value]) => base[key] !== value));

/** Parts that a forecast cannot show: when notices leave, and the version's own number. */
const besides = new Set(['version', 'workingHours', 'digestAtMost', 'rungs', 'terms']);

/** What `draft` says otherwise than `base`, as the API takes it. */
export const overridesOf = (base: Policy, draft: Policy): PolicyOverrides => {
  const rungs = changedEntries(base.rungs, draft.rungs);
  const terms = changedEntries(base.terms, draft.terms);
  const others = Object.entries(draft).filter(
    ([key, value]) =>
      !besides.has(key) &&
      JSON.stringify(value) !== JSON.stringify((base as unknown as Readonly<Record<string, unknown>>)[key]),
  );
  return {
    ...Object.fromEntries(others),
    ...(Object.keys(rungs).length > 0 && { rungs }),
    ...(Object.keys(terms).length > 0 && { terms }),
  };
};

/** How many rules were changed. */
export const countChanges = ({ rungs = {}, terms = {}, ...others }: PolicyOverrides): number =>
  Object.keys(rungs).length + Object.keys(terms).length + Object.keys(others).length;

/** The policy as it would be. */
export const withOverrides = (base: Policy, { rungs, terms, ...others }: PolicyOverrides): Policy => ({
  ...base,
  ...(others as Partial<Policy>),
  rungs: { ...base.rungs, ...(rungs as Partial<Policy['rungs']>) },
  terms: { ...base.terms, ...(terms as Partial<Policy['terms']>) },
});
