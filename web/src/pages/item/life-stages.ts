/** The stations of an item's life, those passed with the day they were last reached. */
import type { Item } from '../../data/contract';

type Lifecycle = Item['lifecycle'];

export interface Stage {
  readonly lifecycle: Lifecycle;
  /** Null = not reached, or left again by a return. */
  readonly on: string | null;
  readonly state: 'passed' | 'here' | 'ahead';
}

const road: readonly Lifecycle[] = [
  'registered',
  'dispatched',
  'in_progress',
  'closing_review',
  'completed',
  'closed',
];

export const stagesOf = ({ lifecycle, stages }: Pick<Item, 'lifecycle' | 'stages'>): readonly Stage[] => {
  const lastOn = (one: Lifecycle): string | null =>
    stages.findLast((stage) => stage.lifecycle === one)?.at.slice(0, 10) ?? null;
  if (lifecycle === 'terminated') {
    const passed = road.filter((one) => lastOn(one) !== null);
    return [
      ...passed.map((one): Stage => ({ lifecycle: one, on: lastOn(one), state: 'passed' })),
      { lifecycle, on: lastOn(lifecycle), state: 'here' },
    ];
  }
  const here = road.indexOf(lifecycle);
  return road.map((one, index): Stage => {
    if (index > here) return { lifecycle: one, on: null, state: 'ahead' };
    return { lifecycle: one, on: lastOn(one), state: index === here ? 'here' : 'passed' };
  });
};
