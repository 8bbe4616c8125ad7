/** An item as a row of the register. */
import type { z } from 'zod';
import type { ItemSummary } from '../../store/items.js';
import type { OpenCase } from '../../store/views/board.js';
import type { itemCard, nextStep, owing } from '../contract/item-shapes.js';
import type { Names } from '../say.js';
import { shown } from '../times.js';
import type { Words } from '../words/index.js';

const owingShown = (open: OpenCase, planId: string, names: Names, words: Words): z.input<typeof owing> => ({
  case: open.id,
  kind: open.kind,
  title: words.cases[open.kind],
  subject: open.subject,
  by: open.owedBy,
  unit:
    open.owedBy === 'unit' || open.owedBy === 'co_unit'
      ? { id: open.unitId, name: names.unit(planId, open.unitId) }
      : null,
  since: shown(open.since),
  until: open.until,
  over: open.overAt !== null,
});

export const cardShown = (
  item: ItemSummary,
  cases: readonly OpenCase[],
  next: z.input<typeof nextStep> | null,
  names: Names,
  words: Words,
): z.input<typeof itemCard> => {
  const unitNamed = (id: string) => ({ id, name: names.unit(item.planId, id) });
  return {
    id: item.id,
    plan: item.planId,
    number: item.number,
    section: item.section,
    title: item.title,
    tile: item.tile,
    gloss: item.gloss,
    unit: unitNamed(item.unitId),
    coUnits: item.coUnits.map(unitNamed),
    binding: item.binding,
    version: item.version,
    lifecycle: item.lifecycle,
    suspended: item.suspended,
    light: item.light,
    level: item.level,
    milestones: {
      total: item.milestonesTotal,
      accepted: item.milestonesAccepted,
      open: item.milestonesOpen,
      overdue: item.milestonesOverdue,
    },
    measures: {
      total: item.measuresTotal,
      done: item.measuresDone,
      struckOff: item.measuresStruckOff,
      waived: item.measuresWaived,
    },
    nextDue: item.nextDue,
    nextAlarm:
      item.nextAlarmKey === null || item.nextAlarmAt === null
        ? null
        : { key: item.nextAlarmKey, at: shown(item.nextAlarmAt) },
    owing: cases.map((open) => owingShown(open, item.planId, names, words)),
    next,
  };
};
