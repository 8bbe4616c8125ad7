import { describe, expect, it } from 'vitest';
import type { CommandType } from '../../../src/domain/commands.js';
import { castFor, type Situation } from '../../../src/domain/simulation/cast.js';
import type { ScenarioCommand } from '../../../src/domain/simulation/scenario.js';
import { at, given } from '../support/story.js';

const written = (more: Partial<ScenarioCommand> = {}): ScenarioCommand => ({
  at: at('2021-09-20T10:00'),
  do: 'comment',
  ...more,
});

const running = given({ coUnits: ['U2'] }).inProgress();
const post = (state: Situation, type: CommandType, more: Partial<ScenarioCommand> = {}): string => {
  const cast = castFor(state, type, written(more));
  return cast.unit === null ? cast.post : `${cast.post} of ${cast.unit}`;
};

describe('who gives a command of a scenario', () => {
  it.each([
    ['submitEvidence', 'unit_head of U1'],
    ['acceptEvidence', 'case_officer'],
    ['signListing', 'director'],
    ['adoptPolicy', 'supervision_head'],
  ] as const)('of %s is the highest post that may: %s', (type, expected) => {
    expect(post(running.state, type)).toBe(expected);
  });

  it('is whom the scenario names', () => {
    expect(post(running.state, 'signListing', { by: 'leader_in_charge' })).toBe('leader_in_charge');
  });

  it('of a drop, the unit asks and whom the scenario names grants', () => {
    const drop = { do: 'dropMilestone', by: 'supervision_head' } as const;
    expect(post(running.state, 'requestChange', drop)).toBe('unit_head of U1');
    expect(post(running.state, 'grantChange', drop)).toBe('supervision_head');
  });

  it('of a decision on an extension is whoever owes it', () => {
    const inTime = running.give('2021-09-20T09:00', 'requestExtension', {
      milestone: 'M1',
      to: '2021-11-30',
    });
    const late = running.give('2021-10-28T09:00', 'requestExtension', { milestone: 'M1', to: '2021-11-30' });
    expect(post(inTime.state, 'grantExtension', { milestone: 'M1' })).toBe('supervision_head');
    expect(post(late.state, 'grantExtension', { milestone: 'M1' })).toBe('leader_in_charge');
  });

  it('of an answer is whom the obstacle names', () => {
    const blocked = running
      .give('2021-09-20T09:00', 'raiseObstacle', { named: 'leader_in_charge' })
      .give('2021-09-20T09:01', 'raiseObstacle', { named: 'co_unit', unit: 'U2' });
    expect(post(blocked.state, 'answerObstacle')).toBe('leader_in_charge');
    expect(post(blocked.state, 'answerObstacle', { id: '2' })).toBe('unit_head of U2');
  });

  it('of a closing returned is the office first, a leader once it is completed', () => {
    expect(post(given().inClosingReview().state, 'returnClosing')).toBe('case_officer');
    expect(post(given().completed().state, 'returnClosing')).toBe('director');
  });

  it('countersigns for a co-unit; of any other unit only the lead unit can be refused', () => {
    expect(post(running.state, 'countersign', { unit: 'U2' })).toBe('unit_head of U2');
    expect(post(running.state, 'countersign', { unit: 'U9' })).toBe('unit_head of U1');
  });
});
