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

/** A number as somebody types it off paper, with whatever brackets: `督函〔2021〕3号`, `督函[2021]3`; null = no such. */
export const readDocumentNumber = (
  typed: string,
): { readonly kind: DocumentKind; readonly year: number; readonly number: number } | null => {
  const found = /^\s*(\p{Script=Han}+)\s*[〔[【(（](\d{4})[〕\]】)）]\s*(\d{1,9})\s*号?\s*$/u.exec(typed);
  const kind = documentKinds.find((one) => documentMark[one] === found?.[1]);
  return found && kind ? { kind, year: Number(found[2]), number: Number(found[3]) } : null;
};

/** `督函〔2021〕3号`: year of issue, numbered from 1 in each plan, kind and year. */
export const documentNumber = (kind: DocumentKind, year: number, n: number): string =>
  `${documentMark[kind]}〔${year}〕${n}号`;
