/** Promise: every text of the pages, in the language of the reader; both languages have the same keys. */
import { wordsOf } from '../../../src/api/words/index.js';
import { language } from './language';
import * as en from './en';
import * as zh from './zh';

type Text = typeof zh;
const texts: Readonly<Record<'zh' | 'en', Text>> = { zh, en };

export const text: Text = texts[language];
/** The vocabulary the API speaks as well: roles, rungs, commands, states. */
export const words = wordsOf[language];
