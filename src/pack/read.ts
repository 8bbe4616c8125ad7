/** Reads a pack: the whole plan when everything in it is sound, else every fault of every file, with its line. */
import type { z } from 'zod';
import type { PlanDocument, PlanItem } from '../domain/plan.js';
import { defaultPolicy, withOverrides } from '../domain/policy.js';
import { checkPack, warnAbout } from './check.js';
import { draftOf, type Drafted } from './draft.js';
import { faultOf, inReadingOrder, type Fault } from './faults.js';
import { openFolder } from './folder.js';
import { at, type PackDraft } from './pack-draft.js';
import type { PackFolder } from './pack-folder.js';
import type { Said } from './said.js';
import {
  calendarShape,
  indicatorsShape,
  itemShape,
  planShape,
  policyShape,
  unitsShape,
  type ItemFile,
} from './shapes.js';
import { sourceText, type SourceText } from './source-text.js';
import { parseYaml } from './yaml-file.js';

export interface SoundPack {
  readonly plan: PlanDocument;
  /** What may be, but should be known: a year without a calendar, a default that stands in. */
  readonly warnings: readonly Fault[];
}

interface FaultyPack {
  readonly faults: readonly Fault[];
}

export type ReadPack = SoundPack | FaultyPack;

const rootFiles = ['plan.yaml', 'units.yaml', 'indicators.yaml', 'policy.yaml', 'calendar.yaml'];

export const readPack = async (dir: string): Promise<ReadPack> => {
  const folder = await openFolder(dir);
  return 'message' in folder ? { faults: [folder] } : readPackIn(folder);
};

/** `known`: faults found before anything was read. */
export const readPackIn = async (folder: PackFolder, known: readonly Fault[] = []): Promise<ReadPack> => {
  const faults: Fault[] = [...known];
  const pack = await readDraft(folder, (found) => faults.push(...found));
  faults.push(...checkPack(pack));
  const plan = faults.length === 0 ? documentOf(pack) : null;
  if (plan === null) return { faults: inReadingOrder(faults) };
  return { plan, warnings: inReadingOrder([...absences(pack), ...warnAbout(pack)]) };
};

type Tell = (faults: readonly Fault[]) => void;

const readDraft = async (folder: PackFolder, tell: Tell): Promise<PackDraft> => {
  tell(await strayFiles(folder));
  const plan = await readFile(folder, 'plan.yaml', planShape, tell);
  const units = await readFile(folder, 'units.yaml', unitsShape, tell);
  for (const { file, drafted } of [plan, units].filter(({ there }) => !there)) {
    if (drafted === null) tell([faultOf(file, isMissing)]);
  }
  const items = await readItems(folder, tell);
  return {
    plan: plan.drafted,
    units: units.drafted,
    ...items,
    indicators: (await readFile(folder, 'indicators.yaml', indicatorsShape, tell)).drafted,
    policy: (await readFile(folder, 'policy.yaml', policyShape, tell)).drafted,
    calendar: (await readFile(folder, 'calendar.yaml', calendarShape, tell)).drafted,
    source: await readSource(folder, plan.drafted, tell),
  };
};

const isMissing: Said = {
  zh: '缺失；规划包须有 plan.yaml、units.yaml 和 items/',
  en: 'is missing; a pack needs plan.yaml, units.yaml and items/',
};

/** A misspelt name would otherwise be passed over in silence. */
const strayFiles = async (folder: PackFolder): Promise<Fault[]> => {
  const names = await folder.names();
  if (names === null) return [];
  if ('message' in names) return [names];
  return names
    .filter((name) => /\.ya?ml$/i.test(name) && !rootFiles.includes(name))
    .map((name) =>
      faultOf(name, {
        zh: `不是规划包的文件；可有 ${rootFiles.join('、')} 和 items/*.yaml`,
        en: `no file of a pack; allowed are ${rootFiles.join(', ')} and items/*.yaml`,
      }),
    );
};

const readFile = async <T>(folder: PackFolder, file: string, shape: z.ZodType<T>, tell: Tell) => {
  const text = await folder.text(file);
  if (text === null) return { file, there: false, drafted: null };
  if (typeof text !== 'string') {
    tell([text]);
    return { file, there: true, drafted: null };
  }
  const { yaml, faults } = parseYaml(file, text);
  tell(faults);
  if (yaml === null) return { file, there: true, drafted: null };
  const { drafted, faults: misfits } = draftOf(shape, yaml);
  tell(misfits);
  return { file, there: true, drafted };
};

const noItem: Said = {
  zh: '不是事项文件；items/ 中的文件以 NN.yaml 命名',
  en: 'no item; the files of items/ are named NN.yaml',
};
const noItems: Said = {
  zh: '没有事项；每个事项一个文件 NN.yaml',
  en: 'holds no item; each item has one file NN.yaml',
};

const readItems = async (folder: PackFolder, tell: Tell): Promise<Pick<PackDraft, 'items' | 'allItems'>> => {
  const names = await folder.names('items');
  if (names === null || 'message' in names) {
    tell([names ?? faultOf('items', isMissing)]);
    return { items: [], allItems: false };
  }
  const files = names.filter((name) => name.endsWith('.yaml')).map((name) => `items/${name}`);
  const others = names.filter((name) => !name.endsWith('.yaml'));
  tell(others.map((name) => faultOf(`items/${name}`, noItem)));
  if (files.length === 0) tell([faultOf('items', noItems)]);
  const items: Drafted<ItemFile>[] = [];
  for (const file of files) {
    const { drafted } = await readFile(folder, file, itemShape, tell);
    if (drafted !== null) items.push(drafted);
  }
  return { items, allItems: items.length === files.length };
};

const readSource = async (
  folder: PackFolder,
  plan: PackDraft['plan'],
  tell: Tell,
): Promise<SourceText | null> => {
  const file = plan?.draft.source;
  if (plan === null || file === undefined) return null;
  const text = await folder.text(file);
  if (typeof text === 'string') return sourceText(file, text);
  const missing = { zh: `规划包中没有文件 ${file}`, en: `there is no file ${file} in the pack` };
  tell([text ?? at(plan, ['source'], missing)]);
  return null;
};

const noIndicators: Said = {
  zh: '没有此文件：规划没有指标',
  en: 'is not there: the plan has no indicators',
};
const noPolicy: Said = {
  zh: '没有此文件：采用默认督办规则',
  en: 'is not there: the default policy holds',
};
const noSource: Said = {
  zh: '没有写明原文（source）：标题无法与原文核对',
  en: 'names no source: titles cannot be held against the text they come from',
};

const absences = ({ plan, indicators, policy, source }: PackDraft): Fault[] => [
  ...(indicators === null ? [faultOf('indicators.yaml', noIndicators)] : []),
  ...(policy === null ? [faultOf('policy.yaml', noPolicy)] : []),
  ...(plan !== null && source === null ? [faultOf(plan.file, noSource)] : []),
];

/** The plan of a pack without faults; null when a file that must be there is not whole. */
const documentOf = ({ plan, units, items, indicators, policy, calendar }: PackDraft): PlanDocument | null => {
  if (plan?.whole == null || units?.whole == null) return null;
  const { id, title, short, gloss, issuer, period, signedOn, publishedOn, sections, notes = [] } = plan.whole;
  return {
    ...{ id, title, short, gloss, issuer, period, signedOn, publishedOn, sections, notes },
    ...units.whole,
    items: items
      .flatMap(({ whole }) => (whole === null ? [] : [itemOf(whole)]))
      .sort((a, b) => a.number - b.number),
    indicators: indicators?.whole ?? [],
    policy: withOverrides(defaultPolicy, policy?.whole ?? {}),
    calendar: calendar?.whole ?? [],
  };
};

const itemOf = ({ notes = [], ...item }: ItemFile): PlanItem => ({ ...item, notes });
