/** Items with a part of their own: between them every command of the rules is given once at least. */
import type { IsoDate } from '../../domain/instants.js';
import type { MilestoneSeed } from '../../domain/item.js';
import { defaultPolicy } from '../../domain/policy.js';
import { headOf, supervisionHead } from '../../intake/accounts.js';
import type { Tale } from './tale.js';

/** From the receipt on; answers when the last milestone is accepted, or null when the item ends otherwise. */
export type Story = (tale: Tale) => IsoDate | null;

const lastOf = (dates: readonly IsoDate[]): IsoDate => [...dates].sort().at(-1) ?? '';

/** Works on milestones, promptly. */
const workAll = (tale: Tale, milestones: readonly MilestoneSeed[]): IsoDate =>
  lastOf(milestones.map((milestone) => tale.work(milestone)));

const first = (tale: Tale): MilestoneSeed => {
  const [found] = tale.milestones;
  if (!found) throw new Error(`item ${tale.item.number} has no milestone`);
  return found;
};

const rectify = (tale: Tale, on: IsoDate): void => {
  tale.ask(on, tale.head, 'submitRectificationPlan', { text: '整改方案：补齐材料，专人负责，周周对账。' });
  tale.ask(tale.after(on, 2), tale.caseOfficer, 'acceptRectificationPlan', {});
};

/** What is over by a day is handed in one after the other; answers the last acceptance. */
const catchUp = (tale: Tale, milestones: readonly MilestoneSeed[], from: IsoDate): IsoDate => {
  let day = from;
  for (const milestone of milestones) day = tale.finish(milestone, tale.after(day, 1));
  return day;
};

/** Silent until level 2 is proposed; signed, then worked off and delisted. */
export const listedToLevel2: Story = (tale) => {
  const milestone = first(tale);
  const { listing1, listing2 } = defaultPolicy.rungs;
  const at = (days: number): IsoDate => tale.after(milestone.due, days);
  rectify(tale, at(listing1 + 3));
  tale.ask(at(listing2 + 2), tale.deputy, 'signListing', {});
  const overdue = tale.milestones.filter(({ due }) => due <= at(listing2 + 4));
  const done = catchUp(tale, overdue, at(listing2 + 4));
  tale.ask(tale.after(done, 1), tale.caseOfficer, 'proposeDelisting', {});
  tale.ask(tale.after(done, 2), tale.deputy, 'delist', {});
  return workAll(tale, tale.milestones.slice(overdue.length));
};

/** Silent to the very end of the ladder; level 2 declined, level 3 signed by the director, the interview held. */
export const listedToLevel3: Story = (tale) => {
  const milestone = first(tale);
  const { listing2, interview, listing3 } = defaultPolicy.rungs;
  const at = (days: number): IsoDate => tale.after(milestone.due, days);
  tale.ask(at(listing2 + 2), tale.deputy, 'declineListing', { reason: '先约谈，再看。' });
  tale.ask(at(interview + 4), supervisionHead, 'recordInterview', { record: '负责人当面承诺一个月内补齐。' });
  tale.ask(at(listing3 + 2), tale.director, 'signListing', {});
  rectify(tale, at(listing3 + 4));
  const overdue = tale.milestones.filter(({ due }) => due <= at(listing3 + 6));
  const done = catchUp(tale, overdue, at(listing3 + 6));
  tale.ask(tale.after(done, 1), tale.caseOfficer, 'proposeDelisting', {});
  tale.ask(tale.after(done, 3), tale.director, 'delist', {});
  return workAll(tale, tale.milestones.slice(overdue.length));
};

/** Everything handed in ahead of time and closed; reopened by the director, and closed once more. */
export const closedEarlyAndReopened: Story = (tale) => {
  const closed = tale.close(catchUp(tale, tale.milestones, '2021-09-27'));
  const reopened = tale.after(closed, 60);
  const again = first(tale);
  const due = tale.after(reopened, 40);
  tale.ask(reopened, tale.director, 'reopen', {
    reason: '年度监测发现台账缺页。',
    demands: [{ id: again.id, due }],
  });
  return tale.work({ id: again.id, due });
};

/** Declined at first, handed out again. */
export const declined: Story = (tale) => {
  const day = tale.after(tale.script.plan.publishedOn, 2);
  tale.ask(day, tale.head, 'declineDispatch', { reason: '职责不在本单位，请核。' }, '11:00');
  tale.handOut(tale.after(day, 2));
  tale.sign(tale.after(day, 3));
  return workAll(tale, tale.milestones);
};

/** Given to another unit after the first winter. */
export const reassigned: Story = (tale) => {
  const [before = first(tale), ...later] = tale.milestones;
  tale.work(before);
  const unit = tale.script.plan.units.find(
    ({ id, leaderInCharge }) => id !== tale.unit && leaderInCharge === tale.deputy,
  );
  tale.ask('2022-02-21', supervisionHead, 'reassign', {
    unit: unit?.id ?? '',
    reason: '机构改革，职能划转。',
  });
  tale.unit = unit?.id ?? '';
  tale.sign('2022-02-23');
  return workAll(tale, later);
};

const ownMilestone = (id: string, due: IsoDate): MilestoneSeed => ({
  id,
  title: `${id} 自拟节点`,
  due,
  basis: 'unit',
  evidence: '阶段性成果报告',
  weight: 5,
  measures: [],
});

/** The unit breaks the item down further; returned once, approved, and one of the new milestones dropped later. */
export const brokenDown: Story = (tale) => {
  const proposal = {
    milestones: [ownMilestone('N1', '2022-03-31'), ownMilestone('N2', '2022-09-30')],
    replaces: [],
  };
  tale.ask('2021-09-22', tale.head, 'proposeMilestones', proposal);
  tale.ask('2021-09-24', tale.caseOfficer, 'returnMilestones', { reason: '请写明佐证材料。' });
  tale.ask('2021-09-28', tale.head, 'proposeMilestones', proposal);
  tale.ask('2021-09-30', tale.caseOfficer, 'approveMilestones', {});
  tale.work({ id: 'N1', due: '2022-03-31' });
  tale.ask('2022-05-09', tale.head, 'requestChange', { change: { drop: 'N2' }, reason: '与年度任务合并。' });
  tale.ask('2022-05-12', tale.deputy, 'grantChange', {});
  return workAll(tale, tale.milestones);
};

/** Measures whose every milestone is among those accepted. */
const doneMeasures = (tale: Tale, accepted: readonly MilestoneSeed[]): readonly string[] =>
  tale.item.measures
    .filter(({ id }) => {
      const carriers = tale.milestones.filter(({ measures }) => measures.includes(id));
      return carriers.length > 0 && carriers.every((carrier) => accepted.includes(carrier));
    })
    .map(({ id }) => id);

/** Done measures struck off by two keys, one waived. */
export const struckOff: Story = (tale) => {
  const accepted = tale.milestones.slice(0, 4);
  const measures = doneMeasures(tale, accepted);
  const day = tale.after(lastOf(accepted.map((milestone) => tale.work(milestone))), 2);
  tale.ask(day, tale.caseOfficer, 'proposeStrikeOff', { measures });
  tale.ask(tale.after(day, 2), tale.deputy, 'declineStrikeOff', { reason: '请附现场照片。' });
  tale.ask(tale.after(day, 5), tale.caseOfficer, 'proposeStrikeOff', { measures });
  tale.ask(tale.after(day, 6), tale.deputy, 'strikeOff', {});
  const left = tale.item.measures.find(({ id }) => !measures.includes(id));
  if (left)
    tale.ask(tale.after(day, 8), tale.deputy, 'waiveMeasure', {
      measure: left.id,
      reason: '上级已取消该项工作。',
    });
  return workAll(tale, tale.milestones.slice(4));
};

/** Held up by others: an obstacle answered by a co-unit, one withdrawn, one settled by a meeting. */
export const heldUp: Story = (tale) => {
  const [unit = ''] = tale.item.coUnits;
  tale.ask('2021-10-12', tale.officer, 'raiseObstacle', {
    text: '协办单位数据接口未开放。',
    named: 'co_unit',
    unit,
  });
  tale.ask('2021-10-18', headOf(unit), 'answerObstacle', {
    obstacle: 'obstacle/1',
    answer: '接口本周开放。',
  });
  tale.ask('2022-03-07', tale.head, 'raiseObstacle', { text: '经费渠道不明。', named: 'leader_in_charge' });
  tale.ask('2022-03-09', tale.head, 'withdrawObstacle', { obstacle: 'obstacle/2', reason: '财务已明确。' });
  tale.ask('2022-03-14', tale.caseOfficer, 'callConsultation', { text: '请三家单位会商场地问题。' });
  tale.ask('2022-03-22', supervisionHead, 'recordConsultation', {
    record: '会商议定：五月底前腾出场地。',
    demands: [{ title: '场地腾出', due: '2022-05-31', evidence: '交接单' }],
  });
  tale.work({ id: 'C1', due: '2022-05-31' });
  return workAll(tale, tale.milestones);
};

/** Asks for time: granted, refused, and late but granted by a leader. */
export const askedForTime: Story = (tale) => {
  const [one, two, three, four, ...later] = tale.milestones;
  if (!one || !two || !three || !four) throw new Error(`item ${tale.item.number} has too few milestones`);
  tale.work(one);
  tale.work(two);
  const asking = (milestone: MilestoneSeed, on: IsoDate, to: IsoDate): void =>
    tale.ask(on, tale.head, 'requestExtension', {
      milestone: milestone.id,
      to,
      reason: '上级文件推迟印发。',
    });
  asking(three, '2022-08-15', '2023-02-28');
  tale.ask('2022-08-18', tale.deputy, 'grantExtension', { milestone: three.id });
  tale.work({ id: three.id, due: '2023-02-28' });
  asking(four, '2022-10-10', '2023-03-31');
  tale.ask('2022-10-13', tale.deputy, 'refuseExtension', { milestone: four.id, reason: '理由不足。' });
  const overdue = tale.after(four.due, 3);
  asking(four, overdue, '2023-03-31');
  tale.ask(tale.after(overdue, 4), tale.director, 'grantExtension', { milestone: four.id });
  tale.work({ id: four.id, due: '2023-03-31' });
  return workAll(tale, later);
};

/** Changes of scope, none of which moves a date. */
export const changed: Story = (tale) => {
  const [one, two] = tale.milestones;
  tale.ask('2021-10-13', tale.head, 'requestChange', {
    change: { note: '措辞调整' },
    reason: '与省厅口径一致。',
  });
  tale.ask('2021-10-15', tale.deputy, 'refuseChange', { reason: '不必要。' });
  if (one && two) {
    const evidence = { milestone: two.id, evidence: '改为提交验收报告' };
    tale.ask('2021-10-20', tale.head, 'requestChange', { change: { evidence }, reason: '材料更有说服力。' });
    tale.ask('2021-10-22', tale.deputy, 'grantChange', {});
  }
  return workAll(tale, tale.milestones);
};

/** Suspended in spring, longer than was said. */
export const suspended: Story = (tale) => {
  const [one = first(tale), two, ...later] = tale.milestones;
  tale.work(one);
  if (two) tale.finish(two, '2022-02-14');
  tale.ask('2022-03-01', tale.deputy, 'suspend', { until: '2022-05-31', reason: '配合上级系统切换。' });
  tale.ask('2022-06-10', tale.deputy, 'resume', {});
  return workAll(tale, later);
};

/** The system was out of reach on the last day of a milestone; what is handed in on the next working day is in time. */
export const keptFromHandingIn: Story = (tale) => {
  const [touched, others] = [
    tale.milestones.filter(({ due }) => due === '2022-12-31'),
    tale.milestones.filter(({ due }) => due !== '2022-12-31'),
  ];
  for (const milestone of touched) tale.finish(milestone, '2023-01-03');
  return workAll(tale, others);
};

/** Everything the office can do by hand, up to a listing that is declined, signed, and ended at the second attempt. */
export const pressedByHand: Story = (tale) => {
  const milestones = workAll(tale, tale.milestones.slice(0, 2));
  const day = (n: number): IsoDate => tale.after(milestones, n);
  tale.ask(day(5), tale.caseOfficer, 'urge', { note: '请书面说明下一步安排。' });
  tale.ask(day(7), supervisionHead, 'issueLetter', { note: '请于三日内回复。' });
  tale.ask(day(9), tale.caseOfficer, 'proposeListing', { level: 1 });
  tale.ask(day(10), tale.deputy, 'declineListing', { reason: '再给一周。' });
  tale.ask(day(15), tale.caseOfficer, 'proposeListing', { level: 1 });
  tale.ask(day(16), tale.deputy, 'signListing', {});
  tale.ask(day(18), tale.head, 'submitRectificationPlan', { text: '整改方案（第一稿）。' });
  tale.ask(day(19), tale.caseOfficer, 'returnRectificationPlan', { reason: '没有时间表。' });
  rectify(tale, day(21));
  tale.ask(day(24), tale.caseOfficer, 'callInterview', {});
  tale.ask(day(26), supervisionHead, 'recordInterview', { record: '约谈记录，双方已签。' });
  tale.ask(day(27), tale.caseOfficer, 'proposeDelisting', {});
  tale.ask(day(28), tale.deputy, 'declineDelisting', { reason: '再看一周成效。' });
  tale.ask(day(34), tale.caseOfficer, 'proposeDelisting', {});
  tale.ask(day(35), tale.deputy, 'delist', {});
  return workAll(tale, tale.milestones.slice(2));
};

/** A leader's instruction becomes a milestone; the closing is returned twice before it holds. */
export const instructed: Story = (tale) => {
  tale.ask('2022-04-11', tale.deputy, 'instruct', {
    text: '请年中前拿出样板。',
    demand: { title: '样板', due: '2022-06-30', evidence: '样板说明' },
  });
  tale.work({ id: 'I1', due: '2022-06-30' });
  const done = workAll(tale, tale.milestones);
  const asked = tale.after(done, 1);
  tale.ask(asked, tale.head, 'requestClosing', { text: '申请销号。' });
  const [returned, once] = [tale.after(asked, 2), tale.after(asked, 30)];
  tale.ask(returned, tale.caseOfficer, 'returnClosing', {
    reason: '总结材料不全。',
    demands: [{ title: '补总结', due: once, evidence: '总结' }],
  });
  const verified = tale.verify(tale.work({ id: 'R1', due: once }));
  const [refused, twice] = [tale.after(verified, 2), tale.after(verified, 25)];
  tale.ask(refused, tale.deputy, 'returnClosing', {
    reason: '指标佐证要补盖章。',
    demands: [{ title: '补盖章件', due: twice, evidence: '盖章件' }],
  });
  return tale.work({ id: 'R2', due: twice });
};

/** Ends unfinished, with a successor. */
export const terminated: Story = (tale) => {
  workAll(
    tale,
    tale.milestones.filter(({ due }) => due < '2024-06-01'),
  );
  tale.ask('2024-06-28', tale.caseOfficer, 'comment', { text: '任务已并入新一轮改革方案。' });
  tale.ask('2024-07-01', tale.director, 'terminate', { reason: '并入新方案。', successor: '新方案第 3 项' });
  return null;
};
