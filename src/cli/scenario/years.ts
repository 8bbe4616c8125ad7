/**
 * Five years of the plan as a list of acts: some units on time, some late, reviewers fast and slow, a few silent until
 * they are listed, every command given by somebody. The same plan gives the same years.
 */
import { endOf, parseInstant, type Instant, type IsoDate } from '../../domain/instants.js';
import type { PlanDocument, PlanItem } from '../../domain/plan.js';
import { supervisionHead } from '../../intake/accounts.js';
import { Script, type Act } from './script.js';
import {
  askedForTime,
  brokenDown,
  changed,
  closedEarlyAndReopened,
  declined,
  heldUp,
  instructed,
  keptFromHandingIn,
  listedToLevel2,
  listedToLevel3,
  pressedByHand,
  reassigned,
  struckOff,
  suspended,
  terminated,
  type Story,
} from './stories.js';
import { Tale, type Manner } from './tale.js';

export interface Years {
  readonly acts: readonly Act[];
  readonly end: Instant;
  /** Items with a part worth looking at. */
  readonly parts: typeof parts;
}

const parts = {
  declined: 3,
  reassigned: 5,
  brokenDown: 7,
  struckOff: 9,
  heldUp: 10,
  askedForTime: 13,
  changed: 14,
  suspended: 18,
  outage: 19,
  pressedByHand: 23,
  closedEarly: 25,
  instructed: 27,
  terminated: 31,
  listedToLevel2: 34,
  listedToLevel3: 36,
} as const;

const stories: Readonly<Record<number, Story>> = {
  [parts.declined]: declined,
  [parts.reassigned]: reassigned,
  [parts.brokenDown]: brokenDown,
  [parts.struckOff]: struckOff,
  [parts.heldUp]: heldUp,
  [parts.askedForTime]: askedForTime,
  [parts.changed]: changed,
  [parts.suspended]: suspended,
  [parts.outage]: keptFromHandingIn,
  [parts.pressedByHand]: pressedByHand,
  [parts.closedEarly]: closedEarlyAndReopened,
  [parts.instructed]: instructed,
  [parts.terminated]: terminated,
  [parts.listedToLevel2]: listedToLevel2,
  [parts.listedToLevel3]: listedToLevel3,
};

/** Every fifth item is silent in its first year, and learns from it. */
const storyOf = ({ number }: PlanItem): Story | undefined =>
  stories[number] ?? (number % 5 === 1 ? listedToLevel3 : undefined);

const manners: readonly Manner[] = [
  'prompt',
  'late',
  'prompt',
  'slowly_reviewed',
  'prompt',
  'withdrawn_once',
];

const usual: Story = (tale) =>
  tale.milestones
    .map((milestone, n) => tale.work(milestone, manners[(tale.item.number + n) % manners.length]))
    .sort()
    .at(-1) ?? null;

const listed3 = (item: PlanItem): boolean => storyOf(item) === listedToLevel3;

/** These say nothing between the quarters; the rest of the bureau reports, the silent ones from the year they learn on. */
const unreported: readonly number[] = [
  parts.reassigned,
  parts.suspended,
  parts.closedEarly,
  parts.terminated,
  4,
  11,
  28,
];

const reportsFrom = (item: PlanItem): IsoDate => (listed3(item) ? '2022-12-31' : '2021-12-31');

const tell = (script: Script, item: PlanItem): void => {
  const tale = new Tale(script, item);
  const handedOut = script.after(script.plan.publishedOn, 1);
  tale.handOut(handedOut);
  if (item.number !== parts.declined) tale.sign(script.after(handedOut, 1));
  const done = (storyOf(item) ?? usual)(tale);
  if (!unreported.includes(item.number)) tale.report(reportsFrom(item), '2025-09-30');
  if (done !== null) tale.close(done, listed3(item) ? tale.director : tale.deputy);
};

/** The plan's own acts: a policy published, signed and adopted, a calendar, an outage on the last day of a milestone. */
const govern = (script: Script): void => {
  const { policy, calendar, leaders } = script.plan;
  const director = leaders.find(({ rank }) => rank === 'director')?.id ?? '';
  const longer = { ...policy, terms: { ...policy.terms, report: policy.terms.report + 2 } };
  script.askPlan('2022-01-05', '09:00', supervisionHead, { type: 'publishPolicy', policy: longer });
  script.askPlan('2022-01-10', '09:00', director, { type: 'signPolicy', version: policy.version + 1 });
  script.askPlan('2022-01-12', '09:00', supervisionHead, {
    type: 'adoptPolicy',
    version: policy.version + 1,
    items: null,
  });
  const last = calendar.at(-1);
  if (last) script.askPlan('2022-11-01', '09:00', supervisionHead, { type: 'updateCalendar', year: last });
  script.askPlan('2023-01-03', '09:00', 'case-officer-1', {
    type: 'recordOutage',
    from: parseInstant('2022-12-31T09:00') ?? 0,
    to: parseInstant('2022-12-31T17:00') ?? 0,
    reason: '机房停电，系统停用。',
  });
  script.askPlan('2023-01-03', '09:30', supervisionHead, { type: 'confirmOutage', outage: 1 });
};

/** The years of a plan, or only what happens before `until`. */
export const yearsOf = (plan: PlanDocument, until = '2026-07-31'): Years => {
  const script = new Script(plan);
  for (const item of plan.items) tell(script, item);
  govern(script);
  const end = endOf(until);
  return { acts: script.acts(end), end, parts };
};
