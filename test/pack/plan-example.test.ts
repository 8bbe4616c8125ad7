import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { daysBetween } from '../../src/domain/instants.js';
import type { PlanDocument } from '../../src/domain/plan.js';
import { readPack } from '../../src/pack/read.js';

let plan: PlanDocument;
beforeAll(async () => {
  const read = await readPack(fileURLToPath(new URL('../../plans/example-county', import.meta.url)));
  if ('faults' in read) throw new Error(read.faults.map((fault) => JSON.stringify(fault)).join('\n'));
  expect(read.warnings).toEqual([]);
  plan = read.plan;
});

it('is small: 6 items of 3 units beside the office, in less than a year', () => {
  expect(plan.id).toBe('example-county');
  expect(plan.items).toHaveLength(6);
  expect(plan.units.filter(({ id }) => id !== plan.office)).toHaveLength(3);
  expect(daysBetween(plan.period.from, plan.period.to)).toBeLessThan(366);
});

it('shows both kinds of date and both natures of an indicator', () => {
  const bases = plan.items.flatMap(({ milestones }) => milestones.map(({ basis }) => basis));
  expect(new Set(bases)).toEqual(new Set(['plan', 'proposed']));
  expect(new Set(plan.indicators.map(({ nature }) => nature))).toEqual(new Set(['约束性', '预期性']));
});
