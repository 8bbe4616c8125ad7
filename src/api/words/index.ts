/** The words of a language, zh unless asked for en. */
import { en } from './en.js';
import { zh } from './zh.js';
import type { Language, Words } from './words.js';

export { caseNamed, detailNamed, namesOfNone } from './detail.js';
export type { FaultCode, Language, Naming, Words } from './words.js';

export const wordsOf: Readonly<Record<Language, Words>> = { zh, en };

/** Puts values where a text says `{name}`. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
