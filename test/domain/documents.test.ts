import { describe, expect, it } from 'vitest';
import {
  documentFor,
  documentKinds,
  documentMark,
  documentNumber,
  readDocumentNumber,
} from '../../src/domain/documents.js';
import { deputy } from './support/people.js';
import { given } from './support/story.js';

const documentsOf = (log: Parameters<typeof documentFor>[0][]) =>
  log.flatMap((event) => {
    const kind = documentFor(event);
    return kind === null ? [] : [`${event.type} ${kind}`];
  });

describe('the papers of an item', () => {
  it('that is silent up to a signed level 2 and an interview', () => {
    const story = given()
      .listed()
      .give('2021-11-29T10:00', 'signListing', {}, deputy)
      .until('2021-12-10T09:00');
    expect(documentsOf([...story.log])).toEqual([
      'dispatched dispatch_notice',
      'urged urge_slip',
      'urged urge_slip',
      'letterIssued supervision_letter',
      'listed listing_decision',
      'listed listing_decision',
      'interviewCalled interview_notice',
    ]);
  });

  it('given to another unit: it gets its own notice', () => {
    const story = given().dispatched().give('2021-09-15T10:00', 'reassign', { unit: 'U2' });
    expect(documentsOf([...story.brought])).toEqual(['reassigned dispatch_notice']);
  });

  it('a proposal is no document, for nothing is decided yet', () => {
    const story = given().listed().give('2021-11-15T10:00', 'proposeListing', { level: 3 });
    expect(story.facts()).toContain('listingProposed');
    expect(documentsOf([...story.brought])).toEqual([]);
  });
});

describe('a number', () => {
  it('names its register, the year of issue and its place', () => {
    expect(documentNumber('supervision_letter', 2021, 3)).toBe('督函〔2021〕3号');
  });

  it('is of one register only: no two kinds share a mark', () => {
    expect(new Set(documentKinds.map((kind) => documentMark[kind])).size).toBe(documentKinds.length);
  });

  it.each(['督函〔2021〕3号', ' 督函[2021]3 ', '督函(2021)3号', '督函【2021】3 号'])(
    'is read off paper as “%s”',
    (typed) => {
      expect(readDocumentNumber(typed)).toEqual({ kind: 'supervision_letter', year: 2021, number: 3 });
    },
  );

  it.each(['3', '某函〔2021〕3号', '督函〔2021〕', '督函〔21〕3号'])('is not “%s”', (typed) => {
    expect(readDocumentNumber(typed)).toBeNull();
  });
});
