/** Every figure of a policy by name and unit: what is shown of it, compared, and edited is one list. */
import type { EnforcementRung, Policy, TermKind } from '../../../src/domain/policy.js';
import type { PolicyEntry } from '../data/contract';
import { text, words } from '../text';

const said = text.rules.policy;

export type PolicyGroup = keyof typeof said.groups;

/** What a figure counts. */
type Measure = keyof typeof said.units;

export interface PolicyField {
  /** The same in every version. */
  readonly key: string;
  readonly group: PolicyGroup;
  readonly label: string;
  /** Where in the policy it stands. */
  readonly path: readonly (string | number)[];
  /** Null = a time of day. */
  readonly measure: Measure | null;
  readonly min: number;
}

/** What the API answers has the shape of a policy, though its document leaves it open. */
export const policyOf = ({ policy }: Pick<PolicyEntry, 'policy'>): Policy => policy as unknown as Policy;

/** In the order of the words: the answer's own order means nothing. */
const rungsOf = ({ rungs }: Policy): readonly EnforcementRung[] =>
  (Object.keys(words.rungs) as EnforcementRung[]).filter((rung) => Object.hasOwn(rungs, rung));

const termsOf = ({ terms }: Policy): readonly TermKind[] =>
  ([...Object.keys(words.cases), 'decomposition_returned'] as TermKind[]).filter((kind) =>
    Object.hasOwn(terms, kind),
  );

const field = (
  group: PolicyGroup,
  path: readonly (string | number)[],
  label: string,
  measure: Measure | null,
  min = 1,
): PolicyField => ({ key: path.join('.'), group, path, label, measure, min });

const { fields } = said;

const termName = (kind: TermKind): string =>
  kind === 'decomposition_returned' ? fields.decomposition_returned : words.cases[kind];

export const fieldsOf = (policy: Policy): readonly PolicyField[] => [
  ...policy.firstReminder.map(([span], index) => ({
    ...field('reminders', ['firstReminder', index, 1], said.span(span), 'beforeDue', 0),
    key: `firstReminder up to ${span}`,
  })),
  field('reminders', ['lastReminder'], fields.lastReminder, 'beforeDueWorking'),
  ...rungsOf(policy).map((rung) => field('ladder', ['rungs', rung], words.rungs[rung], 'afterDue')),
  field('rhythm', ['standingEvery'], fields.standingEvery, 'every'),
  field('rhythm', ['nextStep'], fields.nextStep, 'workingDay'),
  field('rhythm', ['receiptNextStep'], fields.receiptNextStep, 'workingDay'),
  field('rhythm', ['repeatEvery'], fields.repeatEvery, 'every'),
  ...termsOf(policy).map((kind) => field('terms', ['terms', kind], termName(kind), 'workingDay')),
  field('extensions', ['extensionAsked'], fields.extensionAsked, 'beforeDueWorking', 0),
  field('extensions', ['extensionSpanFraction'], fields.extensionSpanFraction, 'fraction'),
  field('extensions', ['extensionsAtMost'], fields.extensionsAtMost, 'times', 0),
  field('hours', ['morning'], fields.morning, null),
  field('hours', ['workingHours', 0], said.hoursFrom, null),
  field('hours', ['workingHours', 1], said.hoursTo, null),
  field('hours', ['digestAtMost'], fields.digestAtMost, 'notices'),
];

/** Up to which spans the first reminders hold; what they say is part of the reminders’ names. */
export const spansOf = ({ firstReminder }: Policy): readonly PolicyField[] =>
  firstReminder.flatMap(([span], index) =>
    span === null ? [] : [field('reminders', ['firstReminder', index, 0], said.spanAt(index + 1), 'span')],
  );

/** What the figure at a place of the policy is called; a place may hold several, the first stands for them. */
export const labelAt = (policy: Policy, place: readonly (string | number)[]): string =>
  fieldsOf(policy).find(({ path }) => place.every((step, index) => path[index] === step))?.label ?? '';

const at = (policy: Policy, path: PolicyField['path']): unknown =>
  path.reduce<unknown>(
    (found, step) => (found as Record<string | number, unknown> | undefined)?.[step],
    policy,
  );

const valueSaid = (policy: Policy, { path, measure }: PolicyField): string => {
  const value = at(policy, path);
  return measure === null ? String(value) : said.units[measure](Number(value));
};

export interface PolicyRow {
  readonly key: string;
  readonly group: PolicyGroup;
  readonly label: string;
  /** Null = there is no such row. */
  readonly present: string | null;
  readonly other: string | null;
  readonly differs: boolean;
}

/** The policy in force beside another one, in the order of the groups. */
export const compared = (present: Policy, other: Policy): readonly PolicyRow[] => {
  const [before, after] = [fieldsOf(present), fieldsOf(other)];
  const gone = before.filter(({ key }) => !after.some((one) => one.key === key));
  const rows = [...after, ...gone].map((one): PolicyRow => {
    const then = before.find(({ key }) => key === one.key);
    const isGone = gone.includes(one);
    const [was, is] = [then ? valueSaid(present, then) : null, isGone ? null : valueSaid(other, one)];
    return { key: one.key, group: one.group, label: one.label, present: was, other: is, differs: was !== is };
  });
  return groupNames.flatMap((group) => rows.filter((row) => row.group === group));
};

export const groupNames = Object.keys(said.groups) as readonly PolicyGroup[];
