/** Promise: the names and shapes by which the outside speaks to a workflow; only ids travel, never text or persons. */
import { defineSearchAttributeKey } from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Answer, Promised } from '../activities/standings.js';
import type { CommandType } from '../domain/commands.js';
import type { Aggregate } from '../domain/ids.js';
import type { PlanCommandType } from '../domain/plan-commands.js';

export { workflowId, type Aggregate, type Subject } from '../domain/ids.js';
export type { Answer } from '../activities/standings.js';

export const workflowTypes: Readonly<Record<Aggregate, string>> = {
  item: 'taskItem',
  plan: 'plan',
  mailbox: 'mailbox',
};

export type Lane = 'live' | 'rehearsal';

/** A rehearsal's storm must not delay live work. */
export const taskQueues: Readonly<Record<Lane, string>> = {
  live: 'duzhan-live',
  rehearsal: 'duzhan-rehearsal',
};

const itemCommandNames: Readonly<Record<CommandType, true>> = {
  dispatch: true,
  acknowledge: true,
  declineDispatch: true,
  reassign: true,
  proposeMilestones: true,
  approveMilestones: true,
  returnMilestones: true,
  proposeStrikeOff: true,
  strikeOff: true,
  declineStrikeOff: true,
  waiveMeasure: true,
  raiseObstacle: true,
  withdrawObstacle: true,
  answerObstacle: true,
  callConsultation: true,
  recordConsultation: true,
  reportProgress: true,
  submitEvidence: true,
  withdrawEvidence: true,
  acceptEvidence: true,
  returnEvidence: true,
  requestExtension: true,
  grantExtension: true,
  refuseExtension: true,
  requestChange: true,
  grantChange: true,
  refuseChange: true,
  suspend: true,
  resume: true,
  urge: true,
  issueLetter: true,
  proposeListing: true,
  signListing: true,
  declineListing: true,
  callInterview: true,
  recordInterview: true,
  submitRectificationPlan: true,
  acceptRectificationPlan: true,
  returnRectificationPlan: true,
  proposeDelisting: true,
  delist: true,
  declineDelisting: true,
  instruct: true,
  requestClosing: true,
  countersign: true,
  verifyClosing: true,
  approveClosing: true,
  returnClosing: true,
  reopen: true,
  terminate: true,
  comment: true,
  adoptPolicy: true,
  adoptCalendar: true,
  adoptOutage: true,
};

const planCommandNames: Readonly<Record<PlanCommandType, true>> = {
  advanceClock: true,
  updateCalendar: true,
  publishPolicy: true,
  signPolicy: true,
  adoptPolicy: true,
  recordOutage: true,
  confirmOutage: true,
};

/** An Update for every command, so that a history reads like the item's story; a new command is a compile error here. */
export const itemCommands = Object.keys(itemCommandNames) as readonly CommandType[];
export const planCommands = Object.keys(planCommandNames) as readonly PlanCommandType[];

/** The submission's id is all an Update carries. */
export const commandUpdate = (command: string) => defineUpdate<Answer | null, [submission: string]>(command);

/** Settle now: something may have changed, or a timer may be lost. */
export const wake = defineSignal('wake');

/** What the last settling returned; null before the first. */
export const standing = defineQuery<Promised | null>('standing');

/** For operators; screens read Postgres. */
export const lightAttribute = defineSearchAttributeKey('DuzhanLight', 'KEYWORD');
export const levelAttribute = defineSearchAttributeKey('DuzhanLevel', 'KEYWORD');
export const planAttribute = defineSearchAttributeKey('DuzhanPlan', 'KEYWORD');
export const nextAlarmAttribute = defineSearchAttributeKey('DuzhanNextAlarm', 'DATETIME');

/** Must be known to the server before the first workflow runs. */
export const searchAttributes = {
  DuzhanLight: 'Keyword',
  DuzhanLevel: 'Keyword',
  DuzhanPlan: 'Keyword',
  DuzhanNextAlarm: 'Datetime',
} as const;
