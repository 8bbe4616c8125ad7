import { describe, expect, it } from 'vitest';
import { itemId, planId, readItemId, readWorkflowId, workflowId } from '../../src/domain/ids.js';

describe('a plan id', () => {
  it.each(['zhoushan-2021-2025', 'a', 'plan2', 'x'.repeat(80)])('%s is one', (text) => {
    expect(planId(text)).toBe(text);
  });

  it.each(['', 'Zhoushan', '-a', 'a-', 'a--b', 'a b', 'a/b', '舟山', 'x'.repeat(81)])(
    '%j is none',
    (text) => {
      expect(() => planId(text)).toThrow(RangeError);
    },
  );
});

describe('an item id', () => {
  it('is read back to its plan and number, though plans end in numbers too', () => {
    const id = itemId(planId('zhoushan-2021-2025'), 19);
    expect(id).toBe('zhoushan-2021-2025-19');
    expect(readItemId(id)).toEqual({ plan: 'zhoushan-2021-2025', number: 19 });
  });

  it.each(['plan', 'plan-0', 'plan-01', 'plan-1x', 'Plan-1', '-1', 'plan-1234567', ''])(
    '%j is none',
    (text) => {
      expect(readItemId(text)).toBeNull();
    },
  );
});

describe('a workflow id', () => {
  it.each([
    [{ aggregate: 'item', id: 'p-19' }, 'task-item/p-19'],
    [{ aggregate: 'plan', id: 'p' }, 'plan/p'],
    [{ aggregate: 'mailbox', id: 'a/b' }, 'mailbox/a/b'],
  ] as const)('of %j is %s, and back', (subject, id) => {
    expect(workflowId(subject)).toBe(id);
    expect(readWorkflowId(id)).toEqual(subject);
  });

  it('of another kind stands for nothing of ours', () => {
    expect(readWorkflowId('upkeep/daily')).toBeNull();
    expect(readWorkflowId('plan')).toBeNull();
  });
});
