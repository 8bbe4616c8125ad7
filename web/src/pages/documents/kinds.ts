/** Kinds of document as an address names them. */
import { words } from '../../text';

export type DocumentKind = keyof typeof words.documents;

export const kindOf = (named: string | null): DocumentKind | null =>
  named !== null && Object.hasOwn(words.documents, named) ? (named as DocumentKind) : null;
