/** What became of a version of evidence, as a mark and a word. */
import type { Matter } from '../../data/contract';
import { text } from '../../text';

export type VerdictMark = 'accepted' | 'back' | 'open';

export interface Verdict {
  readonly mark: VerdictMark;
  readonly word: string;
}

const words = text.item.verdicts;

const verdicts: Readonly<Record<string, Verdict>> = {
  evidenceAccepted: { mark: 'accepted', word: words.evidenceAccepted },
  evidenceReturned: { mark: 'back', word: words.evidenceReturned },
  evidenceWithdrawn: { mark: 'back', word: words.evidenceWithdrawn },
};

export const verdictOf = ({ answered, open }: Pick<Matter, 'answered' | 'open'>): Verdict =>
  verdicts[answered?.type ?? ''] ?? { mark: 'open', word: open ? words.open : words.none };
