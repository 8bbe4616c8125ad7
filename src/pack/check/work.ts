/** Measures and milestones of an item: numbered in order, dated within the period, weighed, nothing left uncarried. */
import { soundOf, type Drafted } from '../draft.js';
import type { Fault } from '../faults.js';
import { at, periodOf, repeated, type PackDraft, type Period } from '../pack-draft.js';
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
    const message = `'${id}' stands where '${number}.${index + 1}' belongs; measures run ITEM.1, ITEM.2 …`;
    yield at(item, ['measures', index, 'id'], message);
  }
}

function* checkMilestoneIds(item: Drafted<ItemFile>): Iterable<Fault> {
  for (const [index, { id }] of soundOf(item.draft.milestones)) {
    if (id === undefined || id === `M${index + 1}`) continue;
    const message = `${id} stands where M${index + 1} belongs; milestones run M1, M2 … in order of due date`;
    yield at(item, ['milestones', index, 'id'], message);
  }
}

function* checkDates(item: Drafted<ItemFile>, period: Period | null): Iterable<Fault> {
  let latest = '';
  for (const [index, { due }] of soundOf(item.draft.milestones)) {
    if (due === undefined) continue;
    const path = ['milestones', index, 'due'];
    if (period !== null && (due < period.from || due > period.to)) {
      yield at(item, path, `${due} lies outside the period; allowed is ${period.from} to ${period.to}`);
    }
    if (due < latest)
      yield at(item, path, `${due} comes after ${latest}; milestones stand in order of due date`);
    if (due > latest) latest = due;
  }
}

function* checkWeights(item: Drafted<ItemFile>): Iterable<Fault> {
  const milestones = item.draft.milestones;
  const weights = milestones?.map((milestone) => milestone?.weight);
  if (weights === undefined || weights.length === 0 || weights.includes(undefined)) return;
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0);
  if (sum !== 100) yield at(item, ['milestones'], `the weights sum to ${sum}; they must sum to 100`);
}

function* checkCarried(item: Drafted<ItemFile>): Iterable<Fault> {
  const milestones = soundOf(item.draft.milestones);
  const ids = item.draft.measures?.map((measure) => measure?.id);
  if (ids === undefined || ids.includes(undefined)) return;
  const carried = new Set<string>();
  for (const [index, { measures }] of milestones) {
    const named = soundOf(measures);
    for (const [place, id] of named) {
      if (ids.includes(id)) carried.add(id);
      else
        yield at(item, ['milestones', index, 'measures', place], `there is no measure '${id}' in this item`);
    }
    for (const [place, id] of repeated(named)) {
      yield at(item, ['milestones', index, 'measures', place], `'${id}' is named twice; once is enough`);
    }
  }
  const complete = item.draft.milestones?.every(
    (milestone) => milestone?.measures?.includes(undefined) === false,
  );
  if (complete !== true) return;
  for (const [index, id] of soundOf(ids)) {
    if (carried.has(id)) continue;
    const message = `measure_uncarried: no milestone carries '${id}'; each measure needs at least one`;
    yield at(item, ['measures', index], message);
  }
}
