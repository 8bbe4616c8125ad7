/** Waiting over many items, by whoever had it: what lay with them, and the cases they owed. */
import { sharesOf, sumShares, type Share } from './booking.js';
import type { CaseWaiting, WaitingLedger } from './waiting.js';

/** Cases somebody owed; they run beside the milestones, so their days are never added to those. */
export interface CaseSum {
  readonly total: number;
  readonly open: number;
  readonly workingDays: number;
  readonly workingDaysOver: number;
}

export interface PartySum extends Share {
  readonly cases: CaseSum;
}

const none: CaseSum = { total: 0, open: 0, workingDays: 0, workingDaysOver: 0 };

const holderOf = ({ with: party, unit }: Pick<Share, 'with' | 'unit'>): string => `${party} ${unit ?? ''}`;

/** What each holder had of one case; it is open with whoever had it last. */
const ofCase = ({ stretches }: CaseWaiting): readonly PartySum[] => {
  const running = stretches.filter((stretch) => stretch.with !== 'suspended');
  const last = sharesOf(running.slice(-1)).map(holderOf);
  const isOpen = stretches.at(-1)?.to === null;
  return sharesOf(running).map((share) => ({
    ...share,
    cases: {
      total: 1,
      open: isOpen && last.includes(holderOf(share)) ? 1 : 0,
      workingDays: share.workingDays,
      workingDaysOver: share.workingDaysOver,
    },
  }));
};

const added = (a: CaseSum, b: CaseSum): CaseSum => ({
  total: a.total + b.total,
  open: a.open + b.open,
  workingDays: a.workingDays + b.workingDays,
  workingDaysOver: a.workingDaysOver + b.workingDaysOver,
});

/** Sums by holder, in order of first appearance; who owed nothing but cases is among them. */
export const sumByParty = (ledgers: readonly WaitingLedger[]): readonly PartySum[] => {
  const cases = new Map<string, CaseSum>();
  const holders = ledgers.flatMap((ledger) => ledger.cases.flatMap(ofCase));
  for (const holder of holders)
    cases.set(holderOf(holder), added(cases.get(holderOf(holder)) ?? none, holder.cases));
  const nothing = { workingDays: 0, workingDaysOver: 0, calendarDays: 0 };
  return sumShares([
    ...ledgers.flatMap(({ shares }) => shares),
    ...holders.map(({ with: party, unit }) => ({ with: party, unit, ...nothing })),
  ]).map((share) => ({ ...share, cases: cases.get(holderOf(share)) ?? none }));
};
