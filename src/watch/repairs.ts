/**
 * Promise: what is late is first called, then begun anew, then shouted about; each step is written down, and healed
 * things are marked so.
 */
import type { Instant } from '../domain/instants.js';
import type { Courier, Target } from '../courier.js';
import type { Late, NewRepair, Repair, RepairStep } from '../store/promises.js';

/** Steps in order; the last is repeated no more. */
const next: Readonly<Record<RepairStep, RepairStep | null>> = {
  wake: 'restart',
  restart: 'alarm',
  alarm: null,
};

export interface RepairDeps {
  readonly courier: Courier;
  /** Tells people outside the system; only when nothing else helped. */
  readonly alarm: (text: string) => Promise<void>;
  /** How long a step may take to help before the next is tried. */
  readonly patienceMs: number;
}

const keyOf = (aggregate: string, id: string): string => `${aggregate}/${id}`;

/** The last step taken for each thing that has not been healed since. */
export const lastSteps = (open: readonly Repair[]): ReadonlyMap<string, Repair> =>
  new Map(open.map((repair) => [keyOf(repair.aggregate, repair.subjectId), repair]));

/** The step a late thing needs now, after the last one taken; null = the last one still has time, or there is nothing further. */
export const stepFor = (last: Repair | undefined, now: Instant, patienceMs: number): RepairStep | null => {
  if (!last) return 'wake';
  // A step that could not be taken at all is taken again.
  if (last.error !== null) return last.step;
  return now - last.at < patienceMs ? null : next[last.step];
};

/** Takes the step, and says what came of it. */
export const repair = async (
  late: Late,
  step: RepairStep,
  now: Instant,
  deps: RepairDeps,
): Promise<NewRepair> => {
  const { aggregate, id: subjectId, promisedAt } = late;
  const error = await take(late, step, deps).then(
    () => null,
    (failure: unknown) => (failure instanceof Error ? failure.message : String(failure)),
  );
  return { aggregate, subjectId, promisedAt, step, at: now, error };
};

const take = (
  { aggregate, id, lane, promisedAt }: Late,
  step: RepairStep,
  { courier, alarm }: RepairDeps,
): Promise<void> => {
  const target: Target = { aggregate, id, lane };
  switch (step) {
    case 'wake':
      return courier.wake(target);
    case 'restart':
      return courier.restart(target);
    case 'alarm':
      return alarm(
        `${aggregate} ${id} has been late since ${new Date(promisedAt).toISOString()}; waking and restarting did not help.`,
      );
  }
};

/** Open repairs of things that are late no more. */
export const healed = (open: readonly Repair[], late: readonly Late[]): readonly number[] => {
  const stillLate = new Set(late.map(({ aggregate, id }) => keyOf(aggregate, id)));
  return open
    .filter(({ aggregate, subjectId }) => !stillLate.has(keyOf(aggregate, subjectId)))
    .map(({ id }) => id);
};
