/** What a row of somebody's desk already says of the form that settles it. */
import type { DeskEntry } from '../data/contract';

export const givenOf = ({
  kind,
  id,
  case: caseKind,
  subject,
}: Pick<DeskEntry, 'kind' | 'id' | 'case' | 'subject'>): Readonly<Record<string, string>> => {
  if (kind === 'milestone') return { milestone: id };
  if (caseKind === 'obstacle') return { obstacle: id };
  const ofMilestone = caseKind === 'evidence_review' || caseKind === 'extension';
  return ofMilestone && subject !== null ? { milestone: subject } : {};
};
