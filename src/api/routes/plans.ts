/** Routes of plans: documents, clocks, units and figures. */
import type { z } from 'zod';
import { dayOf, dateOf } from '../../domain/instants.js';
import { levels, lifecycles } from '../../domain/item.js';
import { lights } from '../../domain/light.js';
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
  type TallyRow,
  type UnitOutcome,
} from '../../store/views/board.js';
import {
  getClock,
  getPlan,
  getSummary,
  listPlans,
  listUnits,
  type planClock,
  type tally,
} from '../contract/plans.js';
import { Problem } from '../problem.js';
import { serve, type Served } from '../serve.js';
import { shown, shownOrNull } from '../times.js';
import { visiblePlan } from './visible-item.js';

const clockOf = async (tx: Tx, plan: PlanRow, wall: number): Promise<z.input<typeof planClock>> => {
  const now = planNow(plan, wall);
  const { calendars, calendarVersion } = await contextAt(tx, plan, now);
  const open = await openOfPlan(tx, plan.id);
  return {
    now: shown(now),
    today: dateOf(now),
    kind: plan.kind,
    shiftMs: plan.clockShiftMs,
    running: open.some(({ type }) => type === 'advanceClock'),
    nextAlarmAt: shownOrNull(await nextAlarmOf(tx, plan.id)),
    workingDay: calendars.get(calendarVersion)?.isWorkingDay(dayOf(now)) ?? false,
  };
};

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

const clock = serve(getClock, ({ context: { db, now }, caller, params }) =>
  db.asReader(caller.actor, async (tx) => ({
    as: 'ok',
    body: await clockOf(tx, await visiblePlan(tx, caller, params.plan), now()),
  })),
);

type Tally = z.input<typeof tally>;

const counted = <K extends string>(
  rows: readonly TallyRow[],
  keys: readonly K[],
  of: (row: TallyRow) => K,
): Record<K, number> =>
  Object.fromEntries(
    keys.map((key) => [key, rows.filter((row) => of(row) === key).reduce((sum, row) => sum + row.items, 0)]),
  ) as Record<K, number>;

const tallyOf = (rows: readonly TallyRow[]): Tally => {
  const sum = (of: (row: TallyRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    items: sum((row) => row.items),
    light: counted(rows, lights, (row) => row.light),
    level: counted(rows, levels, (row) => row.level),
    lifecycle: counted(rows, lifecycles, (row) => row.lifecycle),
    suspended: sum((row) => (row.suspended ? row.items : 0)),
    milestones: {
      total: sum((row) => row.milestonesTotal),
      accepted: sum((row) => row.milestonesAccepted),
      open: sum((row) => row.milestonesOpen),
      overdue: sum((row) => row.milestonesOverdue),
    },
    measures: {
      total: sum((row) => row.measuresTotal),
      done: sum((row) => row.measuresDone),
      struckOff: sum((row) => row.measuresStruckOff),
      waived: sum((row) => row.measuresWaived),
    },
  };
};

const outcomeShown = ({ id, name, ...figures }: UnitOutcome) => ({ unit: { id, name }, ...figures });

const summary = serve(getSummary, ({ context: { db, now }, caller, params }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const rows = await tallies(tx, caller, plan.id);
    const document = await documentOf(tx, plan.id);
    return {
      as: 'ok',
      body: {
        asOf: shown(planNow(plan, now())),
        total: tallyOf(rows),
        sections: (document?.sections ?? []).map(({ number, short }) => ({
          number,
          short,
          tally: tallyOf(rows.filter(({ section }) => section === number)),
        })),
        units: (await unitOutcomes(tx, caller, plan.id)).map(outcomeShown),
      },
    };
  }),
);

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

export const planRoutes: readonly Served[] = [list, one, clock, summary, units];
