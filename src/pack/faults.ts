/** What is wrong with a pack, where exactly, and how it is told: `file:line: path: message`. */
import { join } from 'node:path';
import type { Said } from './said.js';

export type Path = readonly PropertyKey[];

export interface Fault {
  /** Relative to the pack's folder; `.` = the folder itself. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Where in the file's data, as in `milestones[0].due`; empty = the file as a whole. */
  readonly path: string;
  /** What is wrong and what is allowed. */
  readonly message: Said;
}

/** Of a file as a whole, or of a line in it where no data could be read. */
export const faultOf = (file: string, message: Said, line = 1): Fault => ({ file, line, path: '', message });

export const formatPath = (path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

/** In English, as the command line speaks. */
export const formatFault = (dir: string, { file, line, path, message }: Fault): string =>
  `${join(dir, file)}:${line}: ${path === '' ? '' : `${path}: `}${message.en}`.replace(/\p{Cc}/gu, visible);

/** A pack of strange origin must not steer the terminal it is told on. */
const visible = (control: string): string => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** A value as a message quotes it: short, on one line, every odd character escaped. */
export const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${[...text].slice(0, 57).join('')}…` : text;
};

export const inReadingOrder = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
