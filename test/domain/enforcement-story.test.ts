import { describe, expect, it } from 'vitest';
import { askerOf, rectificationOf, stepsTaken } from '../../src/domain/enforcement-story.js';
import { director, supervisionHead } from './support/people.js';
import { given } from './support/story.js';

const m1 = { milestone: 'M1' };
/** Listed at level 1 since 2021-11-12T08:30, after a letter of 2021-11-05. */
const listed = given().listed();
const when = '2021-11-15T10:00';
const later = '2021-11-16T10:00';
const cured = listed
  .give(when, 'submitRectificationPlan')
  .give(later, 'acceptRectificationPlan')
  .give('2021-11-16T11:00', 'submitEvidence', m1)
  .give('2021-11-17T10:00', 'acceptEvidence', m1);

describe('the steps taken', () => {
  it('are the letter and each level, by the day each was recorded', () => {
    const higher = listed.give(when, 'proposeListing', { level: 3 }).give(later, 'signListing', {}, director);
    expect(stepsTaken(higher.log)).toEqual([
      { level: 'lettered', on: '2021-11-05' },
      { level: 'listed_1', on: '2021-11-12' },
      { level: 'listed_3', on: '2021-11-16' },
    ]);
  });

  it('are none of those that a delisting has ended', () => {
    const over = cured.give('2021-11-18T10:00', 'proposeDelisting').give('2021-11-19T10:00', 'delist');
    expect(stepsTaken(over.log)).toEqual([]);
  });

  it('are not added to by letters while a listing stands', () => {
    expect(stepsTaken(listed.give(when, 'issueLetter', m1).log)).toEqual(stepsTaken(listed.log));
  });
});

describe('who asked for what is owed', () => {
  it('is whoever gave the command that brought the case about', () => {
    const proposed = listed.give(when, 'proposeListing', { level: 2 }, supervisionHead);
    const open = proposed.state.cases.find(({ kind }) => kind === 'listing_signature');
    expect(askerOf(proposed.log, open?.id ?? '')?.actor).toEqual(supervisionHead);
  });

  it('is the clock where a rung did', () => {
    const proposed = listed.until('2021-11-26T09:00');
    const open = proposed.state.cases.find(({ kind }) => kind === 'listing_signature');
    expect(askerOf(proposed.log, open?.id ?? '')).toMatchObject({ actor: null });
  });

  it('is nobody for a case that never was', () => {
    expect(askerOf(listed.log, 'listing_signature/L9/1')).toBeNull();
  });
});

describe('the rectification plan', () => {
  it('is not asked for before a listing', () => {
    expect(rectificationOf(given().inProgress().state)).toEqual({ state: 'none', until: null, over: false });
  });

  it('is owed within its term, and over after it', () => {
    expect(rectificationOf(listed.state)).toEqual({ state: 'owed', until: '2021-11-19', over: false });
    expect(rectificationOf(listed.until('2021-11-22T09:00').state)).toMatchObject({
      state: 'owed',
      over: true,
    });
  });

  it('is under review once it is submitted, and owed again when it is returned', () => {
    const submitted = listed.give(when, 'submitRectificationPlan');
    expect(rectificationOf(submitted.state).state).toBe('under_review');
    const returned = submitted.give(later, 'returnRectificationPlan', { reason: '不具体' });
    expect(rectificationOf(returned.state).state).toBe('owed');
  });

  it('is accepted until the listing ends', () => {
    expect(rectificationOf(cured.state)).toEqual({ state: 'accepted', until: null, over: false });
  });
});
