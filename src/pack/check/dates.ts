/** The plan's own dates, and a calendar in which every date means what the notice of its year says. */
import { dayNumber } from '../../domain/instants.js';
import { soundOf } from '../draft.js';
import type { Fault } from '../faults.js';
import { at, periodOf, repeated, type PackDraft } from '../pack-draft.js';

export function* checkDates(pack: PackDraft): Iterable<Fault> {
  yield* checkPlanDates(pack);
  yield* checkYears(pack);
  yield* checkDays(pack);
}

function* checkPlanDates(pack: PackDraft): Iterable<Fault> {
  const { plan } = pack;
  if (plan === null) return;
  const period = periodOf(pack);
  const { signedOn, publishedOn } = plan.draft;
  if (period !== null && period.from > period.to) {
    yield at(plan, ['period'], {
      zh: `规划期止于 ${period.to}，早于起始日 ${period.from}`,
      en: `the period ends on ${period.to}, before it begins on ${period.from}`,
    });
  }
  if (signedOn !== undefined && publishedOn !== undefined && publishedOn < signedOn) {
    yield at(plan, ['publishedOn'], {
      zh: `发布日期 ${publishedOn} 早于签署日期 ${signedOn}`,
      en: `published on ${publishedOn}, before it was signed on ${signedOn}`,
    });
  }
}

function* checkYears({ calendar }: PackDraft): Iterable<Fault> {
  if (calendar === null) return;
  const years = soundOf(calendar.draft?.map((entry) => entry?.year));
  for (const [index, year] of repeated(years)) {
    yield at(calendar, [index, 'year'], {
      zh: `${year} 年重复；每个年份只能出现一次`,
      en: `${year} is given twice; each year stands once`,
    });
  }
}

const kinds = ['off', 'on'] as const;

function* checkDays({ calendar }: PackDraft): Iterable<Fault> {
  if (calendar === null) return;
  for (const [index, entry] of soundOf(calendar.draft)) {
    for (const kind of kinds) {
      const days = soundOf(entry[kind]);
      for (const [place, date] of days) {
        const path = [index, kind, place];
        if (entry.year !== undefined && Number(date.slice(0, 4)) !== entry.year) {
          yield at(calendar, path, {
            zh: `${date} 不在 ${entry.year} 年；日期须列在所属年份之下`,
            en: `${date} does not lie in ${entry.year}; a day stands under its own year`,
          });
        }
        if (kind === 'on' && !isWeekend(date)) {
          yield at(calendar, path, {
            zh: `${date} 不是周六或周日；只有周末可以调为工作日`,
            en: `${date} is no Saturday or Sunday; only weekend days are made workdays`,
          });
        }
        if (kind === 'on' && entry.off?.includes(date) === true) {
          yield at(calendar, path, {
            zh: `${date} 同时列在 off 之下；同一天或休息或上班，不能兼有`,
            en: `${date} is under off too; a day is one or the other`,
          });
        }
      }
      for (const [place, date] of repeated(days))
        yield at(calendar, [index, kind, place], { zh: `${date} 重复`, en: `${date} is given twice` });
    }
  }
}

/** 1970-01-01, day 0, was a Thursday. */
const isWeekend = (date: string): boolean => [0, 6].includes((dayNumber(date) + 4) % 7);

/** Not wrong, but told: such a year counts as weekends off and stays provisional until its notice is out. */
export function* warnOfMissingYears(pack: PackDraft): Iterable<Fault> {
  const { calendar, plan } = pack;
  const period = periodOf(pack);
  if (plan === null || period === null) return;
  const known = new Set(soundOf(calendar?.draft).map(([, { year }]) => year));
  for (let year = Number(period.from.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year += 1) {
    if (known.has(year)) continue;
    const message = {
      zh: `日历没有 ${year} 年：该年按周末休息计，日期为暂定`,
      en: `the calendar has no ${year}: its days count as weekends off, provisionally`,
    };
    yield calendar === null ? at(plan, ['period'], message) : at(calendar, [], message);
  }
}
