/** Of everything owed what is owed now; evidence of milestones after the next one is owed later. */
import type { NextStep } from '../../data/contract';

export interface NearAndFar {
  readonly near: readonly NextStep[];
  readonly far: readonly NextStep[];
}

export const nearAndFar = (steps: readonly NextStep[]): NearAndFar => {
  const next = steps.find(({ kind, over }) => kind === 'evidence' && !over);
  const isFar = (step: NextStep): boolean => step.kind === 'evidence' && !step.over && step !== next;
  return { near: steps.filter((step) => !isFar(step)), far: steps.filter(isFar) };
};
