/** The people of a story, one for each post, told apart by name. */
import type { CommandType } from '../../../src/domain/commands.js';
import type { ItemState } from '../../../src/domain/item.js';
import type { Actor, Role } from '../../../src/domain/people.js';

const actor = (person: string, role: Role, more: Partial<Actor> = {}): Actor => ({
  person,
  role,
  unit: null,
  rank: null,
  onBehalfOf: null,
  ...more,
});

export const officerOf = (unit: string): Actor => actor(`officer of ${unit}`, 'unit_officer', { unit });
export const headOf = (unit: string): Actor => actor(`head of ${unit}`, 'unit_head', { unit });
export const unitOfficer = officerOf('U1');
export const unitHead = headOf('U1');
export const caseOfficer = actor('case officer', 'case_officer');
export const supervisionHead = actor('supervision head', 'supervision_head');
export const deputy = actor('deputy', 'leader', { rank: 'deputy' });
export const director = actor('director', 'leader', { rank: 'director' });
export const systemAdmin = actor('system admin', 'system_admin');
export const securityAdmin = actor('security admin', 'security_admin');
export const auditAdmin = actor('audit admin', 'audit_admin');

/** Somebody else in the same post. */
export const another = (post: Actor): Actor => ({ ...post, person: `another ${post.person}` });

/** The person in this post, whoever holds it usually. */
export const asPerson = (post: Actor, person: string): Actor => ({ ...post, person });

/** A deputy acting in the post for its holder. */
export const standingIn = (post: Actor, person: string): Actor => ({
  ...post,
  person,
  onBehalfOf: post.person,
});

const ofUnit: readonly CommandType[] = [
  'acknowledge',
  'declineDispatch',
  'proposeMilestones',
  'raiseObstacle',
  'withdrawObstacle',
  'reportProgress',
  'submitEvidence',
  'withdrawEvidence',
  'requestExtension',
  'requestChange',
  'submitRectificationPlan',
  'requestClosing',
];
const ofOffice: readonly CommandType[] = [
  'dispatch',
  'reassign',
  'approveMilestones',
  'returnMilestones',
  'proposeStrikeOff',
  'acceptEvidence',
  'returnEvidence',
  'urge',
  'issueLetter',
  'proposeListing',
  'callConsultation',
  'recordConsultation',
  'callInterview',
  'recordInterview',
  'acceptRectificationPlan',
  'returnRectificationPlan',
  'proposeDelisting',
  'verifyClosing',
  'comment',
];

/** Who gives a command when a story does not say: somebody whose post and rank suffice in every case. */
export const usualActor = (command: CommandType, state: ItemState): Actor => {
  if (ofUnit.includes(command)) return headOf(state.unit);
  if (command === 'countersign') return headOf(state.coUnits[0] ?? 'U2');
  if (command === 'returnClosing') return state.lifecycle === 'completed' ? director : caseOfficer;
  if (command.startsWith('adopt')) return supervisionHead;
  return ofOffice.includes(command) ? caseOfficer : director;
};
