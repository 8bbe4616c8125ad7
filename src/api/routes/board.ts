/** Routes of the wall: as it is, as it was, and how it came to be so. */
import type { z } from 'zod';
import { knownBy, lastMomentOf, stateAfter } from '../../domain/as-of.js';
import { rulesFor } from '../../domain/context.js';
import { addDays, dateOf, type Instant, type IsoDate } from '../../domain/instants.js';
import { runningCounts } from '../../domain/trend.js';
import { audienceOf, type Audience } from '../../store/audience.js';
import type { Tx } from '../../store/database.js';
import { logsOf } from '../../store/events.js';
import { withLooks } from '../../store/looks.js';
import { contextAt, planNow, type PlanRow } from '../../store/plans.js';
import { sectionsOf } from '../../store/views/plan-heading.js';
import type { Glance } from '../../store/views/seen-looks.js';
import { wallChanges, wallOf, wallTallies, type WallItem } from '../../store/views/wall.js';
import { getAsOf, getBoard, getTrend, type board } from '../contract/board.js';
import { Problem } from '../problem.js';
import { namesFor, personsIn } from '../say.js';
import { serve, type Served } from '../serve.js';
import type { Caller } from '../sign-in.js';
import { shown } from '../times.js';
import type { Words } from '../words/index.js';
import { listingsShown, signaturesShown, type Sight } from './enforcement-shown.js';
import { withTitles } from './steps-shown.js';
import { tallyOf } from './tally-shown.js';
import { visiblePlan } from './visible-item.js';
import { countsShown, unitsShown, wallItemShown } from './wall-shown.js';

type Board = z.input<typeof board>;

/** Whose wall, of which moment, in whose words. */
interface Look {
  readonly plan: PlanRow;
  readonly caller: Caller;
  /** The moment; of a day that is over its last. */
  readonly at: Instant;
  readonly past: boolean;
  readonly section: number | null;
  readonly words: Words;
}

/** More tiles than this nobody takes in; of a larger plan the most dangerous are shown, or one section. */
const mostItems = 400;
/** A rail is read from left to right. */
const mostOnRail = 60;
const weekDays = 7;

const glanceOf = ({ plan, caller, at, past }: Look): Glance => ({
  viewer: caller,
  planId: plan.id,
  at: past ? at : null,
});

/** The same items a week before; null where the plan had not begun. */
const weekBefore = async (tx: Tx, look: Look): Promise<Board['lastWeek']> => {
  const date = addDays(dateOf(look.at), -weekDays);
  const at = lastMomentOf(date);
  if (at < look.plan.importedAt) return null;
  return { date, ...countsShown(await wallTallies(tx, { ...glanceOf(look), at })) };
};

const sightsOf = async (
  tx: Tx,
  { plan, at, past, words }: Look,
  items: readonly WallItem[],
  audience: Audience,
): Promise<readonly Sight[]> => {
  const ids = items.map(({ itemId }) => itemId);
  const [logs, context] = [await logsOf(tx, ids), await contextAt(tx, plan, at)];
  const people = personsIn([...logs.values()].flat());
  const names = await namesFor(tx, { plans: [plan.id], items: [], people });
  return items.flatMap((item) => {
    const events = knownBy(logs.get(item.itemId) ?? [], past ? at : Infinity);
    const state = stateAfter(events);
    if (state === null) return [];
    const rules = rulesFor(state, context);
    const of = { planId: plan.id, itemId: item.itemId, state, at, rules, audience, words };
    return [
      { item, events, regard: { ...of, names: withTitles(names, state) }, calendars: context.calendars },
    ];
  });
};

const byNumber = (a: WallItem, b: WallItem): number => a.number - b.number;

const boardShown = async (tx: Tx, look: Look): Promise<Board> => {
  const { plan, caller, at, past } = look;
  const glance = glanceOf(look);
  const { calendars } = await contextAt(tx, plan, at);
  const then = { at, calendars };
  const names = await namesFor(tx, { plans: [plan.id], items: [], people: [] });
  const audience = await audienceOf(tx, plan.id);
  const limits = { section: look.section, items: mostItems, onRail: mostOnRail };
  const { tallies, units, returns, items, enforced, awaiting } = await wallOf(tx, glance, limits);
  const listed = await sightsOf(tx, look, enforced, audience);
  const signed = await sightsOf(tx, look, awaiting, audience);
  const total = tallyOf(tallies);
  const inSection = tallies.filter(({ section }) => look.section === null || section === look.section);
  return {
    asOf: shown(at),
    date: dateOf(at),
    past,
    began: dateOf(plan.importedAt),
    events: tallies.reduce((sum, { events }) => sum + events, 0),
    counts: countsShown(tallies),
    lastWeek: await weekBefore(tx, look),
    total,
    sections: (await sectionsOf(tx, plan.id)).map(({ number, short }) => ({
      number,
      short,
      tally: tallyOf(tallies.filter(({ section }) => section === number)),
    })),
    units: [...unitsShown(audience.units, units, returns, then)],
    items: [...items].sort(byNumber).map((item) => wallItemShown(item, names, then)),
    leftOut: inSection.reduce((sum, row) => sum + row.items, 0) - items.length,
    listings: [...listingsShown(listed)],
    signatures: [...signaturesShown(signed, caller, past)],
  };
};

/** The moment to be looked at for a date: now on the present day, else the last of the day; refuses others. */
const momentOf = (plan: PlanRow, date: IsoDate, now: Instant): Pick<Look, 'at' | 'past'> => {
  const today = dateOf(now);
  if (date > today) throw new Problem('day_not_come');
  const began = dateOf(plan.importedAt);
  if (date < began) throw new Problem('before_the_plan', { detail: began });
  return date === today ? { at: now, past: false } : { at: lastMomentOf(date), past: true };
};

const present = serve(getBoard, ({ context: { db, now }, caller, params, query, words }) =>
  withLooks(db, caller.actor, params.plan, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const at = planNow(plan, now());
    const section = query.section ?? null;
    return { as: 'ok', body: await boardShown(tx, { plan, caller, at, past: false, section, words }) };
  }),
);

const asOf = serve(getAsOf, ({ context: { db, now }, caller, params, query, words }) =>
  withLooks(db, caller.actor, params.plan, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const moment = momentOf(plan, params.date, planNow(plan, now()));
    const section = query.section ?? null;
    return { as: 'ok', body: await boardShown(tx, { plan, caller, ...moment, section, words }) };
  }),
);

const trend = serve(getTrend, ({ context: { db, now }, caller, params }) =>
  withLooks(db, caller.actor, params.plan, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const body = {
      from: dateOf(plan.importedAt),
      to: dateOf(planNow(plan, now())),
      points: [...runningCounts(await wallChanges(tx, caller, plan.id))],
    };
    return { as: 'ok', body };
  }),
);

export const boardRoutes: readonly Served[] = [present, asOf, trend];
