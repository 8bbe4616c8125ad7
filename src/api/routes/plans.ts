/** Routes of plans: documents, clocks, units and figures. */
import type { z } from 'zod';
import { dayOf, dateOf } from '../../domain/instants.js';
import type { Tx } from '../../store/database.js';
import {
  contextAt,
  documentOf,
  planNow,
  planOf,
  unitsOf,
  type PlanRow,
  type UnitRow,
} from '../../store/plans.js';
import { openOfPlan } from '../../store/submissions.js';
import {
  nextAlarmOf,
  planEntries,
  tallies,
  unitOutcomes,
  type UnitOutcome,
} from '../../store/views/board.js';
import { unreadOf } from '../../store/views/history.js';
import { markOf } from '../../store/views/pulse.js';
import {
  getClock,
  getPlan,
  getPulse,
  getSummary,
  listPlans,
  listUnits,
  type planClock,
} from '../contract/plans.js';
import { Problem } from '../problem.js';
import { serve, type Served } from '../serve.js';
import { shown, shownOrNull } from '../times.js';
import { nextEventShown } from './next-event.js';
import { tallyOf } from './tally-shown.js';
import { visiblePlan } from './visible-item.js';

/** An advance of the clock is on its way. */
const isRunning = async (tx: Tx, plan: PlanRow): Promise<boolean> =>
  (await openOfPlan(tx, plan.id)).some(({ type }) => type === 'advanceClock');

const clockOf = async (tx: Tx, plan: PlanRow, wall: number): Promise<z.input<typeof planClock>> => {
  const now = planNow(plan, wall);
  const { calendars, calendarVersion } = await contextAt(tx, plan, now);
  return {
    now: shown(now),
    today: dateOf(now),
    kind: plan.kind,
    shiftMs: plan.clockShiftMs,
    running: await isRunning(tx, plan),
    nextAlarmAt: shownOrNull(await nextAlarmOf(tx, plan.id)),
    workingDay: calendars.get(calendarVersion)?.isWorkingDay(dayOf(now)) ?? false,
  };
};

const pulse = serve(getPulse, ({ context: { db, now }, caller, params, req }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const at = planNow(plan, now());
    const running = await isRunning(tx, plan);
    const unread = await unreadOf(tx, caller.holder.id, now());
    const mark = [await markOf(tx, plan.id), dateOf(at), running ? 'running' : 'still', unread].join('-');
    const headers = { ETag: `"${mark}"` };
    if (req.get('if-none-match') === `"${mark}"`) return { as: 'unchanged', body: null, headers };
    return { as: 'ok', body: { mark, now: shown(at), today: dateOf(at), running, unread }, headers };
  }),
);

const list = serve(listPlans, ({ context: { db, now }, caller }) =>
  db.asReader(caller.actor, async (tx) => {
    const entries = [];
    for (const { id, kind, title, short, gloss } of await planEntries(tx, caller.planId)) {
      const plan = await planOf(tx, id);
      if (plan) entries.push({ id, kind, title, short, gloss, clock: await clockOf(tx, plan, now()) });
    }
    return { as: 'ok', body: { entries } };
  }),
);

const one = serve(getPlan, ({ context: { db, now }, caller, params }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const document = await documentOf(tx, plan.id);
    if (!document) throw new Problem('not_found');
    return {
      as: 'ok',
      body: {
        id: plan.id,
        kind: plan.kind,
        title: document.title,
        short: document.short,
        gloss: document.gloss,
        clock: await clockOf(tx, plan, now()),
        issuer: document.issuer,
        period: document.period,
        signedOn: document.signedOn,
        publishedOn: document.publishedOn,
        sections: document.sections.map(({ number, title, short, gloss, items }) => ({
          number,
          title,
          short,
          gloss,
          items: [...items],
        })),
        leaders: document.leaders.map(({ id, rank, title }) => ({ id, rank, title })),
        indicators: document.indicators.map((indicator) => ({
          number: indicator.number,
          name: indicator.name,
          value: indicator.value,
          unit: indicator.unit,
          comparator: indicator.comparator,
          nature: indicator.nature,
          kind: indicator.kind,
          due: indicator.due,
          items: [...indicator.items],
          note: indicator.note ?? null,
        })),
        notes: document.notes.map(({ about, lines, text }) => ({
          about: about ?? null,
          lines: [...lines],
          text,
        })),
      },
    };
  }),
);

const clock = serve(getClock, ({ context: { db, now }, caller, params, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const context = await contextAt(tx, plan, planNow(plan, now()));
    const at = await nextAlarmOf(tx, plan.id);
    const nextEvent = await nextEventShown(tx, { caller, plan, context, at, words });
    return { as: 'ok', body: { ...(await clockOf(tx, plan, now())), nextEvent } };
  }),
);

const outcomeShown = ({ id, name, ...figures }: UnitOutcome) => ({ unit: { id, name }, ...figures });

const summary = serve(getSummary, async ({ context, caller, params }) => {
  const reading = { viewer: caller, planId: params.plan, of: ['summary'] };
  const body = await context.wholePlans(reading, () =>
    context.db.asReader(caller.actor, async (tx) => {
      const plan = await visiblePlan(tx, caller, params.plan);
      const rows = await tallies(tx, caller, plan.id);
      const document = await documentOf(tx, plan.id);
      return {
        asOf: shown(planNow(plan, context.now())),
        total: tallyOf(rows),
        sections: (document?.sections ?? []).map(({ number, short }) => ({
          number,
          short,
          tally: tallyOf(rows.filter(({ section }) => section === number)),
        })),
        units: (await unitOutcomes(tx, caller, plan.id)).map(outcomeShown),
      };
    }),
  );
  return { as: 'ok', body };
});

const unitShown = ({ id, name, gloss, kind, leaderInCharge, caseOfficer, basis }: UnitRow) => ({
  id,
  name,
  gloss,
  kind,
  leaderInCharge,
  caseOfficer,
  basis,
});

const units = serve(listUnits, ({ context: { db }, caller, params }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const entries = (await unitsOf(tx, plan.id)).map(unitShown);
    return { as: 'ok', body: { entries } };
  }),
);

export const planRoutes: readonly Served[] = [pulse, list, one, clock, summary, units];
