/** A small invented plan, with the text it is read from, and a way to spoil one place of its pack. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PlanDocument, PlanItem } from '../../src/domain/plan.js';
import { defaultPolicy } from '../../src/domain/policy.js';
import { packFiles, type PackSource } from '../../src/pack/write.js';

export const sampleSource: PackSource = {
  file: 'source.txt',
  text: [
    '样本县三年计划',
    '(一)修路。',
    '1.修通村路。硬化路面,装好路灯。',
    '\u00a0 2.养护县道以加快维修为重点,建立台账。',
    '（二）治水。',
    '3.清淤河道。清淤三条河,公布水质。',
    '1',
    '村路硬化率',
    '90%',
    '约束性',
    '2 | 河道水质 | 3 | 逾期性',
  ].join('\n'),
};

const milestone = (id: string, due: string, weight: number, measures: string[]) => ({
  ...{ id, title: `节点${id}`, due, basis: 'proposed' as const, evidence: '验收单', weight, measures },
});

const item = (number: number, title: string, rest: Partial<PlanItem>): PlanItem => ({
  ...{ number, title, tile: title, gloss: `Item ${number}`, section: 1, lines: [number + 2], lead: 'roads' },
  ...{ coUnits: [], indicators: [] },
  measures: [
    { id: `${number}.1`, text: '第一项措施' },
    { id: `${number}.2`, text: '第二项措施' },
  ],
  milestones: [
    milestone('M1', '2022-06-30', 40, [`${number}.1`]),
    milestone('M2', '2023-06-30', 60, [`${number}.2`]),
  ],
  notes: [],
  ...rest,
});

export const samplePlan: PlanDocument = {
  ...{ id: 'sample', title: '样本县三年计划', short: '样本计划', gloss: 'A sample', issuer: '样本县' },
  period: { from: '2022-01-01', to: '2023-12-31' },
  ...{ signedOn: '2022-01-04', publishedOn: '2022-01-05' },
  sections: [
    { number: 1, title: '修路', short: '路', gloss: 'Roads', lines: [2], items: [1, 2] },
    { number: 2, title: '治水', short: '水', gloss: 'Water', lines: [5], items: [3] },
  ],
  notes: [{ about: 'item 2', lines: [4], text: '标题后没有句号。' }],
  office: 'office',
  leaders: [
    { id: 'director', rank: 'director', title: '局长' },
    { id: 'deputy', rank: 'deputy', title: '副局长' },
  ],
  caseOfficers: [{ id: 'case-officer-1', title: '督办员' }],
  units: ['office', 'roads', 'water'].map((id) => ({
    ...{ id, name: `单位${id}`, gloss: id, kind: 'division' as const, leaderInCharge: 'deputy' },
    ...{ caseOfficer: 'case-officer-1', basis: 'proposed' as const },
  })),
  items: [
    item(1, '修通村路', { indicators: [1], coUnits: ['water'] }),
    item(2, '养护县道', {}),
    item(3, '清淤河道', { section: 2, lines: [6], lead: 'water', indicators: [2] }),
  ],
  indicators: [
    {
      ...{ number: 1, name: '村路硬化率', printed: { value: '90%', nature: '约束性' }, value: 90, unit: '%' },
      ...{
        comparator: '≥',
        nature: '约束性',
        kind: 'yearly',
        due: '2023-12-31',
        items: [1],
        lines: [7, 8, 9, 10],
      },
    },
    {
      ...{ number: 2, name: '河道水质', printed: { value: '3', nature: '逾期性' }, value: 3, unit: '类' },
      ...{ comparator: '≤', nature: '预期性', kind: 'state', due: '2023-12-31', items: [3], lines: [11] },
      note: '原文印错。',
    },
  ],
  policy: defaultPolicy,
  calendar: [
    { year: 2022, notice: '样本通知一', off: ['2022-01-03', '2022-05-02'], on: ['2022-05-07'] },
    { year: 2023, notice: '样本通知二', off: ['2023-01-02'], on: [] },
  ],
};

export type PackText = Map<string, string | Buffer>;

export const sampleFiles = (): PackText => new Map(packFiles(samplePlan, sampleSource));

/** Replaces a text that stands in the file at least once; the first place is the one replaced. */
export const spoil = (files: PackText, file: string, from: string, to: string): void => {
  const text = String(files.get(file));
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}:\n${text}`);
  files.set(
    file,
    text.replace(from, () => to),
  );
};

/** The line on which the n-th place of a text stands, from 1. */
export const lineOf = (files: PackText, file: string, marker: string, n = 1): number => {
  const text = String(files.get(file));
  let at = -1;
  for (let count = 0; count < n; count += 1) {
    at = text.indexOf(marker, at + 1);
    if (at < 0) throw new Error(`${file} does not hold ${marker} ${n} times`);
  }
  return text.slice(0, at).split('\n').length;
};

/** An empty folder that is gone when the test has ended. */
export const emptyFolder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'duzhan-pack-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
};

export const folderOf = async (files: PackText): Promise<string> => {
  const dir = await emptyFolder();
  for (const [file, text] of files) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), text);
  }
  return dir;
};
