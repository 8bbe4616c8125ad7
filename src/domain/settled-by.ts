/** Which commands settle what is owed, for whoever owes it. */
import type { CommandType } from './commands.js';
import type { StepKind } from './owing.js';

export const settledBy: Readonly<Record<StepKind, readonly CommandType[]>> = {
  handing_out: ['dispatch'],
  receipt: ['acknowledge', 'declineDispatch'],
  decomposition: ['proposeMilestones'],
  decomposition_review: ['approveMilestones', 'returnMilestones'],
  evidence_review: ['acceptEvidence', 'returnEvidence'],
  extension: ['grantExtension', 'refuseExtension'],
  change: ['grantChange', 'refuseChange'],
  report: ['reportProgress'],
  rectification: ['submitRectificationPlan'],
  rectification_review: ['acceptRectificationPlan', 'returnRectificationPlan'],
  listing_signature: ['signListing', 'declineListing'],
  delisting_signature: ['delist', 'declineDelisting'],
  interview: ['recordInterview'],
  closing_request: ['requestClosing'],
  strike_off_signature: ['strikeOff', 'declineStrikeOff'],
  obstacle: ['answerObstacle'],
  consultation_record: ['recordConsultation'],
  countersignature: ['countersign'],
  closing_verification: ['verifyClosing', 'returnClosing'],
  closing_signature: ['approveClosing', 'returnClosing'],
  suspension: ['resume'],
  evidence: ['submitEvidence', 'requestExtension'],
  delisting_proposal: ['proposeDelisting'],
};
