/** What an edit of a plan's books would move, item by item, computed by the rules that would move it. Nothing is written. */
import { setImmediate } from 'node:timers/promises';
import { createCalendar } from '../../domain/calendar.js';
import type { Context } from '../../domain/context.js';
import { parseInstant, type Instant } from '../../domain/instants.js';
import { previewOf, type Moved } from '../../domain/moves.js';
import type { PlanCommand } from '../../domain/plan-commands.js';
import { planFault, yearsWith } from '../../domain/plan-rules.js';
import { refuse } from '../../domain/refusals.js';
import type { Tx } from '../../store/database.js';
import { booksOf, calendarOf, outagesOf, policiesOf } from '../../store/plan-books.js';
import { contextAt, planNow, type PlanRow } from '../../store/plans.js';
import { runningItemsOf, type RunningItem } from '../../store/views/forecast.js';
import * as contract from '../contract/plan-books.js';
import { refusalProblem } from '../problem.js';
import { factOf, namesFor, namingOf, sentence } from '../say.js';
import { serve, type Served } from '../serve.js';
import type { Caller } from '../sign-in.js';
import { shown, shownOrNull } from '../times.js';
import { caseNamed, type Naming, type Words } from '../words/index.js';
import { visiblePlan } from './visible-item.js';

/** Items of a plan that one answer looks at. */
const itemsAtMost = 1000;

interface Edit {
  readonly command: Parameters<typeof previewOf>[1];
  /** Policies and calendars as they would be. */
  readonly context: Context;
}

interface Looking {
  readonly caller: Caller;
  readonly words: Words;
  readonly plan: PlanRow;
  readonly now: Instant;
  /** Null = all. */
  readonly only: readonly string[] | null;
}

const titleOf = ({ kind, subject, rung }: Moved, words: Words, naming: Naming): string => {
  switch (kind) {
    case 'due':
    case 'rung':
      return words.moves[kind](naming.milestone(subject), rung);
    case 'term':
    case 'step':
      return words.moves[kind](caseNamed(subject, words, naming), null);
    case 'standing':
      return words.moves.standing('', null);
  }
};

const movesOf = async (tx: Tx, { command, context }: Edit, { caller, words, plan, now, only }: Looking) => {
  const { items, leftOut } = await runningItemsOf(tx, caller, plan.id, itemsAtMost);
  const looked = only === null ? items : items.filter(({ id }) => only.includes(id));
  const names = await namesFor(tx, { plans: [plan.id], items: looked.map(({ id }) => id), people: [] });
  const shownItems = [];
  for (const [index, item] of looked.entries()) {
    const preview = previewOf(item.snapshot, command, now, context);
    // Others are served in between: many items take a while.
    if (index % 50 === 49) await setImmediate();
    if (preview === null || preview.moved.length === 0) continue;
    const naming = namingOf(names, plan.id, item.id);
    const moves = preview.moved.map((moved) => ({
      kind: moved.kind,
      subject: moved.subject,
      title: titleOf(moved, words, naming),
      from: shownOrNull(moved.from),
      to: shownOrNull(moved.to),
    }));
    const about = { planId: plan.id, itemId: item.id };
    const atOnce = preview.atOnce.map((event) => ({
      type: event.type,
      text: sentence(factOf(event), about, names, words),
    }));
    shownItems.push({ item: headOf(item), moves, atOnce });
  }
  return { asOf: shown(now), items: shownItems, unmoved: looked.length - shownItems.length, leftOut };
};

const headOf = ({ id, number, title, tile }: RunningItem) => ({ id, number, title, tile });

/** An edit that would be refused for what it says has no preview. */
const requireSound = async (
  tx: Tx,
  plan: PlanRow,
  caller: Caller,
  command: PlanCommand,
  now: Instant,
): Promise<void> => {
  const fault = planFault(await booksOf(tx, plan), command, caller.actor, now);
  if (fault !== null) throw refusalProblem(fault);
};

const calendar = serve(contract.previewCalendar, ({ context, caller, params, body, words }) =>
  context.db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const now = planNow(plan, context.now());
    await requireSound(tx, plan, caller, { type: 'updateCalendar', year: body }, now);
    const { years } = await calendarOf(tx, plan);
    const present = await contextAt(tx, plan, now);
    const version = plan.calendarVersion + 1;
    const calendars = new Map([...present.calendars, [version, createCalendar(yearsWith(years, body))]]);
    const edit: Edit = { command: { type: 'adoptCalendar', version }, context: { ...present, calendars } };
    return { as: 'ok', body: await movesOf(tx, edit, { caller, words, plan, now, only: null }) };
  }),
);

const adoption = serve(contract.previewAdoption, ({ context, caller, params, body, words }) =>
  context.db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const now = planNow(plan, context.now());
    const named = (await policiesOf(tx, plan.id)).find(({ version }) => version === params.version);
    if (!named) throw refusalProblem(refuse('no_such_case', `policy/${params.version}`));
    const command = { type: 'adoptPolicy', policy: named.policy } as const;
    const edit: Edit = { command, context: await contextAt(tx, plan, now) };
    const only = body.items ?? null;
    return { as: 'ok', body: await movesOf(tx, edit, { caller, words, plan, now, only }) };
  }),
);

const outage = serve(contract.previewOutage, ({ context, caller, params, body, words }) =>
  context.db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const now = planNow(plan, context.now());
    const [from, to] = [parseInstant(body.from) ?? 0, parseInstant(body.to) ?? 0];
    await requireSound(tx, plan, caller, { type: 'recordOutage', from, to, reason: '' }, now);
    const others = (await outagesOf(tx, plan.id)).filter(({ confirmedBy }) => confirmedBy !== null);
    const edit: Edit = {
      command: { type: 'adoptOutage', outage: 0, from, to, others },
      context: await contextAt(tx, plan, now),
    };
    return { as: 'ok', body: await movesOf(tx, edit, { caller, words, plan, now, only: null }) };
  }),
);

export const previewRoutes: readonly Served[] = [calendar, adoption, outage];
