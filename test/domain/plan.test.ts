import { describe, expect, it } from 'vitest';
import { isBinding, type PlanDocument, type PlanItem } from '../../src/domain/plan.js';

const planWith = (nature: '约束性' | '预期性', items: readonly number[]) =>
  ({ indicators: [{ nature, items }] }) as unknown as PlanDocument;
const item19 = { number: 19 } as PlanItem;

describe('an item is binding', () => {
  it('when a binding indicator is linked to it', () => {
    expect(isBinding(planWith('约束性', [3, 19]), item19)).toBe(true);
  });

  it('not when the indicator is only expected, or of other items', () => {
    expect(isBinding(planWith('预期性', [19]), item19)).toBe(false);
    expect(isBinding(planWith('约束性', [3]), item19)).toBe(false);
  });
});
