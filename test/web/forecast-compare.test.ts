import { describe, expect, it } from 'vitest';
import { compare } from '../../web/src/pages/forecast/compare';
import { countOf, narrowed, type Course, type Moment } from '../../web/src/pages/forecast/course';

type Happens = Moment['happens'][number];

const item = { id: 'p-1', number: 1, title: '事项', tile: '事项' };
const fact = (key: string | null, more: Partial<Happens> = {}): Happens => ({
  ...{
    type: 'urged',
    key,
    text: key ?? '随之',
    told: [],
    class: 'formal',
    document: null,
    documentTitle: null,
  },
  ...more,
});
const moment = (at: string, happens: readonly Happens[], more: Partial<Moment> = {}): Moment => ({
  ...{
    at: `${at}T08:30:00.000+08:00`,
    provisional: false,
    happens: [...happens],
    light: null,
    level: null,
    item,
  },
  ...more,
});
const course = (entries: readonly Moment[], truncated = 0): Course => ({ entries, truncated, load: null });

describe('two courses', () => {
  it('differ by what comes earlier, later, anew and no more', () => {
    const present = course([
      moment('2023-03-06', [fact('a')]),
      moment('2023-03-07', [fact('b')]),
      moment('2023-03-08', [fact('c')]),
      moment('2023-03-09', [fact('d')]),
    ]);
    const whatIf = course([
      moment('2023-03-01', [fact('b')]),
      moment('2023-03-06', [fact('a')]),
      moment('2023-03-10', [fact('c'), fact('e')]),
    ]);
    expect(compare(present, whatIf).map(({ text, kind, days }) => [text, kind, days])).toEqual([
      ['b', 'earlier', 6],
      ['c', 'later', 2],
      ['d', 'gone', 0],
      ['e', 'new', 0],
    ]);
  });

  it('are the same when nothing moves', () => {
    const one = course([moment('2023-03-06', [fact('a'), fact(null)])]);
    expect(compare(one, one)).toEqual([]);
  });

  it('count what follows from a keyed step with it, and facts without a key by their turn', () => {
    const present = course([moment('2023-03-06', [fact(null)]), moment('2023-03-20', [fact(null)])]);
    const whatIf = course([moment('2023-03-06', [fact(null)])]);
    expect(compare(present, whatIf).map(({ kind, from }) => [kind, from?.slice(0, 10)])).toEqual([
      ['gone', '2023-03-20'],
    ]);
    const withKey = course([moment('2023-03-06', [fact('a'), fact(null)])]);
    expect(compare(withKey, course([])).map(({ text }) => text)).toEqual(['a']);
  });

  it('tell steps of different items apart', () => {
    const other = { ...item, id: 'p-2', number: 2 };
    const present = course([moment('2023-03-06', [fact('a')])]);
    const whatIf = course([moment('2023-03-06', [fact('a')], { item: other })]);
    expect(compare(present, whatIf).map(({ kind, item: { number } }) => [kind, number])).toEqual([
      ['gone', 1],
      ['new', 2],
    ]);
  });

  it('say nothing beyond where an answer was cut', () => {
    const cut = course([moment('2023-03-06', [fact('a')])], 7);
    const whole = course([moment('2023-03-06', [fact('a')]), moment('2023-03-09', [fact('b')])]);
    expect(compare(cut, whole)).toEqual([]);
  });
});

describe('the moments of a course', () => {
  const owners = new Map([['p-1', { unit: { id: 'u', name: '甲' }, coUnits: [{ id: 'co', name: '乙' }] }]]);
  const all = { unit: null, week: null, show: null };
  const told = moment('2023-03-06', [
    fact('a', { told: ['unit_head', 'co_unit_head'], document: 'urge_slip' }),
  ]);
  const red = moment('2023-03-14', [fact('b', { type: 'listed' })], { light: { from: 'yellow', to: 'red' } });

  it('are counted by people told, documents, lights turning red and listings', () => {
    const counts = (['notices', 'documents', 'red', 'listings'] as const).map((show) =>
      countOf([told, red], show),
    );
    expect(counts).toEqual([2, 1, 1, 1]);
  });

  it('can be narrowed to a unit, a co-unit that is told, a week, or what is counted', () => {
    const of = (narrowing: Partial<typeof all> | { readonly show: 'red' }) =>
      narrowed([told, red], { ...all, ...narrowing }, owners).length;
    expect([of({ unit: 'u' as never }), of({ unit: 'co' as never }), of({ unit: 'x' as never })]).toEqual([
      2, 1, 0,
    ]);
    expect([of({ week: '2023-W10' as never }), of({ show: 'red' })]).toEqual([1, 1]);
  });
});
