/** What the shapes of a pack are made of: whatever does not fit a part is told in both languages what the part allows. */
import { z } from 'zod';
import { dayMs, isDate, timeMs, type IsoDate } from '../domain/instants.js';
import type { Said } from './said.js';

// An issue of zod has room for one text: both sentences travel in it.
export const wanted = (allowed: Said): { readonly error: string } => ({ error: JSON.stringify(allowed) });
export const wantedBy = ({ message }: z.core.$ZodIssue): Said => JSON.parse(message) as Said;

export const leaf = <T>(allowed: Said, fits: (value: unknown) => boolean): z.ZodCustom<T, T> =>
  z.custom<T>(fits, wanted(allowed));

// Lone surrogates and control characters survive neither a database nor a printed letter.
const clean = (value: string, unwanted: RegExp): boolean => value.trim() === value && !unwanted.test(value);
export const isText = (value: unknown, max: number, unwanted: RegExp): boolean =>
  typeof value === 'string' && value !== '' && value.length <= max && clean(value, unwanted);

export const text = leaf<string>(
  {
    zh: '一行文字，最多 500 个字符，首尾没有空格，不含控制字符（形似数字的须加引号）',
    en: 'text of one line, at most 500 characters, no space around it, no control characters (quote what looks like a number)',
  },
  (value) => isText(value, 500, /[\p{Cc}\p{Cs}\u2028\u2029]/u),
);
export const prose = leaf<string>(
  {
    zh: '文字，最多 5000 个字符，首尾没有空格，不含控制字符',
    en: 'text of at most 5000 characters, no space around it, no control characters',
  },
  (value) => isText(value, 5000, /[\p{Cs}\u2028\u2029]|(?!\n)\p{Cc}/u),
);
export const id = leaf<string>(
  {
    zh: '编号，由小写字母、数字和单个连字符组成，最多 60 个字符',
    en: 'an id of small letters, digits and single hyphens, at most 60',
  },
  (value) => typeof value === 'string' && value.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
);
export const date = leaf<IsoDate>(
  { zh: '存在的日期，格式为 YYYY-MM-DD', en: 'a date that exists, YYYY-MM-DD' },
  (value) => typeof value === 'string' && isDate(value),
);
export const time = leaf<string>(
  { zh: "加引号的时刻，格式为 'HH:MM'", en: "a quoted time of day, 'HH:MM'" },
  (value) => typeof value === 'string' && /^\d{2}:[0-5]\d$/.test(value) && timeMs(value) < dayMs,
);
export const whole = (from: number, to = 100_000): z.ZodCustom<number, number> =>
  leaf<number>({ zh: `${from} 至 ${to} 之间的整数`, en: `a whole number from ${from} to ${to}` }, (value) =>
    isWhole(value, from, to),
  );
export const isWhole = (value: unknown, from: number, to: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
export const oneOf = <const T extends readonly string[]>(values: T): z.ZodCustom<T[number], T[number]> =>
  leaf<T[number]>({ zh: `${values.join('、')} 之一`, en: `one of ${values.join(', ')}` }, (value) =>
    values.some((allowed) => allowed === value),
  );
export const list = <S extends z.ZodType>(element: S, { zh, en }: Said): z.ZodArray<S> =>
  z.array(element, wanted({ zh: `${zh}的列表`, en: `a list of ${en}` }));
export const atLeastOne = <S extends z.ZodType>(element: S, of: Said): z.ZodArray<S> =>
  list(element, of).min(
    1,
    wanted({ zh: `${of.zh}的列表，至少一项`, en: `a list of ${of.en}, at least one` }),
  );
export const map = <S extends z.ZodRawShape>(shape: S): ReturnType<typeof z.strictObject<S>> => {
  const keys = Object.keys(shape);
  const allowed = { zh: `一组键值，键为 ${keys.join('、')}`, en: `a map with the keys ${keys.join(', ')}` };
  return z.strictObject(shape, wanted(allowed));
};
