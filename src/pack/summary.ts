/** How much a plan holds, as told after a check. */
import type { SoundPack } from './read.js';

export const summaryOf = ({ plan, warnings }: SoundPack): string => {
  const { id, title, sections, items, indicators, units } = plan;
  const milestones = items.flatMap((item) => item.milestones);
  const dated = milestones.filter(({ basis }) => basis === 'plan').length;
  const measures = items.reduce((sum, item) => sum + item.measures.length, 0);
  return [
    `${title} (${id}) is sound:`,
    `  ${items.length} items in ${sections.length} sections`,
    `  ${measures} measures`,
    `  ${milestones.length} milestones: ${dated} dated by the plan, ${milestones.length - dated} proposed`,
    `  ${indicators.length} indicators`,
    `  ${units.length} units`,
    `  ${warnings.length} warnings`,
  ].join('\n');
};
