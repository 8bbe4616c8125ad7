import { describe, expect, it } from 'vitest';
import { changed, cleared, countOf, filtersIn, itemsPath } from '../../web/src/pages/register/filters';

const of = (query: string) => filtersIn(new URLSearchParams(query));

describe('the filters in an address', () => {
  it('are asked of the API as they stand', () => {
    const query =
      'unit=lawyers&unit=detox&light=red&owedByMe=true&dueBy=2023-03-31&search=%E7%A4%BE%E5%8C%BA&sort=danger';
    const path = itemsPath('p', of(query), 100);
    expect(path).toBe(
      '/plans/p/items?unit=lawyers&unit=detox&light=red&owedByMe=true&dueBy=2023-03-31&search=%E7%A4%BE%E5%8C%BA&sort=danger&limit=100',
    );
  });

  it('leave out what cannot be meant', () => {
    const { many, flags, dueBy, sort } = of('light=pink&light=red&overdue=yes&dueBy=soon&sort=colour');
    expect([many.light, flags.overdue, dueBy, sort]).toEqual([['red'], false, null, 'number']);
  });

  it('count as conditions, the order not among them', () => {
    expect(countOf(of('light=red&light=yellow&suspended=true&search=x&sort=danger'))).toBe(3);
    expect(countOf(of('sort=danger&search=%20'))).toBe(0);
  });
});

describe('changing one of them', () => {
  it('leaves everything else of the address alone', () => {
    const search = new URLSearchParams('do=urge&item=p-1&light=red&search=x');
    expect(changed(search, 'light', ['green', 'blue']).toString()).toBe(
      'do=urge&item=p-1&search=x&light=green&light=blue',
    );
    expect(changed(search, 'search', '').toString()).toBe('do=urge&item=p-1&light=red');
    expect(cleared(search).toString()).toBe('do=urge&item=p-1');
  });
});
