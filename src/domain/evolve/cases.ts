/** The state after a case is opened, moved, over, escalated or ended. */
import type { Case } from '../cases.js';
import type { FactOf } from '../events.js';
import type { Change, Draft, Folds } from './draft.js';

const changeCase = (draft: Draft, id: string, change: Change<Case>): void => {
  draft.cases = draft.cases.map((open) => (open.id === id ? change(open) : open));
};

const opened = ({
  kind,
  subject,
  owedBy,
  unit,
  since,
  days,
  until,
  ...fact
}: FactOf<'caseOpened'>): Case => ({
  id: fact.case,
  kind,
  subject,
  owedBy,
  unit,
  since,
  days,
  until,
  epoch: 1,
  overAt: null,
  steps: 0,
  counted: null,
});

export const cases: Folds<
  'caseOpened' | 'caseEnded' | 'caseTermMoved' | 'caseBecameOverdue' | 'caseEscalated'
> = {
  caseOpened: (draft, event) => {
    const counter = event.subject === null ? event.kind : `${event.kind}/${event.subject}`;
    draft.cases = [...draft.cases, opened(event)];
    draft.caseCounts = { ...draft.caseCounts, [counter]: (draft.caseCounts[counter] ?? 0) + 1 };
  },
  caseEnded: (draft, event) => {
    draft.cases = draft.cases.filter((open) => open.id !== event.case);
  },
  caseTermMoved: (draft, event) =>
    changeCase(draft, event.case, (open) => ({
      ...open,
      since: event.since ?? open.since,
      until: event.until,
      epoch: open.epoch + 1,
      overAt: null,
      steps: 0,
      counted: null,
    })),
  caseBecameOverdue: (draft, event) =>
    changeCase(draft, event.case, (open) => ({ ...open, overAt: event.at })),
  caseEscalated: (draft, event) => changeCase(draft, event.case, (open) => ({ ...open, steps: event.step })),
};
