/** Promise: one message says in plain Chinese what happened to one item, without anything a mailbox should not hold. */
import { formatInstant } from '../domain/instants.js';
import type { NoticeRow } from '../store/notices.js';

export interface LetterItem {
  readonly number: number;
  readonly title: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What happened, by the type of the event told of; anything not named here is told as a change. */
const sentences: Readonly<Record<string, string>> = {
  dispatched: '任务已交办,请在期限内签收',
  reassigned: '任务已改派,请在期限内签收',
  dispatchDeclined: '责任单位退回了交办,请重新交办',
  milestonesApproved: '任务分解已通过',
  milestonesReturned: '任务分解被退回,请修改后重报',
  evidenceAccepted: '佐证材料已通过审核',
  evidenceReturned: '佐证材料被退回,请补正',
  extensionGranted: '延期申请已批准',
  extensionRefused: '延期申请未获批准',
  changeGranted: '变更申请已批准',
  changeRefused: '变更申请未获批准',
  rectificationPlanAccepted: '整改方案已通过',
  rectificationPlanReturned: '整改方案被退回,请修改后重报',
  closingReturned: '办结申请被退回',
  closingApproved: '事项已销号办结',
  reopened: '事项重新挂号',
  struckOff: '措施已销号',
  strikeOffDeclined: '措施销号未获批准',
  measureWaived: '一项措施已免予办理',
  policyAdopted: '督办规则有调整',
  suspended: '事项暂停,时限停计',
  resumed: '事项恢复,时限继续计算',
  terminated: '事项中止',
  instructed: '领导有批示,请按期办理',
  reminded: '节点临近到期,请抓紧办理',
  becameOverdue: '节点已逾期',
  pastDuesSummarised: '接手时已过期的节点,请一并办理',
  urged: '催办单:请立即办理逾期节点',
  letterIssued: '督办函:请限期办结并书面反馈',
  listed: '事项已挂牌督战',
  listingProposed: '提请挂牌升级,请签批',
  listingDeclined: '挂牌提请未获签批',
  delisted: '事项已摘牌',
  delistingDeclined: '摘牌提请未获签批',
  proposalWithdrawn: '挂牌提请已撤回',
  delistingWithdrawn: '摘牌提请已撤回',
  interviewCalled: '约谈通知',
  interviewRecorded: '约谈已记录',
  standingReported: '挂牌事项进展专报',
  reportAsked: '请填报本季度进展',
  caseOpened: '有一件事由待您办理',
  caseBecameOverdue: '一件待办事由已超期',
  caseEscalated: '一件超期事由已上报',
};

export const letterOf = (item: LetterItem, notices: readonly NoticeRow[]): Letter => {
  const lines = notices.map(lineOf);
  const first = sentences[notices[0]?.kind ?? ''] ?? '事项有变化';
  const more = lines.length > 1 ? `等 ${lines.length} 条` : '';
  return {
    subject: `【督战】第 ${item.number} 项:${first}${more}`,
    text: [
      `第 ${item.number} 项 ${item.title}`,
      '',
      ...lines,
      '',
      '请登录督战系统查看并办理。本邮件由系统自动发出,请勿回复。',
    ].join('\n'),
  };
};

const lineOf = ({ kind, at, payload }: NoticeRow): string => {
  const { milestone, milestones } = payload as { milestone?: string | null; milestones?: readonly string[] };
  const concerned = milestone ? [milestone] : (milestones ?? []);
  const about = concerned.length > 0 ? `(${concerned.join('、')})` : '';
  return `· ${formatInstant(at).replace('T', ' ')} ${sentences[kind] ?? '事项有变化'}${about}`;
};
