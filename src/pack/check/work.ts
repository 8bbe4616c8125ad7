/** Measures and milestones of an item: numbered in order, dated within the period, weighed, nothing left uncarried. */
import { soundOf, type Drafted } from '../draft.js';
import type { Fault } from '../faults.js';
import { at, outsidePeriod, periodOf, repeated, type PackDraft, type Period } from '../pack-draft.js';
import type { Said } from '../said.js';
import type { ItemFile } from '../shapes.js';

export function* checkWork(pack: PackDraft): Iterable<Fault> {
  const period = periodOf(pack);
  for (const item of pack.items) {
    yield* checkMeasureIds(item);
    yield* checkMilestoneIds(item);
    yield* checkDates(item, period);
    yield* checkWeights(item);
    yield* checkCarried(item);
  }
}

function* checkMeasureIds(item: Drafted<ItemFile>): Iterable<Fault> {
  const { number, measures } = item.draft;
  for (const [index, { id }] of soundOf(measures)) {
    if (number === undefined || id === undefined || id === `${number}.${index + 1}`) continue;
    yield at(item, ['measures', index, 'id'], {
      zh: `此处应为 '${number}.${index + 1}'，现为 '${id}'；措施按 事项序号.1、事项序号.2 … 编号`,
      en: `'${id}' stands where '${number}.${index + 1}' belongs; measures run ITEM.1, ITEM.2 …`,
    });
  }
}

function* checkMilestoneIds(item: Drafted<ItemFile>): Iterable<Fault> {
  for (const [index, { id }] of soundOf(item.draft.milestones)) {
    if (id === undefined || id === `M${index + 1}`) continue;
    yield at(item, ['milestones', index, 'id'], {
      zh: `此处应为 M${index + 1}，现为 ${id}；里程碑按到期日先后编为 M1、M2 …`,
      en: `${id} stands where M${index + 1} belongs; milestones run M1, M2 … in order of due date`,
    });
  }
}

function* checkDates(item: Drafted<ItemFile>, period: Period | null): Iterable<Fault> {
  let latest = '';
  for (const [index, { due }] of soundOf(item.draft.milestones)) {
    if (due === undefined) continue;
    const path = ['milestones', index, 'due'];
    if (period !== null && (due < period.from || due > period.to)) {
      yield at(item, path, outsidePeriod(due, period));
    }
    if (due < latest) {
      yield at(item, path, {
        zh: `${due} 排在 ${latest} 之后；里程碑须按到期日先后排列`,
        en: `${due} comes after ${latest}; milestones stand in order of due date`,
      });
    }
    if (due > latest) latest = due;
  }
}

function* checkWeights(item: Drafted<ItemFile>): Iterable<Fault> {
  const milestones = item.draft.milestones;
  const weights = milestones?.map((milestone) => milestone?.weight);
  if (weights === undefined || weights.length === 0 || weights.includes(undefined)) return;
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0);
  if (sum === 100) return;
  yield at(item, ['milestones'], {
    zh: `各里程碑权重之和为 ${sum}，应为 100`,
    en: `the weights sum to ${sum}; they must sum to 100`,
  });
}

function* checkCarried(item: Drafted<ItemFile>): Iterable<Fault> {
  const milestones = soundOf(item.draft.milestones);
  const ids = item.draft.measures?.map((measure) => measure?.id);
  if (ids === undefined || ids.includes(undefined)) return;
  const carried = new Set<string>();
  for (const [index, { measures }] of milestones) {
    const named = soundOf(measures);
    const path = ['milestones', index, 'measures'];
    for (const [place, id] of named) {
      if (ids.includes(id)) carried.add(id);
      else yield at(item, [...path, place], noSuchMeasure(id));
    }
    for (const [place, id] of repeated(named)) yield at(item, [...path, place], namedTwice(id));
  }
  const complete = item.draft.milestones?.every(
    (milestone) => milestone?.measures?.includes(undefined) === false,
  );
  if (complete !== true) return;
  for (const [index, id] of soundOf(ids)) {
    if (carried.has(id)) continue;
    yield at(item, ['measures', index], {
      zh: `措施 '${id}' 没有里程碑承载；每项措施须由至少一个里程碑承载`,
      en: `measure_uncarried: no milestone carries '${id}'; each measure needs at least one`,
    });
  }
}

const noSuchMeasure = (id: string): Said => ({
  zh: `本事项没有措施 '${id}'`,
  en: `there is no measure '${id}' in this item`,
});

const namedTwice = (id: string): Said => ({
  zh: `'${id}' 重复；列一次即可`,
  en: `'${id}' is named twice; once is enough`,
});
