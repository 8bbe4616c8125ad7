import { describe, expect, it } from 'vitest';
import { cleanName } from '../../src/api/files/uploads.js';
import { isUnavailable, problemOf } from '../../src/api/failures.js';
import { findTextFault } from '../../src/api/text-guard.js';
import { aMonthAfter, shown } from '../../src/api/times.js';
import { parseInstant } from '../../src/domain/instants.js';

const at = (text: string): number => parseInstant(text) ?? Number.NaN;

describe('a month after', () => {
  it.each([
    ['2021-09-13T08:30', '2021-10-13T08:30'],
    ['2021-12-31T23:59', '2022-01-31T23:59'],
    ['2022-01-31T00:00', '2022-02-28T00:00'],
    ['2024-01-31T00:00', '2024-02-29T00:00'],
    ['2022-03-31T12:00', '2022-04-30T12:00'],
  ])('%s is %s', (from, to) => {
    expect(shown(aMonthAfter(at(from)))).toBe(shown(at(to)));
  });
});

it('instants are shown in Shanghai time, whatever zone the process runs in', () => {
  expect(shown(Date.parse('2021-12-31T16:00:00.001Z'))).toBe('2022-01-01T00:00:00.001+08:00');
});

describe('text', () => {
  it.each([
    [{ a: ['x', { b: 'y\0' }] }, '/a/1/b'],
    [{ 'a/b~c': '\ud800' }, '/a~1b~0c'],
  ])('at fault is found where it is', (value, path) => {
    expect(findTextFault(value)).toMatchObject({ fault: 'malformed_text', path });
  });

  it('of whole pairs is sound', () => {
    expect(findTextFault({ a: '👩‍👧🇨🇳', b: ['\u{10FFFF}'] })).toBeNull();
  });
});

it('names are composed, so that one name is one name on every system', () => {
  expect(cleanName('re\u0301sume\u0301.pdf')).toBe('r\u00e9sum\u00e9.pdf');
});

describe('an error', () => {
  it.each(['ECONNREFUSED', '57P01', '57P03', '08006', '53300'])(
    '%s means that Postgres is out of reach',
    (code) => {
      const error = Object.assign(new Error('x'), { code });
      expect([
        isUnavailable(error),
        isUnavailable(new AggregateError([error])),
        problemOf(error).code,
      ]).toEqual([true, true, 'unavailable']);
    },
  );

  it.each(['23505', '22P02', '40001', 'ENOENT'])('%s does not', (code) => {
    expect(problemOf(Object.assign(new Error('x'), { code })).code).toBe('internal');
  });
});
