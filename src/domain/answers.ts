/** What counts as a unit's answer to an urge or a letter: it signs, reports, hands in or asks. Reading is none. */
import type { FactType } from './events.js';

/** Facts that demand an answer of the unit. */
export const demandTypes = ['urged', 'letterIssued'] as const satisfies readonly FactType[];

/** Facts by which a unit answers. */
export const answerTypes = [
  'acknowledged',
  'dispatchDeclined',
  'milestonesProposed',
  'progressReported',
  'evidenceSubmitted',
  'obstacleRaised',
  'extensionRequested',
  'changeRequested',
  'rectificationPlanSubmitted',
  'closingRequested',
] as const satisfies readonly FactType[];
