/** What is told beyond the table of faults.test.ts is told in both languages too. */
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBrought } from '../../src/pack/brought.js';
import type { Fault } from '../../src/pack/faults.js';
import { readPack, type ReadPack } from '../../src/pack/read.js';
import { emptyFolder, folderOf, sampleFiles, spoil } from './sample-plan.js';
import { expectSaidAlike, saying } from './saying.js';

const toldOf = (read: ReadPack): readonly Fault[] => ('faults' in read ? read.faults : read.warnings);

const expectBoth = (read: ReadPack, english: string): void => {
  const told = toldOf(read);
  expect(told).toContainEqual(expect.objectContaining({ message: saying(english) }));
  for (const { message } of told) expectSaidAlike(message);
};

const one = 'items/01.yaml';
const indicators = 'indicators.yaml';
const policy = 'policy.yaml';

describe('a rule broken is told in both languages:', () => {
  it.each([
    ['a day twice', 'calendar.yaml', '- 2022-05-02', '- 2022-01-03', '2022-01-03 is given twice'],
    ['indicators out of order', indicators, 'number: 2', 'number: 5', '5 stands where 2 belongs'],
    ['a bare figure in per cent', indicators, 'value: 90%', 'value: "90"', 'where a bare 90 is printed'],
    ['an item twice', indicators, '- 1\n', '- 1\n    - 1\n', 'item 1 is named twice'],
    ['an indicator twice', one, '- 1\n', '- 1\n  - 1\n', 'indicator 1 is named twice'],
    ['one item missing', 'items/03.yaml', 'number: 3', 'number: 4', 'item 3 is missing before 4'],
    ['a co-unit twice', one, '- water', '- water\n  - water', 'water is named twice'],
    ['a measure twice', one, '- "1.1"', '- "1.1"\n      - "1.1"', "'1.1' is named twice"],
    ['a leader twice', 'units.yaml', 'id: deputy', 'id: director', 'director is given twice'],
    ['a reminder before the span', policy, '    - 2\n', '    - 9\n', '9 days before due is longer'],
    ['hours that run backwards', policy, '17:30', '07:30', 'is no stretch of a day'],
    ['a list of nothing', 'plan.yaml', 'items:\n      - 3', 'items: []', 'a list of item numbers, at least'],
    ['a time too many', policy, '17:30', '17:30\n  - 18:00', 'wanted: two quoted times of day'],
    ['a key twice that is no word', one, 'tile:', '词: 1\n词: 2\ntile:', 'the key here is given twice'],
  ])('%s', async (_, file, from, to, english) => {
    const files = sampleFiles();
    spoil(files, file, from, to);
    expectBoth(await readPack(await folderOf(files)), english);
  });
});

describe('a file that cannot be taken for its name is told of in both languages:', () => {
  const many = (line: (n: number) => string): string =>
    Array.from({ length: 400 }, (_, n) => line(n)).join('\n');

  it.each([
    ['no file of a pack', 'calender.yaml', '[]', 'no file of a pack'],
    ['no item', 'items/04.yml', '', 'no item'],
    ['no text', one, Buffer.from('a\0b'), 'a NUL byte'],
    ['no UTF-8', one, Buffer.from([0xc4, 0xe3]), 'not UTF-8'],
    ['too large', one, Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'allowed are 5242880'],
    ['no end of faults', one, many((n) => `k${n}: 1`), 'more faults'],
    ['no end of errors', one, many((n) => `k${n}: @`), 'more errors of YAML'],
    ['no end of brackets', one, '['.repeat(100_000), 'YAML'],
  ])('%s', async (_, file, content, english) => {
    const files = sampleFiles();
    files.set(file, content);
    expectBoth(await readPack(await folderOf(files)), english);
  });

  it('what lies beside the pack', async () => {
    const files = [...sampleFiles()].map(([file, text]): [string, Buffer] => [
      `a/b/${file}`,
      Buffer.from(String(text)),
    ]);
    expectBoth(await readBrought(new Map([...files, ['a/c.yaml', Buffer.of()]])), 'lies beside the folder');
  });

  it('what is no file', async () => {
    const dir = await folderOf(sampleFiles());
    await mkdir(join(dir, 'items/04.yaml'));
    await symlink('nowhere.yaml', join(dir, 'items/05.yaml'));
    await rm(join(dir, 'source.txt'));
    await symlink('/dev/zero', join(dir, 'source.txt'));
    const read = await readPack(dir);
    for (const english of ['no plain file', 'cannot be read (ENOENT)', 'leads out of the pack'])
      expectBoth(read, english);
  });
});

it('a folder that is no pack is told of in both languages', async () => {
  const dir = await folderOf(sampleFiles());
  expectBoth(await readPack(join(dir, 'nowhere')), 'there is no such folder');
  expectBoth(await readPack(join(dir, 'plan.yaml')), 'this is no folder');
  expectBoth(await readPack(await emptyFolder()), 'is missing; a pack needs');
  for (const item of ['01', '02', '03']) await rm(join(dir, `items/${item}.yaml`));
  expectBoth(await readPack(dir), 'holds no item');
});

it('a warning is given in both languages', async () => {
  const files = sampleFiles();
  for (const file of [policy, indicators, 'calendar.yaml']) files.delete(file);
  for (const [file, text] of files)
    files.set(file, String(text).replace(/indicators:\n {2}- \d/, 'indicators: []'));
  files.set('plan.yaml', String(files.get('plan.yaml')).replace(/notes:[^]*/, 'notes: []\n'));
  const read = await readPack(await folderOf(files));
  for (const english of ['no indicators', 'the default policy holds', 'has no 2023', 'runs on'])
    expectBoth(read, english);
  spoil(files, 'plan.yaml', 'source: source.txt\n', '');
  expectBoth(await readPack(await folderOf(files)), 'names no source');
});
