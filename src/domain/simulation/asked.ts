/** What a scenario's command asks, and of whom: one line a command, so that a new one is added here and nowhere else. */
import type { CalendarYear } from '../calendar.js';
import { type Command, type CommandOf, type CommandType, type Demand, type fromPlan } from '../commands.js';
import type { MilestoneSeed, ScopeChange } from '../item.js';
import type { PolicyOverrides } from '../policy.js';
import { obstacleId, otherUnit, seedOf, type Written, type ScenarioMilestone, type Span } from './written.js';

/** Of the item: its commands in turn, whole or not at all. Of the plan: a new version, which the item adopts. */
export type Asked =
  | { readonly of: 'item'; readonly commands: readonly Command[] }
  | { readonly of: 'plan'; readonly policy: PolicyOverrides }
  | { readonly of: 'plan'; readonly year: CalendarYear }
  | { readonly of: 'plan'; readonly outage: Span };

/** An item of a scenario has no measures. */
type OfMeasures = 'proposeStrikeOff' | 'waiveMeasure';
/** Commands that stand for themselves. */
type Plain = Exclude<CommandType, OfMeasures | 'adoptPolicy' | (typeof fromPlan)[number]>;

/** Scenarios are not written in words, and the running system takes no silence for a reason. */
const text = '按脚本办理';
const note = '';

/** What a command lacks names nothing that exists, so that it is refused as the rules refuse it. */
const nothing = 'none';
const longAgo = '2000-01-01';

const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

const ofMilestone = ({ milestone = nothing }: Written) => ({ milestone });
const ofObstacle = (written: Written) => ({ obstacle: obstacleId(written) });
const toMilestone = ({ milestone }: Written) => ({ note, ...given('milestone', milestone) });
const bare = () => ({});
const reasoned = () => ({ reason: text });
const told = () => ({ text });

const demandOf = (id: string | undefined, due = longAgo): Demand =>
  id === undefined ? { due, title: text, evidence: text } : { id, due };

const demandsOf = ({ milestones, id, due }: Written): readonly Demand[] => {
  if (milestones) return milestones.map((m) => demandOf(m.id, m.due));
  return due === undefined ? [] : [demandOf(id, due)];
};

/** Of its own proposal a unit says neither that the plan prints it nor that it is done. */
const proposalOf = ({ id, due, title }: ScenarioMilestone): MilestoneSeed => ({
  ...seedOf({ id, due, ...given('title', title) }),
  basis: 'unit',
  evidence: text,
});

const changeOf = ({ milestone }: Written): ScopeChange =>
  milestone === undefined ? { note } : { evidence: { milestone, evidence: text } };

const plain: { readonly [T in Plain]: (written: Written) => Omit<CommandOf<T>, 'type'> } = {
  dispatch: ({ unit }) => given('unit', unit),
  acknowledge: bare,
  declineDispatch: reasoned,
  reassign: ({ unit = otherUnit }) => ({ unit, reason: text }),
  proposeMilestones: ({ milestones = [], replaces = [] }) => ({
    milestones: milestones.map(proposalOf),
    replaces,
  }),
  approveMilestones: bare,
  returnMilestones: reasoned,
  strikeOff: bare,
  declineStrikeOff: reasoned,
  raiseObstacle: () => ({ text, named: 'supervision_head' }),
  withdrawObstacle: (written) => ({ ...ofObstacle(written), reason: text }),
  answerObstacle: (written) => ({ ...ofObstacle(written), answer: text }),
  callConsultation: told,
  recordConsultation: (written) => ({ record: text, demands: demandsOf(written) }),
  reportProgress: told,
  submitEvidence: (written) => ({ ...ofMilestone(written), files: [], note }),
  withdrawEvidence: (written) => ({ ...ofMilestone(written), reason: text }),
  acceptEvidence: (written) => ({ ...ofMilestone(written), note }),
  returnEvidence: (written) => ({ ...ofMilestone(written), reason: text }),
  requestExtension: (written) => ({ ...ofMilestone(written), to: written.to ?? longAgo, reason: text }),
  grantExtension: (written) => ({ ...ofMilestone(written), ...given('to', written.to) }),
  refuseExtension: (written) => ({ ...ofMilestone(written), reason: text }),
  requestChange: (written) => ({ change: changeOf(written), reason: text }),
  grantChange: bare,
  refuseChange: reasoned,
  suspend: ({ until = longAgo }) => ({ until, reason: text }),
  resume: bare,
  urge: toMilestone,
  issueLetter: toMilestone,
  proposeListing: ({ level = 1 }) => ({ level }),
  signListing: bare,
  declineListing: reasoned,
  callInterview: bare,
  recordInterview: () => ({ record: text }),
  submitRectificationPlan: () => ({ text, files: [] }),
  acceptRectificationPlan: bare,
  returnRectificationPlan: reasoned,
  proposeDelisting: bare,
  delist: bare,
  declineDelisting: reasoned,
  instruct: ({ id, milestone, due }) => ({ text, demand: demandOf(id ?? milestone, due) }),
  requestClosing: told,
  countersign: () => ({ opinion: text }),
  verifyClosing: told,
  approveClosing: told,
  returnClosing: (written) => ({ reason: text, demands: demandsOf(written) }),
  reopen: (written) => ({ reason: text, demands: demandsOf(written) }),
  terminate: reasoned,
  comment: told,
};

const others = {
  /** A granted change that drops a milestone. */
  dropMilestone: ({ milestone = nothing }: Written): Asked => ({
    of: 'item',
    commands: [{ type: 'requestChange', change: { drop: milestone }, reason: text }, { type: 'grantChange' }],
  }),
  adoptPolicy: ({ policy = {} }: Written): Asked => ({ of: 'plan', policy }),
  updateCalendar: ({ year = 0, off = [], on = [] }: Written): Asked => ({
    of: 'plan',
    year: { year, off, on },
  }),
  /** Recorded by one of the office and confirmed by another at once. */
  recordOutage: ({ at, outage = { from: at, until: at } }: Written): Asked => ({
    of: 'plan',
    outage,
  }),
};

export type ScenarioDo = Plain | keyof typeof others;

const isOther = (name: ScenarioDo): name is keyof typeof others => Object.hasOwn(others, name);

/** Commands a scenario may give. */
export const scenarioCommands = [...Object.keys(plain), ...Object.keys(others)] as readonly ScenarioDo[];

export const askedBy = (written: Written & { readonly do: ScenarioDo }): Asked => {
  if (isOther(written.do)) return others[written.do](written);
  const command = { type: written.do, ...plain[written.do](written) } as Command;
  return { of: 'item', commands: [command] };
};
