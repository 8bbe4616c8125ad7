import { describe, expect, it } from 'vitest';
import { daysOffSet } from '../../src/domain/set-dates.js';
import { calendar, commandOf, milestone } from './support/story.js';

const saturday = '2021-10-30';
const friday = '2021-10-29';

describe('a date set by hand on a day off', () => {
  it.each([
    ['requestExtension', { milestone: 'M1', to: saturday }],
    ['grantExtension', { milestone: 'M1', to: saturday }],
    ['instruct', { demand: { due: saturday } }],
    ['returnClosing', { demands: [{ due: friday }, { due: saturday }] }],
    ['reopen', { demands: [{ due: saturday }] }],
    ['recordConsultation', { demands: [{ due: saturday }] }],
    ['proposeMilestones', { milestones: [milestone('M2', saturday)] }],
  ] as const)('is named: %s', (type, more) => {
    expect(daysOffSet(commandOf(type, more as never), calendar)).toEqual([saturday]);
  });

  it('is none on a working day, a make-up Saturday included, or where no date is set', () => {
    expect(daysOffSet(commandOf('instruct', { demand: { due: '2021-10-09' } }), calendar)).toEqual([]);
    expect(daysOffSet(commandOf('grantExtension', { milestone: 'M1' }), calendar)).toEqual([]);
    expect(daysOffSet(commandOf('acknowledge'), calendar)).toEqual([]);
  });

  it('is named once', () => {
    const demands = [{ due: saturday }, { due: saturday }];
    expect(daysOffSet(commandOf('reopen', { demands }), calendar)).toEqual([saturday]);
  });
});
