import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { itemPage } from '../../src/api/contract/item-shapes.js';
import { startHouse, type House, type NamedBytes, type Visitor } from './api-house.js';
import { jpg, officeOf, ofd, pdf, png, wps, zipOf } from './api-zips.js';

let house: House;
let head: Visitor;
beforeAll(async () => {
  house = await startHouse({ maxFileBytes: 1024 * 1024, maxFiles: 3 });
  head = await house.as('head');
  await (await house.as('case-officer-1')).command(house.items[0], 'dispatch');
  await head.command(house.items[0], 'acknowledge');
});
afterAll(() => house.stop());

const named = (name: string, bytes: Buffer): NamedBytes => ({ name, bytes });
const uploaded = async (...files: readonly NamedBytes[]): Promise<string> => {
  const answer = await head.upload(files);
  const [first] = answer.json.files;
  if (!first) throw new Error(answer.text);
  return first.id;
};
const leftOver = (): Promise<string[]> => readdir(join(house.filesDir, 'incoming'));

describe('an upload', () => {
  it.each([
    ['总结.pdf', pdf(), 'application/pdf'],
    ['报告.docx', officeOf('word/document.xml'), /wordprocessingml/],
    ['清单.xlsx', officeOf('xl/workbook.xml'), /spreadsheetml/],
    ['汇报.pptx', officeOf('ppt/presentation.xml'), /presentationml/],
    ['公文.ofd', ofd(), 'application/ofd'],
    ['旧稿.wps', wps(), 'application/vnd.ms-works'],
    ['照片.jpg', jpg(), 'image/jpeg'],
    ['照片.JPEG', jpg(), 'image/jpeg'],
    ['图.png', png(), 'image/png'],
    [
      '打包.zip',
      zipOf([
        { name: '说明.txt', content: '说明' },
        { name: '附件/报告.docx', content: officeOf('word/document.xml') },
      ]),
      'application/zip',
    ],
  ])('takes %s', async (name, bytes, mediaType) => {
    const answer = await head.upload([named(name, bytes)]);
    expect([answer.status, answer.text.slice(0, 200)]).toEqual([201, answer.text.slice(0, 200)]);
    expect(answer.json.files[0]).toMatchObject({
      name,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: mediaType instanceof RegExp ? (expect.stringMatching(mediaType) as string) : mediaType,
    });
  });

  it('comes back byte for byte under its Chinese name, as an attachment that no browser guesses about', async () => {
    const name = '嵊泗 智慧矫正中心“达标”清单(盖章件).pdf';
    const id = await uploaded(named(name, pdf('清单')));
    const answer = await head.get(`/api/v1/files/${id}`);
    expect(answer.text).toBe(pdf('清单').toString());
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment;/);
    expect(decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '')).toBe(name);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
  });

  it.each([
    ['脚本.html', Buffer.from('<script>'), 'file_type_refused'],
    ['程序.exe', Buffer.from('MZ'), 'file_type_refused'],
    ['没有扩展名', pdf(), 'file_type_refused'],
    ['伪装.pdf', Buffer.from('<html><script>alert(1)</script>'), 'file_content_mismatch'],
    ['伪装.png', pdf(), 'file_content_mismatch'],
    ['伪装.docx', zipOf([{ name: 'a.txt', content: 'a' }]), 'file_content_mismatch'],
    ['伪装.ofd', officeOf('word/document.xml'), 'file_content_mismatch'],
    [
      '带宏.docx',
      officeOf('word/document.xml', [{ name: 'word/vbaProject.bin', content: 'x' }]),
      'file_content_mismatch',
    ],
    [
      '嵌套.zip',
      zipOf([{ name: '里面.zip', content: zipOf([{ name: 'a', content: 'a' }]) }]),
      'file_nested_archive',
    ],
    [
      '暗嵌.zip',
      zipOf([{ name: '里面.txt', content: zipOf([{ name: 'a', content: 'a' }]) }]),
      'file_nested_archive',
    ],
    [
      '暗嵌二.zip',
      zipOf([{ name: '里面.txt', content: zipOf([{ name: 'a', content: 'a' }]), stored: true }]),
      'file_nested_archive',
    ],
    ['加密.zip', zipOf([{ name: '看不见.txt', content: 'x', encrypted: true }]), 'file_nested_archive'],
    ['越界.zip', zipOf([{ name: '../../etc/passwd', content: 'x' }]), 'file_content_mismatch'],
    ['空包.zip', zipOf([{ name: '文件夹/', content: '' }]), 'file_empty'],
    ['断包.zip', zipOf([{ name: 'a', content: 'a' }]).subarray(0, 40), 'file_content_mismatch'],
    ['空.pdf', Buffer.alloc(0), 'file_empty'],
  ])('refuses %s', async (name, bytes, code) => {
    const answer = await head.upload([named(name, bytes)]);
    expect([name, answer.json.code]).toEqual([name, code]);
    expect(answer.status).toBeLessThan(500);
    expect(await leftOver()).toEqual([]);
  });

  it('cuts a path off a name, and refuses names that mislead', async () => {
    const plain = await head.upload([
      named('../../../etc/证明.pdf', pdf()),
      named('C:\\temp\\证明.pdf', pdf()),
    ]);
    expect(plain.json.files.map(({ name }) => name)).toEqual(['证明.pdf', '证明.pdf']);
    for (const name of ['证明\u202Efdp.pdf', `${'长'.repeat(201)}.pdf`, '证\n明.pdf'])
      expect([name, (await head.upload([named(name, pdf())])).json.code]).toEqual([
        name,
        'file_name_refused',
      ]);
    expect(await leftOver()).toEqual([]);
  });

  it('is kept whole or not at all, within its limits', async () => {
    const before = await house.stack.sql('SELECT id FROM uploads');
    const mixed = await head.upload([named('好.pdf', pdf('好')), named('坏.pdf', Buffer.from('坏'))]);
    expect(mixed.json.code).toBe('file_content_mismatch');
    const many = await head.upload(Array.from({ length: 4 }, (_, n) => named(`${n}.pdf`, pdf())));
    expect([many.status, many.json.code]).toEqual([413, 'too_many_files']);
    const large = await head.upload([named('大.pdf', Buffer.concat([pdf(), Buffer.alloc(1024 * 1024)]))]);
    expect([large.status, large.json.code]).toEqual([413, 'file_too_large']);
    expect(await house.stack.sql('SELECT id FROM uploads')).toEqual(before);
    expect(await leftOver()).toEqual([]);
  });

  it.each([
    ['no file at all', 'multipart/form-data; boundary=x', '--x--\r\n', 'upload_incomplete'],
    ['no boundary', 'multipart/form-data', 'x', 'upload_incomplete'],
    [
      'a body broken off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7',
      'upload_incomplete',
    ],
    [
      'another field',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="other"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n--x--\r\n',
      'upload_incomplete',
    ],
    ['JSON', 'application/json', '{}', 'unsupported_media'],
  ])('of %s is refused', async (_, type, body, code) => {
    const answer = await head.send('/api/v1/files', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    expect((answer.json as { code: string }).code).toBe(code);
    expect(answer.status).toBeLessThan(500);
    expect(await leftOver()).toEqual([]);
  });
});

describe('evidence', () => {
  it('is handed in by file id, and then seen by whoever may see the item', async () => {
    const id = await uploaded(named('佐证.pdf', pdf('佐证')));
    const caseOfficer = await house.as('case-officer-1');
    expect((await caseOfficer.get(`/api/v1/files/${id}`)).status).toBe(404);
    const given = await head.command(house.items[0], 'submitEvidence', {
      milestone: 'M1',
      files: [id],
      note: '',
    });
    expect([given.status, given.text]).toEqual([201, given.text]);
    expect((await caseOfficer.get(`/api/v1/files/${id}`)).status).toBe(200);
    expect((await (await house.as('co-head')).get(`/api/v1/files/${id}`)).status).toBe(200);
    expect((await (await house.as('other-head')).get(`/api/v1/files/${id}`)).status).toBe(404);
    expect((await (await house.as('audit')).get(`/api/v1/files/${id}`)).status).toBe(403);
    const item = (await caseOfficer.get<z.output<typeof itemPage>>(`/api/v1/items/${house.items[0]}`)).json;
    expect(item.evidence).toMatchObject([{ milestone: 'M1', file: { id, name: '佐证.pdf' } }]);
    expect(item.milestoneList[0]?.submitted).toMatchObject({
      inTime: true,
      files: [{ id }],
      by: { name: '姓名 head' },
    });
  });

  it('cannot be of files that are not there or are not the unit’s own', async () => {
    const id = await uploaded(named('别处.pdf', pdf('别处')));
    const other = await house.as('other-head');
    await (await house.as('case-officer-2')).command(house.items[1], 'dispatch');
    await other.command(house.items[1], 'acknowledge');
    for (const file of [id, '00000000-0000-4000-8000-000000000000']) {
      const answer = await other.command(house.items[1], 'submitEvidence', {
        milestone: 'M1',
        files: [file],
        note: '',
      });
      expect([answer.status, answer.json.code]).toEqual([422, 'no_such_file']);
    }
  });
});
