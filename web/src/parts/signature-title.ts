/** A listing that waits for a signature is called by its level, everything else by what it is. */
import type { BoardSignature } from '../data/contract';
import { words } from '../text';

export const signatureTitle = ({ kind, level, title }: BoardSignature): string =>
  kind === 'listing_signature' && level !== null ? words.levels[`listed_${level}`] : title;
