/** The plan the browser tests play: the Zhoushan plan itself, with one item whose whole life fits in a winter. */
import { fileURLToPath } from 'node:url';
import type { PlanDocument, PlanItem } from '../../../src/domain/plan.js';
import { readPack } from '../../../src/pack/read.js';

const pack = fileURLToPath(new URL('../../../plans/zhoushan-2021-2025', import.meta.url));

export const zhoushan = async (): Promise<PlanDocument> => {
  const read = await readPack(pack);
  if ('faults' in read) throw new Error('the pack is not sound');
  return read.plan;
};

/** Keeps the first two milestones, which then carry every measure. */
const shortened = (item: PlanItem): PlanItem => {
  const [first, second] = item.milestones;
  if (!first || !second) throw new Error(`item ${item.number} has too few milestones`);
  const all = item.measures.map(({ id }) => id);
  return {
    ...item,
    milestones: [
      { ...first, measures: all },
      { ...second, measures: all },
    ],
  };
};

export const withShortItem = (plan: PlanDocument, number: number): PlanDocument => ({
  ...plan,
  items: plan.items.map((item) => (item.number === number ? shortened(item) : item)),
});
