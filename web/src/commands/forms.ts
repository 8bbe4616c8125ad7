/** Which fields a command's form has; the types hold the table against the contract's bodies. */
import type { Attached } from './use-uploads';
import type { CommandBody, Item, ItemCommandType } from '../data/contract';

/** Milestones a command may name. */
export type Among = 'open' | 'submitted' | 'overdue' | 'asked' | 'any';

export type Field<Name extends string = string> =
  | { readonly name: Name; readonly kind: 'text' | 'note'; readonly optional?: true }
  | { readonly name: Name; readonly kind: 'line' | 'date'; readonly optional?: true }
  | {
      readonly name: Name;
      readonly kind: 'milestone';
      readonly among: Among;
      readonly optional?: true;
      readonly wanted?: true;
    }
  | { readonly name: Name; readonly kind: 'files'; readonly optional?: true }
  | { readonly name: Name; readonly kind: 'unit'; readonly optional?: true }
  | { readonly name: Name; readonly kind: 'measures' | 'measure' }
  | { readonly name: Name; readonly kind: 'replaces' | 'obstacle' | 'named' | 'level' }
  | { readonly name: Name; readonly kind: 'demands' | 'demand'; readonly optional?: true }
  | { readonly name: Name; readonly kind: 'milestones' | 'change' | 'version' };

/** Where the answer is one or some of few. */
export type Choice = Extract<
  Field,
  { readonly kind: 'milestone' | 'measures' | 'measure' | 'replaces' | 'obstacle' | 'named' | 'level' }
>;

type Names<T extends ItemCommandType> = keyof CommandBody<T> & string;

const reason = { name: 'reason', kind: 'text' } as const;
const longText = { name: 'text', kind: 'text' } as const;
/** A milestone with the evidence it asks for. */
const evidenceOf = (among: Among) => ({ name: 'milestone', kind: 'milestone', among, wanted: true }) as const;
const note = { name: 'note', kind: 'note', optional: true } as const;

export const forms: { readonly [T in ItemCommandType]: readonly Field<Names<T>>[] } = {
  dispatch: [{ name: 'unit', kind: 'unit', optional: true }],
  acknowledge: [],
  declineDispatch: [reason],
  reassign: [{ name: 'unit', kind: 'unit' }, reason],
  proposeMilestones: [
    { name: 'milestones', kind: 'milestones' },
    { name: 'replaces', kind: 'replaces' },
  ],
  approveMilestones: [],
  returnMilestones: [reason],
  proposeStrikeOff: [{ name: 'measures', kind: 'measures' }],
  strikeOff: [],
  declineStrikeOff: [reason],
  waiveMeasure: [{ name: 'measure', kind: 'measure' }, reason],
  raiseObstacle: [longText, { name: 'named', kind: 'named' }, { name: 'unit', kind: 'unit', optional: true }],
  withdrawObstacle: [{ name: 'obstacle', kind: 'obstacle' }, reason],
  answerObstacle: [
    { name: 'obstacle', kind: 'obstacle' },
    { name: 'answer', kind: 'text' },
  ],
  callConsultation: [longText],
  recordConsultation: [
    { name: 'record', kind: 'text' },
    { name: 'demands', kind: 'demands', optional: true },
  ],
  reportProgress: [longText],
  submitEvidence: [evidenceOf('open'), { name: 'files', kind: 'files' }, note],
  withdrawEvidence: [{ name: 'milestone', kind: 'milestone', among: 'submitted' }, reason],
  acceptEvidence: [evidenceOf('submitted'), note],
  returnEvidence: [evidenceOf('submitted'), reason],
  requestExtension: [
    { name: 'milestone', kind: 'milestone', among: 'open' },
    { name: 'to', kind: 'date' },
    reason,
  ],
  grantExtension: [
    { name: 'milestone', kind: 'milestone', among: 'asked' },
    { name: 'to', kind: 'date', optional: true },
  ],
  refuseExtension: [{ name: 'milestone', kind: 'milestone', among: 'asked' }, reason],
  requestChange: [{ name: 'change', kind: 'change' }, reason],
  grantChange: [],
  refuseChange: [reason],
  suspend: [{ name: 'until', kind: 'date' }, reason],
  resume: [],
  urge: [{ name: 'milestone', kind: 'milestone', among: 'open', optional: true }, note],
  issueLetter: [{ name: 'milestone', kind: 'milestone', among: 'open', optional: true }, note],
  proposeListing: [{ name: 'level', kind: 'level' }],
  signListing: [],
  declineListing: [reason],
  callInterview: [],
  recordInterview: [{ name: 'record', kind: 'text' }],
  submitRectificationPlan: [longText, { name: 'files', kind: 'files', optional: true }],
  acceptRectificationPlan: [],
  returnRectificationPlan: [reason],
  proposeDelisting: [],
  delist: [],
  declineDelisting: [reason],
  instruct: [longText, { name: 'demand', kind: 'demand' }],
  requestClosing: [longText],
  countersign: [{ name: 'opinion', kind: 'text' }],
  verifyClosing: [longText],
  approveClosing: [longText],
  returnClosing: [reason, { name: 'demands', kind: 'demands' }],
  reopen: [reason, { name: 'demands', kind: 'demands' }],
  terminate: [reason, { name: 'successor', kind: 'line', optional: true }],
  comment: [longText],
  adoptPolicy: [{ name: 'version', kind: 'version' }],
};

export const isCommand = (name: string): name is ItemCommandType => Object.hasOwn(forms, name);

/** Milestones a form offers, in the order of the item. */
export const milestonesAmong = (item: Item, among: Among): Item['milestoneList'] => {
  const asked = new Set(item.extensions.map(({ milestone }) => milestone));
  return item.milestoneList.filter(({ id, status, overdue }) => {
    if (among === 'open') return status === 'open';
    if (among === 'submitted') return status === 'submitted';
    if (among === 'overdue') return overdue;
    return among === 'any' || asked.has(id);
  });
};

/** What the form starts with: what the link named, else the only thing there is to name. */
export const startingValues = (
  item: Item,
  command: ItemCommandType,
  given: Readonly<Record<string, string>>,
): Record<string, unknown> =>
  Object.fromEntries(
    forms[command].flatMap((field): [string, unknown][] => {
      const named = given[field.name];
      if (named !== undefined) return [[field.name, named]];
      if (field.kind === 'milestone' && field.optional !== true) {
        const [only, another] = milestonesAmong(item, field.among);
        return only && !another ? [[field.name, only.id]] : [];
      }
      if (field.kind === 'demands' && field.optional !== true) return [[field.name, [{}]]];
      if (field.kind === 'milestones') return [[field.name, [{ weight: 1, measures: [] }]]];
      return [];
    }),
  );

type Given = Readonly<Record<string, unknown>>;

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isNothing));

const said = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (isNothing(part) ? [] : [[key, said(part)]])),
  );
};

/** The body of the command: what was left empty is left out; lists that the contract wants are there. */
export const bodyOf = (command: ItemCommandType, values: Given): Record<string, unknown> =>
  Object.fromEntries(
    forms[command].flatMap((field): [string, unknown][] => {
      const value = values[field.name];
      if (field.kind === 'milestones')
        return [
          [
            field.name,
            ((value ?? []) as Given[]).map((seed) => ({
              weight: 1,
              measures: [],
              ...(said(seed) as Given),
              basis: 'unit',
            })),
          ],
        ];
      if (isNothing(value))
        return field.kind === 'replaces' ||
          (field.kind === 'files' && field.optional === true) ||
          field.kind === 'demands'
          ? [[field.name, []]]
          : [];
      if (field.kind === 'files')
        return [[field.name, (value as readonly Attached[]).flatMap(({ id }) => (id === null ? [] : [id]))]];
      return [[field.name, field.kind === 'level' || field.kind === 'version' ? Number(value) : said(value)]];
    }),
  );
