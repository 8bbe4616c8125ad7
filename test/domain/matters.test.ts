/** What was asked in an item, paired with what became of it. */
import { describe, expect, it } from 'vitest';
import { matterFacts, mattersOf, type MatterKind } from '../../src/domain/matters.js';
import { given, type Story } from './support/story.js';

const m1 = { milestone: 'M1' };
const started = given({ coUnits: ['U2'] }).inProgress();

const matters = (story: Story, kind: MatterKind) =>
  mattersOf(
    story.log.filter(({ type }) => matterFacts.includes(type)),
    story.state,
  )
    .filter((matter) => matter.kind === kind)
    .map(({ milestone, answered, open }) => ({ milestone, answered: answered?.type ?? null, open }));

describe('evidence', () => {
  const submitted = started.give('2021-10-04T10:00', 'submitEvidence', m1);

  it('is open while it is under review', () => {
    expect(matters(submitted, 'evidence')).toEqual([{ milestone: 'M1', answered: null, open: true }]);
  });

  it('each version has its own verdict', () => {
    const again = submitted
      .give('2021-10-08T10:00', 'returnEvidence', m1)
      .give('2021-10-09T10:00', 'submitEvidence', m1)
      .give('2021-10-11T10:00', 'acceptEvidence', m1);
    expect(matters(again, 'evidence')).toEqual([
      { milestone: 'M1', answered: 'evidenceReturned', open: false },
      { milestone: 'M1', answered: 'evidenceAccepted', open: false },
    ]);
  });
});

it('an extension overtaken by acceptance is neither answered nor open', () => {
  const story = started
    .give('2021-09-20T10:00', 'requestExtension', { ...m1, to: '2021-12-31' })
    .give('2021-09-21T10:00', 'submitEvidence', m1)
    .give('2021-09-22T10:00', 'acceptEvidence', m1);
  expect(matters(story, 'extension')).toEqual([{ milestone: 'M1', answered: null, open: false }]);
});

it('each obstacle has its own answer', () => {
  const story = started
    .give('2021-09-20T10:00', 'raiseObstacle', { text: '一', named: 'director' })
    .give('2021-09-20T11:00', 'raiseObstacle', { text: '二', named: 'director' })
    .give('2021-09-21T10:00', 'answerObstacle', { obstacle: 'obstacle/2' });
  expect(matters(story, 'obstacle')).toEqual([
    { milestone: null, answered: null, open: true },
    { milestone: null, answered: 'obstacleAnswered', open: false },
  ]);
});

it('a suspension lasts until the item is resumed', () => {
  const story = started.give('2021-09-20T10:00', 'suspend', { until: '2021-12-31' });
  expect(matters(story, 'suspension')).toEqual([{ milestone: null, answered: null, open: true }]);
  expect(matters(story.give('2021-10-20T10:00', 'resume'), 'suspension')).toEqual([
    { milestone: null, answered: 'resumed', open: false },
  ]);
});

it('a listing proposed by the clock is answered by its signature', () => {
  const story = started.until('2021-11-29T10:00');
  expect(matters(story, 'listing')).toEqual([{ milestone: 'M1', answered: null, open: true }]);
  expect(matters(story.give('2021-11-30T10:00', 'signListing'), 'listing')).toEqual([
    { milestone: 'M1', answered: 'listed', open: false },
  ]);
});
