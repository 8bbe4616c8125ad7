/** Who sees an item; who may act on it is in the table of roles. */
import { describe, expect, it } from 'vitest';
import { can, maySee } from '../../src/domain/rights.js';
import {
  another,
  auditAdmin,
  caseOfficer,
  deputy,
  director,
  headOf,
  officerOf,
  securityAdmin,
  standingIn,
  supervisionHead,
  systemAdmin,
} from './support/people.js';

const item = { unit: 'U1', coUnits: ['U2'], caseOfficer: caseOfficer.person };

describe('items and evidence are seen', () => {
  it.each([
    ['by the officer of the lead unit', officerOf('U1'), true],
    ['by the head of the lead unit', headOf('U1'), true],
    ['by the officer of a co-unit', officerOf('U2'), true],
    ['by the head of a co-unit', headOf('U2'), true],
    ['by another unit', headOf('U3'), false],
    ['by a unit head without a unit', { ...headOf('U1'), unit: null }, false],
    ['by the case officer it is assigned to', caseOfficer, true],
    ['by another case officer', another(caseOfficer), false],
    ['by the supervision head', supervisionHead, true],
    ['by a deputy director', deputy, true],
    ['by the director', director, true],
    ['by the system administrator', systemAdmin, false],
    ['by the security administrator', securityAdmin, false],
    ['by the audit administrator', auditAdmin, false],
  ])('%s: %s', (_who, actor, sees) => {
    expect(maySee(actor, item)).toBe(sees);
  });

  it('by every case officer, when it is assigned to none', () => {
    expect(maySee(another(caseOfficer), { ...item, caseOfficer: null })).toBe(true);
  });

  it('by who stands in for the case officer it is assigned to', () => {
    expect(maySee(standingIn(caseOfficer, 'B'), item)).toBe(true);
  });
});

it('what one may not see one may not act on either', () => {
  expect(can(another(caseOfficer), 'acceptEvidence', item)).toEqual({ refused: 'not_allowed' });
  expect(can(another(caseOfficer), 'comment', item)).toEqual({ refused: 'not_allowed' });
  expect(can(caseOfficer, 'acceptEvidence', item)).toBeNull();
});
