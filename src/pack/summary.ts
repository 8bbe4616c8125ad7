/** How much a plan holds, as told after a check. */
import type { PlanDocument } from '../domain/plan.js';
import type { SoundPack } from './read.js';

export interface PlanFigures {
  readonly sections: number;
  readonly items: number;
  readonly measures: number;
  /** By where their dates come from. */
  readonly milestones: { readonly plan: number; readonly proposed: number };
  readonly indicators: number;
  readonly units: number;
}

export const figuresOf = ({ sections, items, indicators, units }: PlanDocument): PlanFigures => {
  const milestones = items.flatMap((item) => item.milestones);
  const dated = milestones.filter(({ basis }) => basis === 'plan').length;
  return {
    sections: sections.length,
    items: items.length,
    measures: items.reduce((sum, item) => sum + item.measures.length, 0),
    milestones: { plan: dated, proposed: milestones.length - dated },
    indicators: indicators.length,
    units: units.length,
  };
};

export const summaryOf = ({ plan, warnings }: SoundPack): string => {
  const { sections, items, measures, milestones, indicators, units } = figuresOf(plan);
  const { plan: dated, proposed } = milestones;
  return [
    `${plan.title} (${plan.id}) is sound:`,
    `  ${items} items in ${sections} sections`,
    `  ${measures} measures`,
    `  ${dated + proposed} milestones: ${dated} dated by the plan, ${proposed} proposed`,
    `  ${indicators} indicators`,
    `  ${units} units`,
    `  ${warnings.length} warnings`,
  ].join('\n');
};
