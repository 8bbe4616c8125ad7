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
import type { Viewer } from '../../store/views/visible.js';
import { wallChanges, wallOf, wallTallies, type WallItem } from '../../store/views/wall.js';
import { getAsOf, getBoard, getTrend, type board } from '../contract/board.js';
import { Problem } from '../problem.js';
import { namesFor, personsIn } from '../say.js';
import { serve, type Ask, type Served } from '../serve.js';
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
  readonly viewer: Viewer;
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

const glanceOf = ({ plan, viewer, at, past }: Look): Glance => ({
  viewer,
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

/** The wall as all see it who see the same items, and where signatures are waited for: whose they are differs. */
interface WallShown extends Omit<Board, 'signatures'> {
  readonly awaiting: readonly Sight[];
}

const wallShown = async (tx: Tx, look: Look): Promise<WallShown> => {
  const { plan, at, past } = look;
  const glance = glanceOf(look);
  const { calendars } = await contextAt(tx, plan, at);
  const then = { at, calendars };
  const names = await namesFor(tx, { plans: [plan.id], items: [], people: [] });
  const audience = await audienceOf(tx, plan.id);
  const limits = { section: look.section, items: mostItems, onRail: mostOnRail };
  const { tallies, units, returns, items, enforced, awaiting } = await wallOf(tx, glance, limits);
  const listed = await sightsOf(tx, look, enforced, audience);
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
    awaiting: await sightsOf(tx, look, awaiting, audience),
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

/** `day`: null = now. */
const boardShown = async (
  { context, caller, params, query, words, language }: Ask<typeof getBoard>,
  day: IsoDate | null,
): Promise<Board> => {
  const section = query.section ?? null;
  const reading = { viewer: caller, planId: params.plan, of: ['wall', day, section, language] };
  const { awaiting, ...wall } = await context.wholePlans(reading, () =>
    withLooks(context.db, caller.actor, params.plan, async (tx) => {
      const plan = await visiblePlan(tx, caller, params.plan);
      const now = planNow(plan, context.now());
      const moment = day === null ? { at: now, past: false } : momentOf(plan, day, now);
      return wallShown(tx, { plan, viewer: caller, ...moment, section, words });
    }),
  );
  return { ...wall, signatures: [...signaturesShown(awaiting, caller, wall.past)] };
};

const present = serve(getBoard, async (ask) => ({ as: 'ok', body: await boardShown(ask, null) }));

const asOf = serve(getAsOf, async (ask) => ({ as: 'ok', body: await boardShown(ask, ask.params.date) }));

const trend = serve(getTrend, async ({ context, caller, params }) => {
  const reading = { viewer: caller, planId: params.plan, of: ['trend'] };
  const body = await context.wholePlans(reading, () =>
    withLooks(context.db, caller.actor, params.plan, async (tx) => {
      const plan = await visiblePlan(tx, caller, params.plan);
      return {
        from: dateOf(plan.importedAt),
        to: dateOf(planNow(plan, context.now())),
        points: [...runningCounts(await wallChanges(tx, caller, plan.id))],
      };
    }),
  );
  return { as: 'ok', body };
});

export const boardRoutes: readonly Served[] = [present, asOf, trend];
