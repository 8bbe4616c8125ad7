/**
 * Promise: one message says in plain Chinese what happened to one item, or to all items of a morning, without anything
 * a mailbox should not hold.
 */
import { digestPage, type DigestPage } from '../domain/digest-page.js';
import { dateOf, formatInstant } from '../domain/instants.js';
import { isDigest } from '../domain/messages.js';
import type { LeavingNotice } from '../store/notices.js';
import { sentenceOf } from './sentences.js';

export interface Letter {
  readonly subject: string;
  readonly lines: readonly string[];
}

type Notices = readonly [LeavingNotice, ...LeavingNotice[]];

/** The notices of one message. */
export const letterOf = (notices: Notices): Letter => {
  const items = new Set(notices.map(({ itemId }) => itemId));
  return isDigest(notices) && items.size > 1 ? digestLetter(notices) : itemLetter(notices);
};

const ending = ['', '请登录督战系统查看并办理。本消息由系统自动发出，请勿回复。'];

const itemLetter = (notices: Notices): Letter => {
  const [{ itemNumber, itemTitle, kind }] = notices;
  const more = notices.length > 1 ? `等 ${notices.length} 条` : '';
  return {
    subject: `【督战】第 ${itemNumber} 项：${sentenceOf(kind)}${more}`,
    lines: [`第 ${itemNumber} 项 ${itemTitle}`, '', ...notices.map(lineOf), ...ending],
  };
};

const lineOf = (notice: LeavingNotice): string =>
  `· ${formatInstant(notice.at).replace('T', ' ')} ${sentenceOf(notice.kind)}${about(milestonesOf(notice))}`;

const digestLetter = (notices: Notices): Letter => {
  const page = digestPage(notices.map((notice) => ({ ...notice, milestones: milestonesOf(notice) })));
  return {
    subject: `【督战】${dateOf(notices[0].deliverAt)} 晨报：${summaryOf(page)}`,
    lines: [...page.items.flatMap(itemLines), ...pastDueLines(page), ...ending.slice(1)],
  };
};

/** How many things, and apart from them how many milestones that were over before anybody here could act. */
const summaryOf = ({ things, pastDues }: DigestPage): string => {
  const milestones = pastDues.reduce((sum, item) => sum + item.milestones.length, 0);
  const told = things > 0 ? [`${things} 件事`] : [];
  return [...told, ...(milestones > 0 ? [`接手时已过期节点 ${milestones} 个`] : [])].join('，');
};

const itemLines = ({ number, title, lines }: DigestPage['items'][number]): readonly string[] => [
  `第 ${number} 项 ${title}`,
  ...lines.map(({ kind, count, milestones }) => {
    const times = count > Math.max(1, milestones.length) ? `，共 ${count} 条` : '';
    return `· ${sentenceOf(kind)}${about(milestones)}${times}`;
  }),
  '',
];

const pastDueLines = ({ pastDues }: DigestPage): readonly string[] =>
  pastDues.length === 0
    ? []
    : [
        `${sentenceOf('pastDuesSummarised')}：`,
        ...pastDues.map(({ number, title, milestones }) => `· 第 ${number} 项 ${title}${about(milestones)}`),
        '',
      ];

const about = (milestones: readonly string[]): string =>
  milestones.length > 0 ? `（${milestones.join('、')}）` : '';

const milestonesOf = ({ payload }: LeavingNotice): readonly string[] => {
  const { milestone, milestones } = payload as { milestone?: unknown; milestones?: readonly unknown[] };
  return [milestone, ...(milestones ?? [])].filter((id) => typeof id === 'string');
};
