/** How far an item's ladder has been climbed: M1 is due on Friday 2021-10-29. */
import { describe, expect, it } from 'vitest';
import { climbOf, nextOfClimb, worstOverdue } from '../../src/domain/climb.js';
import { formatInstant } from '../../src/domain/instants.js';
import { deputy } from './support/people.js';
import { given, milestone, type Story } from './support/story.js';

const started = given().inProgress();
const climb = (story: Story) => {
  const worst = worstOverdue(story.state);
  return worst === null ? [] : climbOf(story.state, worst, story.rules());
};
const marks = { done: '■', awaiting_signature: '?', not_signed: '-', ahead: '·' } as const;
/** Overdue, two urges, letter, level 1, level 2, interview, level 3. */
const line = (story: Story): string =>
  climb(story)
    .map(({ state }) => marks[state])
    .join('');
const next = (story: Story): string | null => {
  const found = nextOfClimb(climb(story));
  return found && `${found.rung} ${formatInstant(found.at)}`;
};

describe('the rungs', () => {
  it.each([
    ['the morning after', '2021-10-30', '■·······', 'urge1 2021-11-01T08:30'],
    ['urged once', '2021-11-02', '■■······', 'urge2 2021-11-03T08:30'],
    ['lettered', '2021-11-06', '■■■■····', 'listing1 2021-11-12T08:30'],
    ['listed', '2021-11-13', '■■■■■···', 'listing2 2021-11-26T08:30'],
    ['level 2 proposed', '2021-11-27', '■■■■■?··', 'interview 2021-12-10T08:30'],
  ])('%s', (_when, now, climbed, comes) => {
    expect([line(started.until(now)), next(started.until(now))]).toEqual([climbed, comes]);
  });

  it('a signature that was declined leaves its rung unsigned', () => {
    const declined = started
      .until('2021-11-27')
      .give('2021-11-29T10:00', 'declineListing', { reason: '再等' }, deputy);
    expect(line(declined)).toBe('■■■■■-··');
  });

  it('steps taken by hand count like those of the clock', () => {
    const lettered = started
      .until('2021-11-01T09:00')
      .give('2021-11-01T10:00', 'issueLetter', { milestone: 'M1' });
    expect(line(lettered)).toBe('■■·■····');
  });

  it('nothing comes by itself while the evidence is under review', () => {
    const late = started.until('2021-11-06').give('2021-11-06T10:00', 'submitEvidence', { milestone: 'M1' });
    expect([line(late), next(late)]).toEqual(['■■■■····', null]);
  });

  it('nor while it is suspended', () => {
    const suspended = started.until('2021-11-06').suspended('2021-11-08T10:00');
    expect(next(suspended)).toBeNull();
  });
});

it('the worst of several is the one whose date was over first; none when none is overdue', () => {
  const two = given({
    milestones: [milestone('M2', '2021-11-05'), milestone('M1', '2021-10-29')],
  }).inProgress();
  expect(worstOverdue(two.until('2021-11-10').state)?.id).toBe('M1');
  expect(worstOverdue(two.state)).toBeNull();
});
