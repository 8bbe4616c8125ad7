/** Promise: an item's people keep giving it what may come next, most of it lawful, whatever was answered before. */
import { headOf, officerOf, supervisionHead } from '../../src/intake/accounts.js';
import type { PlanDocument, PlanItem } from '../../src/domain/plan.js';
import type { Chance } from './chance.js';
import type { Given, People, Request } from './people.js';

export interface Work {
  /** Gives the next command. */
  next(): Promise<Given>;
}

type Step = 'dispatch' | 'acknowledge' | 'report' | 'remark' | 'submit' | 'review';

const following: Readonly<Record<Step, Step>> = {
  dispatch: 'acknowledge',
  acknowledge: 'report',
  report: 'remark',
  remark: 'submit',
  submit: 'review',
  review: 'report',
};

export const workOn = (document: PlanDocument, item: PlanItem, people: People, chance: Chance): Work => {
  const [officer, head] = [officerOf(item.lead), headOf(item.lead)];
  const caseOfficer = document.units.find(({ id }) => id === item.lead)?.caseOfficer ?? supervisionHead;
  const path = (command: string): string => `/items/${document.id}-${item.number}/commands/${command}`;
  let step: Step = 'dispatch';
  let milestone = 0;
  let file: Promise<string> | undefined;
  /** Received, but nobody knows yet what has come of it. */
  let pending: { readonly login: string; readonly submission: string } | null = null;

  const ask = (login: string, command: string, body: object): Request => ({
    login,
    path: path(command),
    body,
  });
  const remark = (): Request => ask(officer, 'comment', { text: '进展顺利。' });
  const requestOf = async (): Promise<Request> => {
    const id = item.milestones[milestone % item.milestones.length]?.id ?? '';
    switch (step) {
      case 'dispatch':
        return ask(supervisionHead, 'dispatch', {});
      case 'acknowledge':
        return ask(officer, 'acknowledge', {});
      case 'report':
        return ask(officer, 'reportProgress', { text: '本月完成两项。' });
      case 'remark':
        return remark();
      case 'submit':
        file ??= people.upload(head);
        return ask(head, 'submitEvidence', { milestone: id, files: [await file], note: '请审核。' });
      case 'review':
        return review(id);
    }
  };
  const review = (id: string): Request => {
    const verdict = chance.below(4);
    if (verdict === 0) return ask(caseOfficer, 'returnEvidence', { milestone: id, reason: '材料不全。' });
    if (verdict === 1) return ask(head, 'withdrawEvidence', { milestone: id, reason: '附件有误。' });
    milestone += 1;
    return ask(caseOfficer, 'acceptEvidence', { milestone: id, note: '同意。' });
  };

  return {
    next: async () => {
      if (pending && (await people.isDecided(pending.login, pending.submission))) pending = null;
      const waits = pending !== null;
      const request = waits ? remark() : await requestOf();
      const given = await people.give(request);
      if (waits) return given;
      step = following[step];
      const { status, submission, login } = given.answered;
      if (status === 202 && submission !== null) pending = { login, submission };
      return given;
    },
  };
};
