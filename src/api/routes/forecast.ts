/** Forecasts: the rules run ahead on what is recorded, for one item or a plan, as they are or under another policy. */
import { setImmediate } from 'node:timers/promises';
import type { Context } from '../../domain/context.js';
import { forecast, underPolicy, type Moment } from '../../domain/forecast.js';
import { dayMs, type Instant } from '../../domain/instants.js';
import type { ItemState } from '../../domain/item.js';
import type { PolicyOverrides } from '../../domain/policy.js';
import type { Tx } from '../../store/database.js';
import { contextAt, planNow, type PlanRow } from '../../store/plans.js';
import { runningItemsOf, type RunningItem } from '../../store/views/forecast.js';
import { askItemWhatIf, askPlanWhatIf, getItemForecast, getPlanForecast } from '../contract/forecast.js';
import type { ApiContext } from '../deps.js';
import { namesFor } from '../say.js';
import { serve, type Served } from '../serve.js';
import type { Caller } from '../sign-in.js';
import { shown } from '../times.js';
import type { Words } from '../words/index.js';
import { courseShown, momentShown, type Course, type ItemAhead, type Telling } from './forecast-shown.js';
import { planOfItem, visibleItem, visiblePlan } from './visible-item.js';

/** Items of a plan that one answer looks at. */
const itemsAtMost = 1000;

interface Window {
  readonly now: Instant;
  readonly until: Instant;
  readonly context: Context;
}

const windowOf = async (tx: Tx, plan: PlanRow, wall: Instant, days: number): Promise<Window> => {
  const now = planNow(plan, wall);
  return { now, until: now + days * dayMs, context: await contextAt(tx, plan, now) };
};

const windowShown = ({ now, until }: Window) => ({ asOf: shown(now), until: shown(until) });

interface Looking {
  readonly context: ApiContext;
  readonly caller: Caller;
  readonly query: { readonly days: number };
  readonly words: Words;
}

const itemIn = ({ context: { db, now }, caller, query, words }: Looking, id: string) =>
  db.asReader(caller.actor, async (tx) => {
    const item = await visibleItem(tx, caller, id);
    const plan = await planOfItem(tx, item);
    const names = await namesFor(tx, { plans: [plan.id], items: [item.id], people: [] });
    const telling: Telling = { planId: plan.id, names, words };
    return { item, window: await windowOf(tx, plan, now(), query.days), telling };
  });

const momentsOf = (state: ItemState, { now, until, context }: Window): readonly Moment[] =>
  forecast(state, now, until, context);

const changed = (state: ItemState, { now, context }: Window, overrides: PolicyOverrides): ItemState =>
  underPolicy(state, now, overrides, context);

const getOfItem = serve(getItemForecast, async (ask) => {
  const { item, window, telling } = await itemIn(ask, ask.params.item);
  const entries = momentsOf(item.snapshot, window).map((moment) => momentShown(moment, item.id, telling));
  return { as: 'ok', body: { ...windowShown(window), entries } };
});

const askOfItem = serve(askItemWhatIf, async (ask) => {
  const { item, window, telling } = await itemIn(ask, ask.params.item);
  const show = (state: ItemState) =>
    momentsOf(state, window).map((moment) => momentShown(moment, item.id, telling));
  const other = changed(item.snapshot, window, ask.body.policy as PolicyOverrides);
  return {
    as: 'ok',
    body: { ...windowShown(window), present: show(item.snapshot), whatIf: show(other) },
  };
});

const planIn = ({ context: { db, now }, caller, query, words }: Looking, id: string) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, id);
    const { items, leftOut } = await runningItemsOf(tx, caller, plan.id, itemsAtMost);
    const people = items.flatMap(({ snapshot }) => snapshot.caseOfficer ?? []);
    const names = await namesFor(tx, { plans: [plan.id], items: items.map((item) => item.id), people });
    const telling: Telling = { planId: plan.id, names, words };
    return { items, leftOut, window: await windowOf(tx, plan, now(), query.days), telling };
  });

type InPlan = Awaited<ReturnType<typeof planIn>>;

const spanShown = ({ window, items, leftOut }: InPlan) => ({
  ...windowShown(window),
  items: { looked: items.length, leftOut },
});

/** `stateOf`: what of an item the look ahead begins with. Others are served in between: many items take a while. */
const courseOf = async (
  { items, window, telling }: InPlan,
  stateOf: (item: RunningItem) => ItemState,
): Promise<Course> => {
  const ahead: ItemAhead[] = [];
  for (const item of items) {
    const state = stateOf(item);
    ahead.push({ item, state, moments: momentsOf(state, window) });
    if (ahead.length % 20 === 0) await setImmediate();
  }
  return courseShown(ahead, window.until, telling);
};

const asItIs = ({ snapshot }: RunningItem): ItemState => snapshot;

const getOfPlan = serve(getPlanForecast, async (ask) => {
  const found = await planIn(ask, ask.params.plan);
  return { as: 'ok', body: { ...spanShown(found), ...(await courseOf(found, asItIs)) } };
});

const askOfPlan = serve(askPlanWhatIf, async (ask) => {
  const found = await planIn(ask, ask.params.plan);
  const overrides = ask.body.policy as PolicyOverrides;
  const present = await courseOf(found, asItIs);
  const whatIf = await courseOf(found, ({ snapshot }) => changed(snapshot, found.window, overrides));
  return { as: 'ok', body: { ...spanShown(found), present, whatIf } };
});

export const forecastRoutes: readonly Served[] = [getOfItem, askOfItem, getOfPlan, askOfPlan];
