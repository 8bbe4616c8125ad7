/** One item with everything its page shows, as of an instant of plan time. */
import type { z } from 'zod';
import { available } from '../../domain/decide.js';
import { explain, type Explanation, type MilestoneExplanation, type WayBack } from '../../domain/explain.js';
import { dateOf, type Instant } from '../../domain/instants.js';
import { isOverdue, type ItemState, type Milestone } from '../../domain/item.js';
import { measureStatus } from '../../domain/list.js';
import { rulesFor, type Context } from '../../domain/context.js';
import type { Tx } from '../../store/database.js';
import { evidenceOf, type FileUse, type Upload } from '../../store/files.js';
import { eventsOf } from '../../store/events.js';
import type { ItemRow } from '../../store/items.js';
import { unitsOf, type PlanRow } from '../../store/plans.js';
import { openCasesOf, planEntries } from '../../store/views/board.js';
import { issuedOfItem } from '../../store/views/history.js';
import { printedItemOf } from '../../store/views/item-page.js';
import type { itemPage } from '../contract/item-shapes.js';
import { problemText } from '../problem.js';
import { documentShown, namesFor, type Names } from '../say.js';
import type { Caller } from '../sign-in.js';
import { shown, shownOrNull } from '../times.js';
import type { Language, Words } from '../words/index.js';
import { cardShown } from './item-card.js';

type Page = z.input<typeof itemPage>;

export interface Look {
  readonly item: ItemRow;
  readonly plan: PlanRow;
  readonly at: Instant;
  readonly context: Context;
  readonly caller: Caller;
  readonly words: Words;
  readonly language: Language;
}

type Evidence = FileUse & Upload;

const fileShown = ({ uploadId, name, sizeBytes, sha256, mediaType }: Evidence) => ({
  id: uploadId,
  name,
  sizeBytes,
  sha256,
  mediaType,
});

/** Persons the page mentions, to be named. */
const personsOf = (state: ItemState): string[] => [
  ...(state.caseOfficer === null ? [] : [state.caseOfficer]),
  ...state.milestones.flatMap(({ submitted }) => (submitted ? [submitted.by] : [])),
  ...state.extensions.flatMap(({ by }) => by),
  ...(state.change?.by ?? []),
  ...state.submitters,
  ...state.verifiers,
];

const submittedShown = ({ submitted }: Milestone, names: Names, evidence: readonly Evidence[]) =>
  submitted && {
    at: shown(submitted.at),
    inTime: submitted.inTime,
    by: { id: submitted.by, name: names.person(submitted.by) },
    files: submitted.files
      .flatMap((id) => evidence.find(({ uploadId }) => uploadId === id) ?? [])
      .map(fileShown),
  };

const milestoneShown = (
  milestone: Milestone,
  explained: MilestoneExplanation | undefined,
  names: Names,
  evidence: readonly Evidence[],
): Page['milestoneList'][number] => ({
  id: milestone.id,
  title: milestone.title,
  evidence: milestone.evidence,
  due: milestone.due,
  firstDue: milestone.firstDue,
  basis: milestone.basis,
  weight: milestone.weight,
  measures: [...milestone.measures],
  status: milestone.status,
  confirmed: milestone.confirmed,
  light: explained?.light ?? 'grey',
  epoch: milestone.epoch,
  overdue: isOverdue(milestone),
  daysOverdue: explained?.daysOverdue ?? 0,
  marks: explained?.marks ?? 0,
  urges: milestone.urges,
  letters: milestone.letters,
  extensionsGranted: milestone.extensionsGranted,
  submitted: submittedShown(milestone, names, evidence),
  endedAt: shownOrNull(milestone.endedAt),
  onTime: milestone.onTime,
});

const explanationShown = (
  explanation: Explanation,
  words: Words,
  nameOf: (id: string) => string,
): Page['explanation'] => {
  const milestoneOf = (way: WayBack): string | null => ('milestone' in way ? way.milestone : null);
  return {
    light: explanation.light,
    rule: explanation.rule,
    milestone: explanation.milestone,
    level: explanation.level,
    text: words.rules[explanation.rule],
    milestones: explanation.milestones.map(({ ahead, heldSince, ...rest }) => ({
      ...rest,
      ahead: ahead.map(({ rung, at }) => ({ rung, at: shown(at) })),
      heldSince: heldSince && { at: shown(heldSince.at), cause: heldSince.cause },
    })),
    wayBack: explanation.wayBack.map((way) => ({
      step: way.step,
      milestone: milestoneOf(way),
      byUnit: way.byUnit,
      text: words.waysBack[way.step](nameOf(milestoneOf(way) ?? '')),
    })),
  };
};

const availableShown = (state: ItemState, look: Look): Page['available'] => {
  const { context, at, caller, words, language } = look;
  const moment = { ...rulesFor(state, context), at, actor: caller.actor, context };
  return available(state, moment)
    .filter(({ command }) => command !== 'adoptCalendar')
    .map(({ command, allowed, reason }) => ({
      command,
      title: words.commands[command],
      allowed,
      reason: reason && problemText(reason.refused, reason.detail, language),
    }));
};

const listingShown = ({ listing }: ItemState): Page['listing'] =>
  listing && {
    n: listing.n,
    level: listing.level,
    startedAt: shown(listing.startedAt),
    standings: listing.standings,
    reported: listing.reported,
    planAccepted: listing.planAccepted,
  };

/** When each piece of evidence was handed in, by the number of its event. */
const instantsOf = async (
  tx: Tx,
  item: ItemRow,
  evidence: readonly Evidence[],
): Promise<ReadonlyMap<number, Instant>> => {
  const first = Math.min(...evidence.map(({ eventSeq }) => eventSeq));
  const events = evidence.length === 0 ? [] : await eventsOf(tx, item.id, { after: first - 1 });
  return new Map(events.map(({ seq, at }) => [seq, at]));
};

export const itemShown = async (tx: Tx, look: Look): Promise<Page> => {
  const { item, plan, at, context, words } = look;
  const state = item.snapshot;
  const evidence = await evidenceOf(tx, item.id);
  const instants = await instantsOf(tx, item, evidence);
  const names = await namesFor(tx, { plans: [plan.id], items: [item.id], people: personsOf(state) });
  const printed = await printedItemOf(tx, plan.id, item.number);
  const unit = (await unitsOf(tx, plan.id)).find(({ id }) => id === state.unit);
  const explanation = explain(state, at, rulesFor(state, context));
  const titleOf = (id: string) => `${id}“${names.milestone(item.id, id)}”`;
  return {
    ...cardShown(item, await openCasesOf(tx, [item.id]), names, words),
    asOf: shown(at),
    today: dateOf(at),
    planShort: (await planEntries(tx, plan.id))[0]?.short ?? plan.title,
    caseOfficer:
      state.caseOfficer === null ? null : { id: state.caseOfficer, name: names.person(state.caseOfficer) },
    leaderInCharge: unit?.leaderInCharge ?? null,
    policyVersion: state.policy.version,
    calendarVersion: state.calendarVersion,
    lines: [...(printed?.lines ?? [])],
    indicators: [...(printed?.indicators ?? [])],
    notes: (printed?.notes ?? []).map(({ lines, text }) => ({ lines: [...lines], text })),
    milestoneList: state.milestones.map((milestone) =>
      milestoneShown(
        milestone,
        explanation.milestones.find((m) => m.milestone === milestone.id),
        names,
        evidence,
      ),
    ),
    measureList: state.measures.map((measure) => ({
      id: measure.id,
      text: measure.text,
      status: measureStatus(state, measure),
      milestones: state.milestones.filter((m) => m.measures.includes(measure.id)).map(({ id }) => id),
    })),
    explanation: explanationShown(explanation, words, titleOf),
    available: availableShown(state, look),
    listing: listingShown(state),
    proposal: state.proposal && { level: state.proposal.level, milestone: state.proposal.milestone },
    extensions: state.extensions.map(({ milestone, to, late, by }) => ({
      milestone,
      to,
      late,
      by: by.map((id) => ({ id, name: names.person(id) })),
    })),
    change: state.change && { ...state.change },
    decomposition: state.decomposition && { ...state.decomposition },
    strikeOff: [...(state.strikeOff?.measures ?? [])],
    suspendedSince: shownOrNull(state.suspendedSince),
    documents: (await issuedOfItem(tx, item.id)).map((row) => documentShown(row, names, words)),
    evidence: evidence.map((one) => ({
      seq: one.eventSeq,
      milestone: one.milestoneId,
      at: shown(instants.get(one.eventSeq) ?? item.settledAt),
      file: fileShown(one),
    })),
    people: Object.fromEntries(personsOf(state).map((id) => [id, names.person(id)])),
  };
};
