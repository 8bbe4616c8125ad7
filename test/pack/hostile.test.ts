import { symlink, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/pack/faults.js';
import { readPack } from '../../src/pack/read.js';
import { emptyFolder, folderOf, lineOf, sampleFiles, spoil } from './sample-plan.js';
import { saying } from './saying.js';

const faultsOf = async (dir: string) => {
  const read = await readPack(dir);
  return 'faults' in read ? read.faults : [];
};

const faultsWith = async (file: string, content: string | Buffer) => {
  const files = sampleFiles();
  files.set(file, content);
  return faultsOf(await folderOf(files));
};

const told = (file: string, line: number, says: string) => ({ file, line, path: '', message: saying(says) });

describe('a folder that is no pack', () => {
  it('is told to be missing', async () => {
    const faults = await faultsOf(join(await emptyFolder(), 'nowhere'));
    expect(faults).toEqual([told('.', 1, 'there is no such folder')]);
  });

  it('is told to be a file', async () => {
    const dir = await folderOf(sampleFiles());
    expect(await faultsOf(join(dir, 'plan.yaml'))).toEqual([told('.', 1, 'this is no folder')]);
  });

  it('is told what it lacks', async () => {
    expect(await faultsOf(await emptyFolder())).toEqual([
      told('items', 1, 'is missing'),
      told('plan.yaml', 1, 'is missing'),
      told('units.yaml', 1, 'is missing'),
    ]);
  });

  it('is told of a file it would otherwise pass over', async () => {
    expect(await faultsWith('calender.yaml', '[]')).toEqual([told('calender.yaml', 1, 'no file of a pack')]);
    expect(await faultsWith('items/04.yml', 'number: 4')).toEqual([told('items/04.yml', 1, 'no item')]);
  });
});

describe('a file that is no text', () => {
  it('is refused for a NUL byte, with its line', async () => {
    const faults = await faultsWith('items/02.yaml', Buffer.from('number: 2\ntitle: a\0b\n'));
    expect(faults).toContainEqual(told('items/02.yaml', 2, 'a NUL byte'));
  });

  it('is refused for bytes that are not UTF-8, with their line', async () => {
    const bytes = Buffer.concat([
      Buffer.from('number: 2\ntile: x\ntitle: '),
      Buffer.from([0xc4, 0xe3, 0x0a]),
    ]);
    expect(await faultsWith('items/02.yaml', bytes)).toContainEqual(told('items/02.yaml', 3, 'not UTF-8'));
  });

  it('is refused for a surrogate written as bytes', async () => {
    const bytes = Buffer.concat([Buffer.from('number: 2\ntitle: '), Buffer.from([0xed, 0xa0, 0x80])]);
    expect(await faultsWith('items/02.yaml', bytes)).toContainEqual(told('items/02.yaml', 2, 'not UTF-8'));
  });

  it('is refused when it is larger than 5 MB, the source text too', async () => {
    const large = Buffer.alloc(5 * 1024 * 1024 + 1, 'a');
    expect(await faultsWith('items/02.yaml', large)).toContainEqual(
      told('items/02.yaml', 1, 'allowed are 5242880'),
    );
    expect(await faultsWith('source.txt', large)).toContainEqual(
      told('source.txt', 1, 'allowed are 5242880'),
    );
  });
});

describe('YAML made to hurt', () => {
  it('is refused when it is nested without end', async () => {
    const faults = await faultsWith('items/02.yaml', '['.repeat(100_000));
    expect(faults.length).toBeLessThan(200);
    expect(faults).toContainEqual(expect.objectContaining({ file: 'items/02.yaml' }));
  });

  it('is refused when aliases would swell it', async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(10)}]`);
    const faults = await faultsWith('items/02.yaml', ['a0: &a0 x', ...levels].join('\n'));
    expect(faults).toContainEqual(told('items/02.yaml', 2, 'aliases (*name) are not allowed'));
  });

  it('takes __proto__ for the unknown key it is', async () => {
    const files = sampleFiles();
    spoil(files, 'items/02.yaml', 'lead:', '__proto__: { lead: roads }\nlead:');
    expect(await faultsOf(await folderOf(files))).toEqual([
      {
        ...{ file: 'items/02.yaml', line: lineOf(files, 'items/02.yaml', '__proto__'), path: '__proto__' },
        message: saying('unknown key'),
      },
    ]);
  });

  it('tells no more faults than anyone reads', async () => {
    const faults = await faultsWith(
      'items/02.yaml',
      Array.from({ length: 5000 }, (_, n) => `k${n}: 1`).join('\n'),
    );
    expect(faults.length).toBeLessThan(300);
    expect(faults).toContainEqual(told('items/02.yaml', 1, 'more faults'));
  });

  it.each([
    '',
    '# nothing',
    'null',
    'just text',
    '- 1\n- 2',
    '42',
    '---\na: 1\n---\nb: 2',
    '\u0007',
    '%YAML 9.9',
  ])('never throws: %j', async (text) => {
    for (const file of [
      'plan.yaml',
      'units.yaml',
      'items/02.yaml',
      'indicators.yaml',
      'policy.yaml',
      'calendar.yaml',
    ]) {
      expect(await faultsWith(file, text)).toContainEqual(expect.objectContaining({ file }));
    }
  });
});

describe('a link', () => {
  it('that leaves the pack is refused', async () => {
    const dir = await folderOf(sampleFiles());
    const outside = await emptyFolder();
    await writeFile(join(outside, 'secret.yaml'), 'number: 2');
    await rm(join(dir, 'items/02.yaml'));
    await symlink(join(outside, 'secret.yaml'), join(dir, 'items/02.yaml'));
    await rm(join(dir, 'source.txt'));
    await symlink('/dev/zero', join(dir, 'source.txt'));
    const faults = await faultsOf(dir);
    expect(faults).toContainEqual(told('items/02.yaml', 1, 'leads out of the pack'));
    expect(faults).toContainEqual(told('source.txt', 1, 'leads out of the pack'));
  });

  it('that makes all of items/ another folder is refused', async () => {
    const dir = await folderOf(sampleFiles());
    await rm(join(dir, 'items'), { recursive: true });
    await symlink(await emptyFolder(), join(dir, 'items'));
    expect(await faultsOf(dir)).toContainEqual(told('items', 1, 'leads out of the pack'));
  });

  it('to nowhere is told', async () => {
    const dir = await folderOf(sampleFiles());
    await symlink('nowhere.yaml', join(dir, 'items/04.yaml'));
    expect(await faultsOf(dir)).toContainEqual(told('items/04.yaml', 1, 'cannot be read'));
  });

  it('within the pack is followed', async () => {
    const dir = await folderOf(sampleFiles());
    await mkdir(join(dir, 'texts'));
    await writeFile(join(dir, 'texts/source.txt'), sampleFiles().get('source.txt') ?? '');
    await rm(join(dir, 'source.txt'));
    await symlink('texts/source.txt', join(dir, 'source.txt'));
    expect(await faultsOf(dir)).toEqual([]);
  });
});

it('a folder named like a file is told', async () => {
  const dir = await folderOf(sampleFiles());
  await mkdir(join(dir, 'items/04.yaml'));
  expect(await faultsOf(dir)).toContainEqual(told('items/04.yaml', 1, 'no plain file'));
});

it('control characters of a pack never reach a terminal', async () => {
  const faults = await faultsWith('items/02.yaml', '"\\e[2J\\n": 1');
  const lines = faults.map((fault) => formatFault('pack', fault));
  expect(lines).toContainEqual(expect.stringContaining('pack/items/02.yaml:1: \\x1b[2J\\x0a: unknown key'));
  expect(lines.join('')).not.toMatch(/\p{Cc}/u);
});
