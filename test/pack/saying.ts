/** What a fault says in English, and what both its languages must have in common, whatever their words. */
import { expect } from 'vitest';
import type { Said } from '../../src/pack/said.js';

export const saying = (english: string): unknown =>
  expect.objectContaining({ en: expect.stringContaining(english) as string });

const figuresOf = (text: string): string[] => [...new Set(text.match(/\d+(?:\.\d+)?/g))].sort();

const quotedIn = (text: string): string[] => text.match(/'[^']*'|"(?:[^"\\]|\\.)*"|“[^”]*”/g) ?? [];

/** Names of files, keys and ids as they stand in a Chinese sentence. */
const namesIn = (text: string): string[] => text.match(/[A-Za-z][\w./*-]*/g) ?? [];

export const expectSaidAlike = ({ zh, en }: Said): void => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(zh).not.toBe(en);
  expect(figuresOf(zh)).toEqual(figuresOf(en));
  for (const part of quotedIn(en)) expect(zh).toContain(part);
  for (const name of namesIn(zh)) expect(en).toContain(name);
};
