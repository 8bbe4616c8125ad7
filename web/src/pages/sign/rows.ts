/** What speaks for and against a signature: what it is stuck on, by which rule, what the unit says, what the office says. */
import type { HistoryEntry } from '../../data/contract';
import { fullInstant, shortDate } from '../../parts/dates';
import { fieldOf, saidIn } from '../../parts/recorded';
import { text, words } from '../../text';
import { askedBy, milestoneOf, type CaseKind, type Looked } from './kinds';

export interface Row {
  readonly key: keyof typeof text.sign.rows;
  readonly lines: readonly string[];
  readonly caption?: string;
}

type RowOf = (looked: Looked) => Row | null;

/** In which field of a fact its author's own words are. */
const ownWords: Readonly<Record<string, string>> = {
  progressReported: 'text',
  extensionRequested: 'reason',
  changeRequested: 'reason',
  obstacleRaised: 'text',
  rectificationPlanSubmitted: 'text',
  closingRequested: 'text',
  dispatchDeclined: 'reason',
  evidenceSubmitted: 'note',
  commented: 'text',
  evidenceReturned: 'reason',
  evidenceAccepted: 'note',
  rectificationPlanReturned: 'reason',
  closingVerified: 'text',
  interviewRecorded: 'record',
  consultationRecorded: 'record',
  letterIssued: 'note',
  urged: 'note',
};

const wordsIn = (entry: HistoryEntry): string => saidIn(entry, ownWords[entry.type] ?? '').trim();

const ofUnit = new Set(['unit_officer', 'unit_head']);
const ofOffice = new Set(['case_officer', 'supervision_head']);

/** What a return asked for has been handed in since: its words stand for nothing any more. */
const answers: Readonly<Record<string, string>> = {
  evidenceReturned: 'evidenceSubmitted',
  rectificationPlanReturned: 'rectificationPlanSubmitted',
};

const isAnswered = (entry: HistoryEntry, history: readonly HistoryEntry[]): boolean =>
  history.some(
    (later) =>
      later.seq > entry.seq &&
      later.type === answers[entry.type] &&
      fieldOf(later, 'milestone') === fieldOf(entry, 'milestone'),
  );

/** The last thing somebody of these roles said in words of their own that still stands. */
const lastSaid = (
  { history, item }: Looked,
  roles: ReadonlySet<string>,
): { readonly lines: readonly string[]; readonly caption: string } | null => {
  const found = history.find(
    (entry) =>
      entry.actor && roles.has(entry.actor.role) && wordsIn(entry) !== '' && !isAnswered(entry, history),
  );
  if (!found) return null;
  return { lines: [wordsIn(found)], caption: text.sign.saidBy(found.who, shortDate(found.at, item.today)) };
};

const unitSays: RowOf = (looked) => {
  const said = lastSaid(looked, ofUnit);
  return said && { key: 'unit', ...said };
};

const officeSays: RowOf = (looked) => {
  const said = lastSaid(looked, ofOffice);
  return said && { key: 'office', ...said };
};

const stuck: RowOf = (looked) => {
  const milestone = milestoneOf(looked);
  if (!milestone) return null;
  const { title, due, firstDue, basis, evidence } = milestone;
  const dates = due === firstDue ? [text.sign.due(due)] : [text.sign.due(due), text.sign.firstDue(firstDue)];
  return {
    key: 'stuck',
    lines: [title],
    caption: [words.bases[basis], ...dates, evidence].filter((part) => part !== '').join(text.sign.comma),
  };
};

/** A rung of the ladder names its days; what somebody proposed by hand is said as it was recorded. */
const basis: RowOf = (looked) => {
  const { item, policy } = looked;
  const asked = askedBy(looked);
  const level = item.proposal?.level;
  const rung = level === 2 || level === 3 ? (`listing${level}` as const) : null;
  const byClock = looked.entry.case === 'listing_signature' && asked?.actor === null && rung && policy;
  const said = byClock ? text.sign.ladder(policy.rungs[rung], words.rungs[rung]) : asked?.text;
  if (said === undefined) return null;
  return { key: 'basis', lines: [said], caption: text.sign.policy(item.policyVersion) };
};

const measures: RowOf = ({ item }) => ({
  key: 'measures',
  lines: item.measureList
    .filter(({ id }) => item.strikeOff.includes(id))
    .map(({ id, text: said }) => `${id} ${said}`),
});

const extension: RowOf = (looked) => {
  const asked = askedBy(looked);
  const milestone = milestoneOf(looked);
  if (!asked || !milestone) return null;
  return { key: 'extension', lines: [text.sign.extendTo(milestone.due, saidIn(asked, 'to'))] };
};

interface ScopeChange {
  readonly drop?: string;
  readonly evidence?: { readonly milestone: string; readonly evidence: string };
  readonly coUnits?: readonly string[];
  readonly note?: string;
}

const change: RowOf = (looked) => {
  const asked = askedBy(looked);
  if (!asked) return null;
  const { drop, evidence, coUnits, note } = (fieldOf(asked, 'change') ?? {}) as ScopeChange;
  const named = (id: string): string => looked.item.milestoneList.find((one) => one.id === id)?.title ?? id;
  const unitName = (id: string): string => looked.item.coUnits.find((one) => one.id === id)?.name ?? id;
  const said = text.sign.change;
  const lines = [
    ...(drop === undefined ? [] : [said.drop(named(drop))]),
    ...(evidence === undefined ? [] : [said.evidence(named(evidence.milestone), evidence.evidence)]),
    ...(coUnits === undefined
      ? []
      : [coUnits.length === 0 ? said.noCoUnits : said.coUnits(coUnits.map(unitName).join(text.sign.joined))]),
    ...(note === undefined || note === '' ? [] : [note]),
  ];
  return { key: 'change', lines };
};

/** What each co-unit said when it countersigned this request. */
const coUnits: RowOf = ({ history }) => {
  const since = history.find(({ type }) => type === 'closingRequested')?.seq ?? 0;
  const lines = history
    .filter(({ type, seq }) => type === 'countersigned' && seq > since)
    .map((entry) => entry.text);
  return lines.length === 0 ? null : { key: 'co_units', lines };
};

/** What happens by itself without a signature. */
const otherwise: RowOf = ({ entry }) =>
  entry.otherwise && {
    key: 'otherwise',
    lines: [entry.otherwise.text],
    caption: [
      fullInstant(entry.otherwise.at),
      ...(entry.otherwise.told.length === 0
        ? []
        : [text.sign.told(entry.otherwise.told.map((post) => words.posts[post]).join(text.sign.joined))]),
    ].join(text.sign.comma),
  };

const byKind: Partial<Readonly<Record<CaseKind, readonly RowOf[]>>> = {
  listing_signature: [stuck, basis, unitSays, officeSays],
  delisting_signature: [basis, unitSays, officeSays],
  closing_signature: [unitSays, officeSays, coUnits],
  strike_off_signature: [measures, basis, officeSays],
  extension: [extension, stuck, unitSays, officeSays],
  change: [change, unitSays, officeSays],
  suspension: [basis, unitSays],
  obstacle: [unitSays, stuck, officeSays],
};

const usual: readonly RowOf[] = [stuck, basis, unitSays, officeSays];

export const rowsOf = (looked: Looked): readonly Row[] =>
  [...((looked.entry.case && byKind[looked.entry.case]) ?? usual), otherwise].flatMap(
    (row) => row(looked) ?? [],
  );
