/** The desk: what the caller owes, with the commands that settle it. */
import { calledFor } from '../../domain/called-for.js';
import type { Calendar } from '../../domain/calendar.js';
import { rulesFor, type Context } from '../../domain/context.js';
import { addDays, dateOf, type Instant } from '../../domain/instants.js';
import { officeLoad } from '../../domain/office-load.js';
import { personsOf } from '../../domain/people.js';
import { addresseesOf, audienceOf, postsOf, type Audience } from '../../store/audience.js';
import type { Tx } from '../../store/database.js';
import { contextAt, planNow, type PlanRow } from '../../store/plans.js';
import {
  callingOf,
  officeCasesOf,
  owedByOthers,
  owedOf,
  upcomingOf,
  type DeskRow,
  type OfficeCases,
} from '../../store/views/desk.js';
import { statesOf } from '../../store/views/item-page.js';
import { getDesk } from '../contract/desk.js';
import { namesFor } from '../say.js';
import { serve, type Ask, type Served } from '../serve.js';
import type { Caller } from '../sign-in.js';
import { shown, shownOrNull } from '../times.js';
import type { Words } from '../words/index.js';
import type { Asking } from './available-shown.js';
import { entryShown, type DeskRegard } from './desk-row.js';
import { withTitles } from './steps-shown.js';
import { visiblePlan } from './visible-item.js';

/** Items of the desk's rows, each as it is looked at. */
type Regards = (itemId: string) => DeskRegard | null;

const rowsShown = (rows: readonly DeskRow[], regards: Regards) =>
  rows.flatMap((row) => {
    const regard = regards(row.itemId);
    return regard ? [entryShown(row, regard)] : [];
  });

/** The supervision head and leaders see how the office is loaded, a case officer only their own part of it. */
const loadShown = (work: readonly OfficeCases[], desk: Desk, { actor }: Caller) => {
  const { audience, at, calendar } = desk;
  if (actor.unit !== null) return [];
  const asked = work.map(({ caseOfficer, ...rest }) => ({
    ...rest,
    posts: postsOf({ unit: '', coUnits: [], caseOfficer }, audience),
  }));
  const own = personsOf(actor);
  return officeLoad(asked, addresseesOf(audience), at, calendar)
    .filter(({ person }) => actor.role !== 'case_officer' || own.includes(person.id))
    .map(({ person: { id, role }, ...figures }) => ({
      person: { id, name: audience.people.find((one) => one.id === id)?.name ?? id },
      role,
      ...figures,
    }));
};

/** What the office may send up or issue on its own; only the office is asked. */
const sendUpShown = async (
  tx: Tx,
  plan: PlanRow,
  { at, context }: Desk,
  { actor, ...viewer }: Caller,
  words: Words,
) => {
  if (actor.role !== 'case_officer' && actor.role !== 'supervision_head') return [];
  const rows = await callingOf(tx, { actor, ...viewer }, plan.id);
  const states = await statesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const names = await namesFor(tx, { plans: [plan.id], items: [], people: [] });
  return rows.flatMap(({ unitId, ...item }) => {
    const state = states.get(item.id);
    if (!state) return [];
    const unit = { id: unitId, name: names.unit(plan.id, unitId) };
    const moment = { ...rulesFor(state, context), at, actor, context };
    return calledFor(state, moment).map((one) => ({
      command: one.command,
      title: words.commands[one.command],
      item: { ...item, unit },
      measures: one.measures,
      at: shownOrNull(one.at),
    }));
  });
};

interface Desk {
  readonly at: Instant;
  readonly calendar: Calendar;
  readonly context: Context;
  readonly audience: Audience;
}

const deskAt = async (tx: Tx, plan: PlanRow, at: Instant): Promise<Desk> => {
  const context = await contextAt(tx, plan, at);
  const calendar = context.calendars.get(context.calendarVersion);
  if (!calendar) throw new Error(`plan ${plan.id} has no calendar ${context.calendarVersion}`);
  return { at, calendar, context, audience: await audienceOf(tx, plan.id) };
};

const regardsOf = async (
  tx: Tx,
  plan: PlanRow,
  { audience }: Desk,
  rows: readonly DeskRow[],
  asking: Asking,
): Promise<Regards> => {
  const { at, context, words } = asking;
  const states = await statesOf(tx, [...new Set(rows.map(({ itemId }) => itemId))]);
  const names = await namesFor(tx, { plans: [plan.id], items: [], people: [] });
  const known = new Map(
    [...states].map(([itemId, state]): readonly [string, DeskRegard] => [
      itemId,
      {
        ...{ planId: plan.id, itemId, state, at, audience, words, asking },
        rules: rulesFor(state, context),
        names: withTitles(names, state),
      },
    ]),
  );
  return (itemId) => known.get(itemId) ?? null;
};

/** How far the desk looks ahead. */
const aheadDays = 60;

const deskShown = async (tx: Tx, { context, params, caller, words, language }: Ask<typeof getDesk>) => {
  const plan = await visiblePlan(tx, caller, params.plan);
  const at = planNow(plan, context.now());
  const today = dateOf(at);
  const desk = await deskAt(tx, plan, at);
  const owed = await owedOf(tx, caller, plan.id);
  const upcoming = await upcomingOf(tx, caller, plan.id, addDays(today, aheadDays));
  const withOthers = await owedByOthers(tx, caller, plan.id);
  const asking = { at, context: desk.context, caller, words, language };
  const regards = await regardsOf(tx, plan, desk, [...owed, ...upcoming, ...withOthers], asking);
  return {
    asOf: shown(at),
    today,
    owed: rowsShown(owed, regards),
    upcoming: rowsShown(upcoming, regards),
    withOthers: rowsShown(withOthers, regards),
    sendUp: await sendUpShown(tx, plan, desk, caller, words),
    load: loadShown(await officeCasesOf(tx, caller, plan.id), desk, caller),
  };
};

const read = serve(getDesk, async (ask) => {
  const { context, caller, params, language } = ask;
  const reading = {
    viewer: caller,
    planId: params.plan,
    of: ['desk', caller.self.id, caller.holder.id, language],
  };
  const body = await context.wholePlans(reading, () =>
    context.db.asReader(caller.actor, (tx) => deskShown(tx, ask)),
  );
  return { as: 'ok', body };
});

export const deskRoutes: readonly Served[] = [read];
