/** Which rules of a policy can be tried: its whole numbers, but for when notices leave, which a forecast does not show. */
import type { Policy } from '../../../../src/domain/policy.js';
import { fieldsOf, groupNames, type PolicyField, type PolicyGroup } from '../../parts/policy-fields';

export interface RuleGroup {
  readonly group: PolicyGroup;
  readonly rules: readonly PolicyField[];
}

export const ruleGroups = (policy: Policy): readonly RuleGroup[] => {
  const fields = fieldsOf(policy).filter(({ group, measure }) => group !== 'hours' && measure !== null);
  return groupNames
    .map((group) => ({ group, rules: fields.filter((field) => field.group === group) }))
    .filter(({ rules }) => rules.length > 0);
};
