/** Promise: for every command a body that the contract takes as it is; a test changes only what it is about. */
import type { ItemCommandType } from '../../src/api/contract/commands.js';

/** `file`: the id of an upload, for commands that name one. */
export const sampleBody = (command: ItemCommandType, file: string): object => {
  const reason = () => ({ reason: '理由' });
  const text = () => ({ text: '内容' });
  const none = () => ({});
  const ofMilestone = (more: object) => () => ({ milestone: 'M1', ...more });
  const demands = () => ({ reason: '理由', demands: [{ title: '补', due: '2022-06-30', evidence: '材料' }] });
  const bodies: Readonly<Record<ItemCommandType, () => object>> = {
    raiseObstacle: () => ({ text: '缺少场地', named: 'supervision_head' }),
    withdrawObstacle: () => ({ obstacle: 'obstacle/1', reason: '理由' }),
    answerObstacle: () => ({ obstacle: 'obstacle/1', answer: '已协调' }),
    callConsultation: () => ({ text: '会商' }),
    recordConsultation: () => ({ record: '纪要', demands: [] }),
    dispatch: none,
    acknowledge: none,
    declineDispatch: reason,
    reassign: () => ({ unit: 'lawyers', reason: '理由' }),
    proposeMilestones: () => ({
      milestones: [
        {
          id: 'N1',
          title: '新',
          due: '2022-06-30',
          basis: 'unit',
          evidence: '材料',
          weight: 10,
          measures: [],
        },
      ],
      replaces: [],
    }),
    approveMilestones: none,
    returnMilestones: reason,
    proposeStrikeOff: () => ({ measures: ['1.1'] }),
    strikeOff: none,
    declineStrikeOff: reason,
    waiveMeasure: () => ({ measure: '1.1', reason: '理由' }),
    reportProgress: text,
    submitEvidence: () => ({ milestone: 'M1', files: [file], note: '' }),
    withdrawEvidence: ofMilestone({ reason: '理由' }),
    acceptEvidence: ofMilestone({ note: '' }),
    returnEvidence: ofMilestone({ reason: '理由' }),
    requestExtension: ofMilestone({ to: '2022-06-30', reason: '理由' }),
    grantExtension: ofMilestone({}),
    refuseExtension: ofMilestone({ reason: '理由' }),
    requestChange: () => ({ change: { note: '改' }, reason: '理由' }),
    grantChange: none,
    refuseChange: reason,
    suspend: () => ({ until: '2022-06-30', reason: '理由' }),
    resume: none,
    urge: () => ({ note: '' }),
    issueLetter: () => ({ note: '' }),
    proposeListing: () => ({ level: 1 }),
    signListing: none,
    declineListing: reason,
    callInterview: none,
    recordInterview: () => ({ record: '记录' }),
    submitRectificationPlan: () => ({ text: '方案', files: [] }),
    acceptRectificationPlan: none,
    returnRectificationPlan: reason,
    proposeDelisting: none,
    delist: none,
    declineDelisting: reason,
    instruct: () => ({ text: '批示', demand: { title: '办', due: '2022-06-30', evidence: '材料' } }),
    requestClosing: text,
    countersign: () => ({ opinion: '同意' }),
    verifyClosing: text,
    approveClosing: text,
    returnClosing: demands,
    reopen: demands,
    terminate: reason,
    comment: text,
    adoptPolicy: () => ({ version: 1 }),
  };
  return bodies[command]();
};
