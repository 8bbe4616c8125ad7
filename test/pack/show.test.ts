import { expect, it } from 'vitest';
import { showJson, showText } from '../../src/pack/show.js';
import { summaryOf } from '../../src/pack/summary.js';
import { samplePlan } from './sample-plan.js';

it('the JSON of a plan has six parts and nothing else at its top', () => {
  expect(Object.keys(showJson(samplePlan))).toEqual([
    'plan',
    'sections',
    'units',
    'items',
    'indicators',
    'policy',
  ]);
});

it('the JSON of an item names its measures by their texts and its milestones by their measures', () => {
  expect(showJson(samplePlan).items[0]).toEqual({
    ...samplePlan.items[0],
    measures: ['第一项措施', '第二项措施'],
    leaderInCharge: 'deputy',
    binding: true,
  });
});

it('the JSON loses nothing of the plan', () => {
  const shown = showJson(samplePlan);
  const { plan, sections, units, indicators, policy } = shown;
  const items = samplePlan.items;
  expect({ ...plan, sections, units, items, indicators, policy }).toEqual(samplePlan);
});

it('the text for a terminal says who leads, what is due and where each date comes from', () => {
  const text = showText(samplePlan);
  expect(text).toContain('一、修路 / Roads');
  expect(text).toContain('  1. 修通村路 / Item 1');
  expect(text).toContain('单位roads, with 单位water, indicators 1, binding');
  expect(text).toContain('M1  2022-06-30  proposed  40 %  节点M1 [1.1]');
  expect(text).toContain('2. 河道水质 ≤ 3 类, 预期性, state, due 2023-12-31, items 3');
});

it('the summary counts what the plan dates and what is proposed', () => {
  const [first, ...others] = samplePlan.items;
  if (first === undefined) throw new Error('the sample has items');
  const milestones = first.milestones.map((milestone, index) => ({
    ...milestone,
    basis: index === 0 ? ('plan' as const) : ('proposed' as const),
  }));
  const summary = summaryOf({
    plan: { ...samplePlan, items: [{ ...first, milestones }, ...others] },
    warnings: [],
  });
  expect(summary).toContain('3 items in 2 sections');
  expect(summary).toContain('6 measures');
  expect(summary).toContain('6 milestones: 1 dated by the plan, 5 proposed');
  expect(summary).toContain('0 warnings');
});
