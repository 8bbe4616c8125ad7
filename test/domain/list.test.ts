/** The list (清单): what each measure has come to. */
import { describe, expect, it } from 'vitest';
import { listCounts, measureStatus, openMeasure, uncarried } from '../../src/domain/list.js';
import { given, milestone, type Story } from './support/story.js';

const item = {
  measures: ['a', 'b'],
  milestones: [
    milestone('M1', '2021-10-29', { basis: 'proposed', measures: ['a', 'b'] }),
    milestone('M2', '2021-12-31', { basis: 'proposed', measures: ['b'] }),
  ],
} as const;
const started = given(item).inProgress();
const statuses = ({ state }: Story) => state.measures.map((measure) => measureStatus(state, measure));
const dropM2 = (story: Story) =>
  story
    .give('2021-09-24T10:00', 'requestChange', { change: { drop: 'M2' } })
    .give('2021-09-24T11:00', 'grantChange');

describe('a measure is', () => {
  it('open as long as a milestone that carries it is', () => {
    expect(statuses(started)).toEqual(['open', 'open']);
    expect(statuses(started.accepted('M1'))).toEqual(['done', 'open']);
    expect(openMeasure(started.accepted('M1').state)?.id).toBe('b');
  });

  it('done when every milestone that carries it is accepted or dropped, one at least accepted', () => {
    expect(statuses(dropM2(started.accepted('M1')))).toEqual(['done', 'done']);
    expect(statuses(dropM2(started))).toEqual(['open', 'open']);
    expect(openMeasure(dropM2(started.accepted('M1')).state)).toBeUndefined();
  });

  it('open when nothing carries it', () => {
    expect(
      statuses(
        given({ measures: ['z'] })
          .inProgress()
          .accepted(),
      ),
    ).toEqual(['open']);
  });

  it('open again when a milestone that carries it is reopened', () => {
    const story = dropM2(started.accepted('M1')).give('2021-09-26T10:00', 'instruct', {
      demand: { id: 'M1', due: '2021-12-31' },
    });
    expect(statuses(story)).toEqual(['open', 'open']);
  });

  it('struck off once signed, waived once a leader says so', () => {
    const story = started
      .accepted('M1')
      .give('2021-09-24T10:00', 'proposeStrikeOff', { measures: ['a'] })
      .give('2021-09-24T11:00', 'strikeOff')
      .give('2021-09-24T12:00', 'waiveMeasure', { measure: 'b', reason: 'law repealed' });
    expect(statuses(story)).toEqual(['struck_off', 'waived']);
    expect(listCounts(story.state)).toEqual({ total: 2, open: 0, done: 0, struckOff: 1, waived: 1 });
  });
});

describe('a measure is uncarried', () => {
  const measure = (id: string, mark: 'waived' | 'struck_off' | null = null) => ({ id, text: id, mark });

  it('when none of the milestones carries it; the first such is named', () => {
    const carried = [{ measures: ['a'] }, { measures: ['b'] }];
    expect(uncarried([measure('a'), measure('b')], carried)).toBeUndefined();
    expect(uncarried([measure('a'), measure('c'), measure('d')], carried)?.id).toBe('c');
  });

  it('not once it is struck off or waived', () => {
    expect(uncarried([measure('c', 'waived'), measure('d', 'struck_off')], [])).toBeUndefined();
  });
});
