// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import type { Milestone } from '../../web/src/data/contract';
import type * as MilestoneStand from '../../web/src/pages/item/milestone-stand';

/** The pages' texts are in the reader's language, which is known only in a browser. */
let standOf: typeof MilestoneStand.standOf;
beforeAll(async () => {
  localStorage.setItem('duzhan.language', 'zh');
  ({ standOf } = await import('../../web/src/pages/item/milestone-stand'));
});

const milestone = (more: Partial<Milestone>): Milestone =>
  ({
    ...{ status: 'open', light: 'green', overdue: false, returned: null, workingDays: { left: 9, over: 0 } },
    ...more,
  }) as Milestone;

describe('a milestone', () => {
  const returned = { at: '2021-10-20T10:00:00.000+08:00', reason: '缺盖章页' };
  it.each([
    [{}, '未到期', '余 9 工作日'],
    [{ returned }, '已退回，请补交', '余 9 工作日'],
    [{ returned, light: 'yellow' }, '临期', '余 9 工作日、已退回，请补交'],
    [
      { returned, light: 'red', overdue: true, workingDays: { left: 0, over: 3 } },
      '逾期',
      '逾 3 工作日、已退回，请补交',
    ],
    [{ status: 'submitted' }, '审核中', '余 9 工作日'],
  ] as const)('%j reads %s', (more, word, note) => {
    expect(standOf(milestone(more), 'on_track')).toMatchObject({ word, note });
  });
});
