/** What is late and how the units answer, as the office works through it. */
import type { z } from 'zod';
import { climbOf, isListingOrGraver, nextOfClimb, worstOverdue, type Climbed } from '../../domain/climb.js';
import { rulesFor, type Context } from '../../domain/context.js';
import type { Instant } from '../../domain/instants.js';
import { lastDayOf, type ItemState, type Milestone } from '../../domain/item.js';
import { stepDays } from '../../domain/owing.js';
import { audienceOf, type Audience } from '../../store/audience.js';
import type { Tx } from '../../store/database.js';
import { contextAt, planNow, type PlanRow } from '../../store/plans.js';
import { answersOf, pressedCounts, type AnswerRow } from '../../store/views/answers.js';
import { itemPage as pageOfItems, type ItemPageRow } from '../../store/views/board.js';
import { statesOf } from '../../store/views/item-page.js';
import { listPressed, type pressedItem } from '../contract/pressed.js';
import { paged, readCursor } from '../cursor.js';
import { namesFor, sentence, type Names } from '../say.js';
import { serve, type Served } from '../serve.js';
import { shown, shownOrNull } from '../times.js';
import type { Words } from '../words/index.js';
import { cursorFor } from './items.js';
import { stepsShown, withTitles, type Regard } from './steps-shown.js';
import { visiblePlan } from './visible-item.js';

type Shown = z.input<typeof pressedItem>;

const climbShown = (climb: readonly Climbed[], words: Words): Shown['climb'] =>
  climb.map(({ rung, state, at }) => ({
    rung,
    title: words.rungs[rung],
    state,
    listing: isListingOrGraver(rung),
    at: shownOrNull(at),
  }));

const milestoneShown = (milestone: Milestone, { at, rules }: Regard): Shown['milestone'] => {
  const { id, title, due, urges, overdueAt } = milestone;
  const days = stepDays(
    { since: overdueAt, until: lastDayOf(milestone), over: overdueAt !== null },
    at,
    rules.calendar,
  );
  return { id, title, due, urges, workingDaysOver: days.over };
};

const answerShown = (row: AnswerRow | undefined, regard: Regard): Shown['answer'] => ({
  answered:
    row?.answer && row.answeredAt !== null
      ? { at: shown(row.answeredAt), text: sentence(row.answer, regard, regard.names, regard.words) }
      : null,
  demands: row?.demands ?? 0,
  demandedSince: shownOrNull(row?.demandedSince ?? null),
  unread: row?.unread ?? 0,
});

const isUnits = ({ by }: { readonly by: string }): boolean => by === 'unit' || by === 'co_unit';

const entryShown = (row: ItemPageRow, regard: Regard, answer: AnswerRow | undefined): Shown => {
  const { state, rules, words, names, planId } = regard;
  const milestone = worstOverdue(state);
  const climb = milestone === null ? [] : climbOf(state, milestone, rules);
  const next = nextOfClimb(climb);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    tile: row.tile,
    unit: { id: row.unitId, name: names.unit(planId, row.unitId) },
    version: row.version,
    light: row.light,
    level: row.level,
    lifecycle: row.lifecycle,
    milestone: milestone && milestoneShown(milestone, regard),
    climb: climbShown(climb, words),
    next: next && { rung: next.rung, title: words.rungs[next.rung], at: shown(next.at) },
    waiting: stepsShown(regard).find((step) => !isUnits(step)) ?? null,
    answer: answerShown(answer, regard),
  };
};

interface Look {
  readonly plan: PlanRow;
  readonly at: Instant;
  readonly context: Context;
  readonly audience: Audience;
  readonly names: Names;
  readonly words: Words;
}

const regardOf = (itemId: string, state: ItemState, look: Look): Regard => ({
  planId: look.plan.id,
  itemId,
  state,
  at: look.at,
  rules: rulesFor(state, look.context),
  audience: look.audience,
  names: withTitles(look.names, state),
  words: look.words,
});

const entriesShown = async (tx: Tx, rows: readonly ItemPageRow[], look: Look): Promise<Shown[]> => {
  const ids = rows.map(({ id }) => id);
  const states = await statesOf(tx, ids);
  const answers = new Map((await answersOf(tx, ids)).map((row) => [row.itemId, row]));
  return rows.flatMap((row) => {
    const state = states.get(row.id);
    return state ? [entryShown(row, regardOf(row.id, state, look), answers.get(row.id))] : [];
  });
};

const list = serve(listPressed, ({ context: { db, now }, caller, params, query, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const at = planNow(plan, now());
    const found = await pageOfItems(tx, caller, {
      filter: {
        planId: plan.id,
        overdue: query.only === 'overdue' ? true : undefined,
        unanswered: query.only === 'unanswered' ? true : undefined,
      },
      order: 'danger',
      after: readCursor(query.cursor, cursorFor('danger'))?.[1] ?? null,
      limit: query.limit,
    });
    const { rows, next } = paged(found, query.limit, (row: ItemPageRow) => ['danger', row.sortKey]);
    const entries = await entriesShown(tx, rows, {
      plan,
      at,
      context: await contextAt(tx, plan, at),
      audience: await audienceOf(tx, plan.id),
      names: await namesFor(tx, { plans: [plan.id], items: [], people: [] }),
      words,
    });
    const counts = await pressedCounts(tx, caller, plan.id);
    return { as: 'ok', body: { entries, next, asOf: shown(at), counts: { ...counts } } };
  }),
);

export const pressedRoutes: readonly Served[] = [list];
