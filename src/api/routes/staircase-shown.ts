/** The ladder over real days, as an item's page shows it. */
import type { z } from 'zod';
import type { StairRung } from '../../domain/stair-rungs.js';
import type { Staircase } from '../../domain/staircase.js';
import type { documentEntry } from '../contract/documents.js';
import type { itemPage } from '../contract/item-shapes.js';
import { shown, shownOrNull } from '../times.js';
import type { Words } from '../words/index.js';

type Shown = NonNullable<z.input<typeof itemPage>['staircase']>;
type Document = z.input<typeof documentEntry>;

const rungShown = (
  { rung, mark, at, state, seq, decidedAt, provisional }: StairRung,
  documents: readonly Document[],
  words: Words,
): Shown['rungs'][number] => {
  const issued = documents.find((document) => document.seq === seq);
  return {
    ...{ rung, title: words.rungs[rung], mark, at: shown(at), state, provisional },
    decidedAt: shownOrNull(decidedAt),
    document: issued ? { id: issued.id, mark: issued.mark } : null,
  };
};

export const staircaseShown = (
  { milestone, overdue, days, leftOut, breaks, tally, rungs }: Staircase,
  documents: readonly Document[],
  words: Words,
): Shown => ({
  ...{ milestone, overdue, days: [...days], leftOut: [...leftOut] },
  breaks: breaks.map(({ from, days: length, festival }) => ({
    from,
    days: length,
    title: festival && words.festivals[festival],
  })),
  tally: tally && { ...tally, makeUp: [...tally.makeUp] },
  rungs: rungs.map((rung) => rungShown(rung, documents, words)),
});
