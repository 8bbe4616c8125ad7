import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanDocument } from '../../src/domain/plan.js';
import { readPack } from '../../src/pack/read.js';
import { writePack } from '../../src/pack/write.js';
import { emptyFolder, folderOf, sampleFiles, samplePlan, sampleSource } from './sample-plan.js';
import { saying } from './saying.js';

it('what is written reads back as the same plan, without a warning', async () => {
  const dir = await emptyFolder();
  await writePack(samplePlan, dir, sampleSource);
  expect(await readPack(dir)).toEqual({ plan: samplePlan, warnings: [] });
});

it('a pack without its source reads back the same, and warns that titles are held against nothing', async () => {
  const dir = await emptyFolder();
  await writePack(samplePlan, dir);
  expect(await readPack(dir)).toEqual({
    plan: samplePlan,
    warnings: [
      expect.objectContaining({
        file: 'plan.yaml',
        message: saying('names no source'),
      }),
    ],
  });
});

/** Text as a pack may hold it, strange for YAML: quotes, colons, what looks like a number, a date or a comment. */
const strange = fc
  .oneof(
    fc.constantFrom(
      '10',
      '1e3',
      'null',
      '~',
      'yes',
      '2022-01-01',
      '0x1f',
      '- a',
      '# a',
      'a: b',
      '{a}',
      "it's",
      '"',
      '*x',
      '&x',
      '!x',
      '%',
      '|',
      '>-',
      '<<',
      '=',
      '“四风”',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
  )
  .filter((text) => text.trim() === text && text !== '' && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text));

const withTexts = ([title, evidence, text, name, note]: readonly [
  string,
  string,
  string,
  string,
  string,
]): PlanDocument => ({
  ...samplePlan,
  title,
  notes: [{ lines: [1], text: `${note}\n\n  ${note}` }],
  units: samplePlan.units.map((unit, index) => (index === 0 ? { ...unit, name } : unit)),
  items: samplePlan.items.map((item) => ({
    ...item,
    measures: item.measures.map((measure) => ({ ...measure, text })),
    milestones: item.milestones.map((milestone) => ({ ...milestone, evidence, doneBy: name })),
  })),
});

it('any text that may stand in a pack comes back as it was', async () => {
  const dir = await emptyFolder();
  await fc.assert(
    fc.asyncProperty(fc.tuple(strange, strange, strange, strange, strange), async (texts) => {
      const plan = withTexts(texts);
      await writePack(plan, dir);
      const read = await readPack(dir);
      expect('faults' in read ? read.faults : read.plan).toEqual(plan);
    }),
    { numRuns: 60 },
  );
});

it('a pack without policy, indicators and calendar takes the defaults and says so', async () => {
  const files = sampleFiles();
  for (const file of ['policy.yaml', 'indicators.yaml', 'calendar.yaml']) files.delete(file);
  for (const [file, text] of files)
    files.set(file, String(text).replace(/indicators:\n {2}- \d/, 'indicators: []'));
  const read = await readPack(await folderOf(files));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  expect(read.plan).toMatchObject({ policy: samplePlan.policy, indicators: [], calendar: [] });
  expect(read.warnings.map(({ file, message }) => `${file}: ${message.en}`)).toEqual([
    expect.stringMatching(/^indicators\.yaml: is not there/),
    expect.stringMatching(/^plan\.yaml: the calendar has no 2022/),
    expect.stringMatching(/^plan\.yaml: the calendar has no 2023/),
    expect.stringMatching(/^policy\.yaml: is not there: the default policy holds/),
  ]);
});

it('a policy that says one thing keeps the default of all others', async () => {
  const files = sampleFiles();
  files.set('policy.yaml', 'version: 4\nrungs: { listing3: 60 }\nterms: { receipt: 1 }\n');
  const read = await readPack(await folderOf(files));
  expect('plan' in read && read.plan.policy).toEqual({
    ...samplePlan.policy,
    version: 4,
    rungs: { ...samplePlan.policy.rungs, listing3: 60 },
    terms: { ...samplePlan.policy.terms, receipt: 1 },
  });
});

it('a year of the period without a calendar is a warning, not a fault', async () => {
  const files = sampleFiles();
  files.set('calendar.yaml', '- { year: 2022, notice: 样本通知一, off: [], on: [] }\n');
  const read = await readPack(await folderOf(files));
  expect('warnings' in read && read.warnings).toEqual([
    expect.objectContaining({
      file: 'calendar.yaml',
      message: saying('has no 2023'),
    }),
  ]);
});

it('a title that stops before its sentence does needs a note, or is warned of', async () => {
  const files = sampleFiles();
  files.set('plan.yaml', String(files.get('plan.yaml')).replace(/notes:[^]*/, 'notes: []\n'));
  const read = await readPack(await folderOf(files));
  expect('warnings' in read && read.warnings).toEqual([
    expect.objectContaining({
      file: 'items/02.yaml',
      path: 'title',
      message: saying('runs on'),
    }),
  ]);
});
