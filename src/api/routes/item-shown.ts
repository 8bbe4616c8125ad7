/** One item with everything its page shows, as of an instant of plan time. */
import type { z } from 'zod';
import { explain } from '../../domain/explain.js';
import { dateOf, type Instant } from '../../domain/instants.js';
import type { ItemState } from '../../domain/item.js';
import { measureStatus } from '../../domain/list.js';
import { rulesFor, type Context } from '../../domain/context.js';
import { stairFacts } from '../../domain/stair-rungs.js';
import { staircaseOf } from '../../domain/staircase.js';
import type { Tx } from '../../store/database.js';
import { evidenceOf } from '../../store/files.js';
import { eventsOf, eventsOfTypes } from '../../store/events.js';
import type { ItemRow } from '../../store/items.js';
import { audienceOf } from '../../store/audience.js';
import type { PlanRow } from '../../store/plans.js';
import { planEntries, type OpenCase } from '../../store/views/board.js';
import { issuedOfItem } from '../../store/views/history.js';
import { neighboursOf, printedItemOf } from '../../store/views/item-page.js';
import type { itemPage } from '../contract/item-shapes.js';
import { documentShown, namesFor, namingOf } from '../say.js';
import type { Caller } from '../sign-in.js';
import { shown, shownOrNull } from '../times.js';
import type { Language, Words } from '../words/index.js';
import { availableShown } from './available-shown.js';
import { cardShown } from './item-card.js';
import { explanationShown } from './explanation-shown.js';
import { fileShown, milestoneShown, type Evidence } from './milestone-shown.js';
import { listingShown } from './listing-shown.js';
import { staircaseShown } from './staircase-shown.js';
import { stepsShown, withTitles } from './steps-shown.js';

type Page = z.input<typeof itemPage>;

export interface Look {
  readonly item: ItemRow;
  /** Until when the caller's unit had the item, which is then as it was; null = it is as it is. */
  readonly formerUntil: Instant | null;
  readonly plan: PlanRow;
  readonly at: Instant;
  readonly context: Context;
  readonly caller: Caller;
  readonly words: Words;
  readonly language: Language;
}

/** Persons the page mentions, to be named. */
const personsOf = (state: ItemState): string[] => [
  ...(state.caseOfficer === null ? [] : [state.caseOfficer]),
  ...state.milestones.flatMap(({ submitted }) => (submitted ? [submitted.by] : [])),
  ...state.extensions.flatMap(({ by }) => by),
  ...(state.change?.by ?? []),
  ...state.submitters,
  ...state.verifiers,
];

const openCases = ({ id: itemId, snapshot }: ItemRow): readonly OpenCase[] =>
  snapshot.cases.map(({ id, kind, subject, owedBy, unit, since, until, overAt }) => ({
    itemId,
    id,
    unitId: unit ?? snapshot.unit,
    kind,
    subject,
    owedBy,
    since,
    until,
    overAt,
  }));

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
  // What came after the version looked at is not of it.
  const evidence = (await evidenceOf(tx, item.id)).filter(({ eventSeq }) => eventSeq <= item.version);
  const instants = await instantsOf(tx, item, evidence);
  const named = await namesFor(tx, { plans: [plan.id], items: [], people: personsOf(state) });
  const names = withTitles(named, state);
  const naming = namingOf(names, plan.id, item.id);
  const printed = await printedItemOf(tx, plan.id, item.number);
  const audience = await audienceOf(tx, plan.id);
  const unit = audience.units.find(({ id }) => id === state.unit);
  const rules = rulesFor(state, context);
  const steps = stepsShown({ planId: plan.id, itemId: item.id, state, at, rules, audience, names, words });
  const explanation = explain(state, at, rules);
  const staircase = staircaseOf(state, await eventsOfTypes(tx, item.id, stairFacts, item.version), at, rules);
  const documents = (await issuedOfItem(tx, item.id))
    .filter(({ eventSeq }) => eventSeq <= item.version)
    .map((row) => documentShown(row, names, words));
  return {
    ...cardShown(item, openCases(item), steps[0] ?? null, names, words),
    asOf: shown(at),
    today: dateOf(at),
    former: look.formerUntil === null ? null : { until: shown(look.formerUntil) },
    steps,
    stages: state.lifecycles.map((change) => ({ lifecycle: change.lifecycle, at: shown(change.at) })),
    ...(await neighboursOf(tx, look.caller, plan.id, item.number)),
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
    explanation: explanationShown(explanation, words, naming),
    staircase: staircase && staircaseShown(staircase, documents, words),
    available: look.formerUntil === null ? availableShown(state, look, naming) : [],
    listing: listingShown(state, look, naming),
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
    documents,
    evidence: evidence.map((one) => ({
      seq: one.eventSeq,
      milestone: one.milestoneId,
      at: shown(instants.get(one.eventSeq) ?? item.settledAt),
      file: fileShown(one),
    })),
    people: Object.fromEntries(personsOf(state).map((id) => [id, names.person(id)])),
  };
};
