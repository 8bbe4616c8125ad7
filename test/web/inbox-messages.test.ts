import { describe, expect, it } from 'vitest';
import type { Notice } from '../../web/src/data/contract';
import { daysOf } from '../../web/src/pages/inbox/messages';

const notice = (
  id: string,
  message: string,
  deliverAt: string,
  urgency: Notice['class'] = 'reminder',
): Notice => ({
  id,
  message,
  plan: 'p',
  item: { id: 'p-1', number: 1, title: '事项', tile: '事项' },
  seq: 1,
  class: urgency,
  kind: 'reminded',
  toldAs: ['unit_officer'],
  insteadOf: null,
  at: deliverAt,
  deliverAt,
  readAt: null,
  text: '提醒',
});

describe('an inbox', () => {
  it('has days, and in them messages, in the order they are given', () => {
    const days = daysOf([
      notice('5', 'm3', '2023-03-03T09:00:00.000+08:00', 'urgent'),
      notice('4', 'm2', '2023-03-03T08:30:00.000+08:00'),
      notice('3', 'm2', '2023-03-03T08:30:00.000+08:00'),
      notice('2', 'm1', '2023-03-02T08:30:00.000+08:00'),
    ]);
    expect(
      days.map(({ date, messages }) => [date, messages.map(({ notices }) => notices.map(({ id }) => id))]),
    ).toEqual([
      ['2023-03-03', [['5'], ['4', '3']]],
      ['2023-03-02', [['2']]],
    ]);
  });

  it('reads what came together in the order of the items', () => {
    const at = '2023-03-03T08:30:00.000+08:00';
    const of = (number: number): Notice => {
      const told = notice(String(number), 'm', at);
      return { ...told, item: { id: `p-${number}`, number, title: '事项', tile: '事项' } };
    };
    const [day] = daysOf([of(9), of(36), of(4)]);
    expect(day?.messages[0]?.notices.map(({ item }) => item?.number)).toEqual([4, 9, 36]);
  });

  it('calls a message as urgent as the gravest notice in it', () => {
    const at = '2023-03-03T08:30:00.000+08:00';
    const [day] = daysOf([
      notice('3', 'm', at),
      notice('2', 'm', at, 'formal'),
      notice('1', 'm', at, 'urgent'),
    ]);
    expect(day?.messages[0]?.class).toBe('formal');
  });
});
