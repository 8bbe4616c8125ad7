/** What a pack is read from, wherever its files lie, and what makes bytes a text. */
import { faultOf, type Fault } from './faults.js';
import type { Said } from './said.js';

export interface PackFolder {
  /** Names in the folder or one below it, hidden ones left out, sorted; null when there is no such folder. */
  names(under?: string): Promise<readonly string[] | Fault | null>;
  /** The text of a file; null when there is none. */
  text(file: string): Promise<string | Fault | null>;
}

/** Of one file. */
export const maxBytes = 5 * 1024 * 1024;
const lineFeed = 0x0a;

export const tooLarge = (file: string, bytes: number): Fault =>
  faultOf(file, {
    zh: `文件有 ${bytes} 字节，最多允许 ${maxBytes} 字节`,
    en: `the file has ${bytes} bytes; allowed are ${maxBytes}`,
  });

const holdsNul: Said = {
  zh: '含有 NUL 字节，不是文本；请用 UTF-8 编码',
  en: 'a NUL byte: this is no text; write UTF-8',
};
const notUtf8: Said = {
  zh: '含有不属于 UTF-8 的字节；请用 UTF-8 编码',
  en: 'bytes that are not UTF-8; write UTF-8',
};

export const decoded = (file: string, bytes: Buffer): string | Fault => {
  const nul = bytes.indexOf(0);
  if (nul >= 0) return faultOf(file, holdsNul, lineOfByte(bytes, nul));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return faultOf(file, notUtf8, firstBadLine(bytes));
  }
};

const lineOfByte = (bytes: Buffer, at: number): number =>
  bytes.subarray(0, at).reduce((line, byte) => (byte === lineFeed ? line + 1 : line), 1);

// A line feed is never part of a longer UTF-8 sequence, so lines can be tried one by one.
const firstBadLine = (bytes: Buffer): number => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(lineFeed, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
};
