/** The desk: what the caller owes, with the commands that settle it. */
import type { z } from 'zod';
import type { CaseKind } from '../../domain/cases.js';
import type { CommandType } from '../../domain/commands.js';
import { workingDaysIn, type Calendar } from '../../domain/calendar.js';
import { addDays, dateOf, daysBetween, type IsoDate } from '../../domain/instants.js';
import { contextAt, planNow } from '../../store/plans.js';
import { owedByOthers, owedOf, upcomingOf, type DeskRow } from '../../store/views/desk.js';
import { getDesk, type deskEntry } from '../contract/desk.js';
import { namesFor, type Names } from '../say.js';
import { serve, type Served } from '../serve.js';
import { shown, shownOrNull } from '../times.js';
import type { Words } from '../words/index.js';
import { visiblePlan } from './visible-item.js';

/** What settles a case, for whoever owes it. */
const settledBy: Readonly<Record<CaseKind, readonly CommandType[]>> = {
  handing_out: ['dispatch'],
  receipt: ['acknowledge', 'declineDispatch'],
  decomposition: ['proposeMilestones'],
  decomposition_review: ['approveMilestones', 'returnMilestones'],
  evidence_review: ['acceptEvidence', 'returnEvidence'],
  extension: ['grantExtension', 'refuseExtension'],
  change: ['grantChange', 'refuseChange'],
  report: ['reportProgress'],
  rectification: ['submitRectificationPlan'],
  rectification_review: ['acceptRectificationPlan', 'returnRectificationPlan'],
  listing_signature: ['signListing', 'declineListing'],
  delisting_signature: ['delist', 'declineDelisting'],
  interview: ['recordInterview'],
  closing_request: ['requestClosing'],
  strike_off_signature: ['strikeOff', 'declineStrikeOff'],
  obstacle: ['answerObstacle'],
  consultation_record: ['recordConsultation'],
  countersignature: ['countersign'],
  closing_verification: ['verifyClosing', 'returnClosing'],
  closing_signature: ['approveClosing', 'returnClosing'],
  suspension: ['resume'],
};

interface Seen {
  readonly planId: string;
  readonly today: IsoDate;
  readonly calendar: Calendar;
  readonly names: Names;
  readonly words: Words;
}

const titleOf = (row: DeskRow, words: Words): string =>
  row.caseKind === null ? (row.title ?? row.id) : words.cases[row.caseKind];

const entryShown = (
  row: DeskRow,
  { planId, today, calendar, names, words }: Seen,
): z.input<typeof deskEntry> => ({
  kind: row.kind,
  id: row.id,
  title: titleOf(row, words),
  item: {
    id: row.itemId,
    number: row.number,
    title: row.itemTitle,
    tile: row.tile,
    unit: { id: row.itemUnit, name: names.unit(planId, row.itemUnit) },
    light: row.light,
    level: row.level,
  },
  case: row.caseKind,
  subject: row.subject,
  by: row.owedBy,
  unit:
    row.owedBy === 'unit' || row.owedBy === 'co_unit'
      ? { id: row.unitId, name: names.unit(planId, row.unitId) }
      : null,
  since: shownOrNull(row.since),
  until: row.until,
  over: row.over,
  daysOver: row.over ? Math.max(0, daysBetween(row.until, today)) : 0,
  workingDaysLeft: row.over ? 0 : workingDaysIn(calendar, addDays(today, -1), row.until),
  commands: row.caseKind === null ? ['submitEvidence', 'requestExtension'] : [...settledBy[row.caseKind]],
});

/** How far the desk looks ahead. */
const aheadDays = 60;

const read = serve(getDesk, ({ context: { db, now }, caller, params, words }) =>
  db.asReader(caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, caller, params.plan);
    const at = planNow(plan, now());
    const today = dateOf(at);
    const { calendars, calendarVersion } = await contextAt(tx, plan, at);
    const calendar = calendars.get(calendarVersion);
    if (!calendar) throw new Error(`plan ${plan.id} has no calendar ${calendarVersion}`);
    const names = await namesFor(tx, { plans: [plan.id], items: [], people: [] });
    const show = (row: DeskRow) => entryShown(row, { planId: plan.id, today, calendar, names, words });
    return {
      as: 'ok',
      body: {
        asOf: shown(at),
        today,
        owed: (await owedOf(tx, caller, plan.id)).map(show),
        upcoming: (await upcomingOf(tx, caller, plan.id, addDays(today, aheadDays))).map(show),
        withOthers: (await owedByOthers(tx, caller, plan.id)).map(show),
      },
    };
  }),
);

export const deskRoutes: readonly Served[] = [read];
