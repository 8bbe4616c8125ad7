/** Whom a search for people finds, and who holds a post. */
import { describe, expect, it } from 'vitest';
import type { PersonEntry } from '../../web/src/data/contract.js';
import { anybody, foundAmong, holderOf, rolesAmong } from '../../web/src/pages/admin/people-found.js';

const person = (id: string, more: Partial<PersonEntry>): PersonEntry => ({
  ...{ id, login: id, name: id, role: 'unit_officer', rank: null, unit: null, post: null },
  ...{ email: null, active: true, locked: false, reachedBy: null },
  ...more,
});

const lawyers = { id: 'lawyers', name: '律师工作处' };
const people = [
  person('audit', { role: 'audit_admin' }),
  person('lawyers.officer', { name: '律师工作处填报员', unit: lawyers }),
  person('lawyers.head', { role: 'unit_head', unit: lawyers, active: false }),
  person('deputy', { role: 'leader', rank: 'deputy', post: 'deputy' }),
  person('director', { role: 'leader', rank: 'director', post: 'director' }),
];
const ids = (found: readonly PersonEntry[]): readonly string[] => found.map(({ id }) => id);

describe('a search', () => {
  it('without a wish finds everybody, the director first and administrators last', () => {
    expect(ids(foundAmong(people, anybody))).toEqual([
      'director',
      'deputy',
      'lawyers.head',
      'lawyers.officer',
      'audit',
    ]);
  });

  it.each([
    [{ said: ' 填报 ' }, ['lawyers.officer']],
    [{ said: 'LAWYERS' }, ['lawyers.head', 'lawyers.officer']],
    [{ unit: 'lawyers', role: 'unit_head' as const }, ['lawyers.head']],
    [{ said: 'nobody' }, []],
  ])('for %j finds %j', (wanted, found) => {
    expect(ids(foundAmong(people, { ...anybody, ...wanted }))).toEqual(found);
  });

  it('offers the roles somebody has', () => {
    expect(rolesAmong(people)).toEqual(['leader', 'unit_head', 'unit_officer', 'audit_admin']);
  });
});

describe('a post', () => {
  it('is held by whoever the plan names, or whoever has the role in the unit', () => {
    expect(holderOf(people, 'deputy')?.id).toBe('deputy');
    expect(holderOf(people, { unit: 'lawyers', role: 'unit_officer' })?.id).toBe('lawyers.officer');
  });

  it('is held by nobody whose account does not work', () => {
    expect(holderOf(people, { unit: 'lawyers', role: 'unit_head' })).toBeUndefined();
  });
});
