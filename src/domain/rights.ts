/** Who may do what (01): one table of roles, the unit relation, and what the viewer may do now. */
import { fromPlan, type CommandType } from './commands.js';
import type { ItemState } from './item.js';
import { personsOf, type Actor, type Role } from './people.js';
import { refuse, type Refusal } from './refusals.js';

const unit: readonly Role[] = ['unit_officer', 'unit_head'];
const head: readonly Role[] = ['unit_head'];
const office: readonly Role[] = ['case_officer', 'supervision_head'];
const leader: readonly Role[] = ['leader'];
const granters: readonly Role[] = ['supervision_head', 'leader'];

/** Roles that may give a command; rank, second key and state come on top. */
export const mayGive: Readonly<Record<CommandType, readonly Role[]>> = {
  dispatch: office,
  acknowledge: unit,
  declineDispatch: head,
  reassign: office,
  proposeMilestones: head,
  approveMilestones: office,
  returnMilestones: office,
  proposeStrikeOff: office,
  strikeOff: leader,
  declineStrikeOff: leader,
  waiveMeasure: leader,
  raiseObstacle: unit,
  withdrawObstacle: unit,
  answerObstacle: [...head, ...office, ...leader],
  callConsultation: office,
  recordConsultation: office,
  reportProgress: unit,
  submitEvidence: head,
  withdrawEvidence: head,
  acceptEvidence: office,
  returnEvidence: office,
  requestExtension: head,
  grantExtension: granters,
  refuseExtension: granters,
  requestChange: head,
  grantChange: granters,
  refuseChange: granters,
  suspend: leader,
  resume: leader,
  urge: office,
  issueLetter: office,
  proposeListing: office,
  signListing: leader,
  declineListing: leader,
  callInterview: office,
  recordInterview: office,
  submitRectificationPlan: head,
  acceptRectificationPlan: office,
  returnRectificationPlan: office,
  proposeDelisting: office,
  delist: leader,
  declineDelisting: leader,
  instruct: leader,
  requestClosing: head,
  countersign: head,
  verifyClosing: office,
  approveClosing: leader,
  returnClosing: [...office, ...leader],
  reopen: leader,
  terminate: leader,
  comment: [...unit, ...office, ...leader],
  adoptPolicy: ['supervision_head'],
  adoptCalendar: ['supervision_head'],
  adoptOutage: office,
};

/** Of whom an item is: what decides who sees it and who may act on it. */
export type Belonging = Pick<ItemState, 'unit' | 'coUnits' | 'caseOfficer'>;

/** Whether a person may see an item and its evidence; where not, the answer is "no such item". */
export const maySee = (actor: Actor, item: Belonging): boolean => {
  switch (actor.role) {
    case 'unit_officer':
    case 'unit_head':
      return actor.unit !== null && (actor.unit === item.unit || item.coUnits.includes(actor.unit));
    case 'case_officer':
      return item.caseOfficer === null || personsOf(actor).includes(item.caseOfficer);
    case 'supervision_head':
    case 'leader':
      return true;
    case 'system_admin':
    case 'security_admin':
    case 'audit_admin':
      return false;
  }
};

/** Lines of superiors: what is asked of a post further up is a matter of rank. */
const lines: readonly (readonly Role[])[] = [
  ['unit_officer', 'unit_head'],
  ['case_officer', 'supervision_head', 'leader'],
];

const ranksBelow = (role: Role, command: CommandType): boolean =>
  lines.some((line) => {
    const own = line.indexOf(role);
    return own >= 0 && line.slice(own + 1).some((higher) => mayGive[command].includes(higher));
  });

/** Whether the actor's post allows the command on this item at all; who may see it is another question. */
export const can = (actor: Actor, command: CommandType, item: Belonging): Refusal | null => {
  if (!mayGive[command].includes(actor.role))
    return ranksBelow(actor.role, command) ? refuse('rank_too_low') : refuse('not_allowed');
  const ofUnit = actor.role === 'unit_officer' || actor.role === 'unit_head';
  // Who may ask it of the plan has been decided there.
  if (fromPlan.some((type) => type === command)) return null;
  // Which co-unit owes a countersignature or an answer is the item's to say.
  if (command === 'countersign') return null;
  if (command === 'answerObstacle' && ofUnit) return maySee(actor, item) ? null : refuse('not_allowed');
  if (!ofUnit || command === 'comment') return maySee(actor, item) ? null : refuse('not_allowed');
  return item.unit === actor.unit ? null : refuse('not_allowed');
};
