/** One command to many items: whose turn it is, what remains, and what the preview puts on paper. */
import { describe, expect, it } from 'vitest';
import type { CommandPreview } from '../../web/src/data/contract';
import { toggled } from '../../web/src/pages/office/chosen';
import { papersIn, remaining, turnAfter } from '../../web/src/pages/office/sending';

describe('a round of sending', () => {
  it('takes one item after the other and ends', () => {
    expect([turnAfter(['a', 'b'], 'a'), turnAfter(['a', 'b'], 'b')]).toEqual(['b', null]);
  });

  it('sends again what is not done, and never what is', () => {
    expect(remaining(['a', 'b', 'c'], { a: 'done', b: 'refused' })).toEqual(['b', 'c']);
  });
});

it('a tick is taken back by another', () => {
  const once = toggled(new Set(), 'a');
  expect([[...once], [...toggled(once, 'a')]]).toEqual([['a'], []]);
});

it('what is neither put on paper nor told to anybody is left out of the preview', () => {
  const fact = (text: string, more: object) => ({ type: 't', key: null, class: 'formal', text, ...more });
  const preview = {
    happens: [
      fact('催办', { documentTitle: '催办单', told: ['unit_head'] }),
      fact('记录', { documentTitle: null, told: [] }),
    ],
  } as unknown as CommandPreview;
  expect(papersIn(preview)).toEqual([{ title: '催办单', text: '催办', told: ['unit_head'] }]);
});
