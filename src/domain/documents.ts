/** Formal documents (公文): which facts are put on numbered paper, and in which register. */
import type { FactType, ItemEvent } from './events.js';

export const documentKinds = [
  'dispatch_notice',
  'urge_slip',
  'supervision_letter',
  'listing_decision',
  'interview_notice',
  'delisting_decision',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The character a kind's numbers bear: 督催〔2021〕3号. */
export const documentMark: Readonly<Record<DocumentKind, string>> = {
  dispatch_notice: '督办',
  urge_slip: '督催',
  supervision_letter: '督函',
  listing_decision: '督挂',
  interview_notice: '督约',
  delisting_decision: '督摘',
};

const documentOf: Partial<Readonly<Record<FactType, DocumentKind>>> = {
  dispatched: 'dispatch_notice',
  reassigned: 'dispatch_notice',
  urged: 'urge_slip',
  letterIssued: 'supervision_letter',
  listed: 'listing_decision',
  interviewCalled: 'interview_notice',
  delisted: 'delisting_decision',
};

/** The kind of document a fact is issued as, or null. Proposals are not documents: nothing is decided yet. */
export const documentFor = (event: ItemEvent): DocumentKind | null => documentOf[event.type] ?? null;

/** `督函〔2021〕3号`: year of issue, numbered from 1 in each plan, kind and year. */
export const documentNumber = (kind: DocumentKind, year: number, n: number): string =>
  `${documentMark[kind]}〔${year}〕${n}号`;
