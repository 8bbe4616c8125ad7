/** Writes a plan as a pack. What is written reads back as the same plan. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { PlanDocument, PlanItem } from '../domain/plan.js';

/** The text the plan was read from; titles and figures are held against it whenever the pack is read. */
export interface PackSource {
  readonly file: string;
  readonly text: string;
}

/** Files of the pack by name, relative to its folder. */
export const packFiles = (plan: PlanDocument, source?: PackSource): ReadonlyMap<string, string> => {
  const {
    sections,
    notes,
    office,
    leaders,
    caseOfficers,
    units,
    items,
    indicators,
    policy,
    calendar,
    ...head
  } = plan;
  const files = new Map<string, string>();
  files.set('plan.yaml', yamlOf({ ...head, ...(source && { source: source.file }), sections, notes }));
  files.set('units.yaml', yamlOf({ office, leaders, caseOfficers, units }));
  files.set('indicators.yaml', yamlOf(indicators));
  files.set('policy.yaml', yamlOf(policy));
  files.set('calendar.yaml', yamlOf(calendar));
  for (const item of items) files.set(itemFile(item), yamlOf(item));
  if (source !== undefined) files.set(source.file, source.text);
  return files;
};

/** Into a folder that is made when it is not there; files of the same names are replaced. */
export const writePack = async (plan: PlanDocument, dir: string, source?: PackSource): Promise<void> => {
  await mkdir(join(dir, 'items'), { recursive: true });
  for (const [file, text] of packFiles(plan, source)) await writeFile(join(dir, file), text);
};

const itemFile = ({ number }: PlanItem): string => `items/${String(number).padStart(2, '0')}.yaml`;

// No line is folded, so that a search for a phrase finds it; nothing is written as an alias.
const yamlOf = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
