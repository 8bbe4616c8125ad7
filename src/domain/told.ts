/** Who is told what, and how urgently: one table over every fact (01, "The ladder", "Cases", notices). */
import { chain, ownerPosts } from './cases.js';
import type { Fact } from './events.js';
import type { ListingLevel } from './item.js';
import type { PostRole } from './people.js';

/** `reminder` joins the morning digest; `urgent` leaves in working hours; `formal` comes with a numbered document. */
export const noticeClasses = ['reminder', 'urgent', 'formal'] as const;
export type NoticeClass = (typeof noticeClasses)[number];

export interface Told {
  readonly to: readonly PostRole[];
  readonly class: NoticeClass;
  /** The co-unit concerned, where `to` names one. */
  readonly unit: string | null;
}

const unit: readonly PostRole[] = ['unit_officer', 'unit_head'];
const office: readonly PostRole[] = ['case_officer', 'supervision_head'];
const leaders: readonly PostRole[] = ['leader_in_charge', 'director', 'other_leaders'];
const nobody: readonly PostRole[] = [];

const told = (to: readonly PostRole[], cls: NoticeClass, coUnit: string | null = null): Told => ({
  to,
  class: cls,
  unit: coUnit,
});

/** Level 1 stays between the unit, the office and the leader in charge; above it all leaders hear. */
const ofListing = (level: ListingLevel): readonly PostRole[] =>
  level === 1 ? ['unit_head', ...office, 'leader_in_charge'] : ['unit_head', ...office, ...leaders];

const signerOf = (level: ListingLevel): PostRole => (level === 3 ? 'director' : 'leader_in_charge');

/** Cases whose opening the owner hears of from no other fact. */
const announced = new Set([
  'handing_out',
  'decomposition',
  'decomposition_review',
  'evidence_review',
  'extension',
  'change',
  'rectification_review',
  'delisting_signature',
  'interview',
  'obstacle',
  'consultation_record',
  'closing_request',
  'strike_off_signature',
  'countersignature',
  'closing_verification',
  'closing_signature',
]);

/** Up the chain of the owner; an obstacle nobody answered twice is the director's to hear of. */
const raisedTo = ({ case: id, owedBy }: Extract<Fact, { type: 'caseEscalated' }>): readonly PostRole[] => {
  const { up } = chain[owedBy];
  return id.startsWith('obstacle/') && !up.includes('director') ? [...up, 'director'] : up;
};

/** Whom a fact is told to; an empty `to` means nobody. */
export const toldOf = (fact: Fact): Told => {
  switch (fact.type) {
    case 'reminded':
      return told(fact.last ? unit : ['unit_officer'], 'reminder');
    case 'becameOverdue':
      return told(fact.silent ? nobody : [...unit, 'case_officer'], 'urgent');
    case 'pastDuesSummarised':
      return told(unit, 'reminder');
    case 'urged':
      return told(unit, 'formal');
    case 'letterIssued':
      return told(['unit_head', 'supervision_head'], 'formal');
    case 'listed':
    case 'listingProposed':
      return told(ofListing(fact.level), 'formal');
    case 'interviewCalled':
      return told(['unit_head', 'leader_in_charge'], 'formal');
    case 'standingReported':
      return told(fact.report === 'missing' ? [...leaders, ...unit] : leaders, 'reminder');
    case 'reportAsked':
      return told(['unit_officer'], 'reminder');
    case 'caseBecameOverdue':
      return told(chain[fact.owedBy].over, 'urgent', fact.unit);
    case 'caseEscalated':
      return told(raisedTo(fact), fact.step === 1 ? 'urgent' : 'reminder', fact.unit);
    case 'proposalWithdrawn':
    case 'delistingWithdrawn':
      return told(['case_officer', signerOf(fact.level)], 'reminder');

    case 'dispatched':
    case 'reassigned':
      return told(unit, 'formal');
    case 'obstacleAnswered':
      return told(unit, 'urgent');
    case 'consultationRecorded':
      return told(unit, 'reminder');
    case 'dispatchDeclined':
      return told(office, 'urgent');
    case 'milestonesApproved':
    case 'milestonesReturned':
    case 'evidenceAccepted':
    case 'extensionGranted':
    case 'extensionRefused':
    case 'changeGranted':
    case 'changeRefused':
    case 'rectificationPlanAccepted':
    case 'strikeOffDeclined':
    case 'measureWaived':
      return told(unit, 'reminder');
    case 'evidenceReturned':
    case 'rectificationPlanReturned':
    case 'closingReturned':
    case 'reopened':
      return told(unit, 'urgent');
    case 'struckOff':
    case 'policyAdopted':
    case 'outageAdopted':
      return told([...unit, 'case_officer'], 'reminder');
    case 'suspended':
    case 'resumed':
    case 'terminated':
    case 'instructed':
      return told([...unit, 'case_officer'], 'urgent');
    case 'listingDeclined':
    case 'delistingDeclined':
      return told(office, 'reminder');
    case 'delisted':
      return told(['unit_head', ...office, 'leader_in_charge'], 'formal');
    case 'interviewRecorded':
      return told(['unit_head'], 'reminder');
    case 'closingApproved':
      return told([...unit, ...office], 'urgent');
    case 'caseOpened':
      return announced.has(fact.kind)
        ? told(ownerPosts[fact.owedBy], 'reminder', fact.unit)
        : told(nobody, 'reminder');

    case 'registered':
    case 'acknowledged':
    case 'milestonesProposed':
    case 'milestoneAdded':
    case 'milestoneReplaced':
    case 'milestoneReopened':
    case 'milestoneDropped':
    case 'strikeOffProposed':
    case 'obstacleRaised':
    case 'obstacleWithdrawn':
    case 'consultationCalled':
    case 'progressReported':
    case 'evidenceSubmitted':
    case 'evidenceWithdrawn':
    case 'extensionRequested':
    case 'changeRequested':
    case 'dueDateMoved':
    case 'calendarAdopted':
    case 'rungJoined':
    case 'rectificationPlanSubmitted':
    case 'delistingProposed':
    case 'closingRequested':
    case 'countersigned':
    case 'closingVerified':
    case 'commented':
    case 'reminderSkipped':
    case 'standingSkipped':
    case 'proposalSuperseded':
    case 'caseEnded':
    case 'caseTermMoved':
      return told(nobody, 'reminder');
  }
};
