/** Promise: a letter in the shape a robot takes, within its size, and its answers in the terms of ours. */
import { createHmac } from 'node:crypto';
import type { Channel, ChannelKind } from '../domain/channels.js';
import type { Instant } from '../domain/instants.js';
import type { Letter } from './letter.js';
import type { Sent } from './mailer.js';

export interface RobotRequest {
  readonly url: URL;
  readonly body: string;
}

/** `now`: the wall clock; a signature holds for an hour around it. */
export const robotRequest = (channel: Channel, letter: Letter, now: Instant): RobotRequest => {
  switch (channel.kind) {
    case 'dingtalk':
      return { url: signed(channel, now), body: dingtalkBody(letter) };
    case 'wecom':
      return { url: new URL(channel.url), body: wecomBody(letter) };
  }
};

const signed = ({ url, secret }: Channel, now: Instant): URL => {
  const address = new URL(url);
  if (secret === null) return address;
  const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
  address.searchParams.set('timestamp', String(now));
  address.searchParams.set('sign', sign);
  return address;
};

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** DingTalk's bound is that of the whole body, WeCom's that of the content. */
const dingtalkMaxBytes = 20_000;
const wecomMaxBytes = 4_096;

const dingtalkBody = (letter: Letter): string => {
  const title = plain(letter.subject);
  const body = (text: string): string => JSON.stringify({ msgtype: 'markdown', markdown: { title, text } });
  // There a single line break is a space.
  return body(fitting(markdownOf(letter), '\n\n', (text) => bytesOf(body(text)) <= dingtalkMaxBytes));
};

const wecomBody = (letter: Letter): string => {
  const content = fitting(markdownOf(letter), '\n', (text) => bytesOf(text) <= wecomMaxBytes);
  return JSON.stringify({ msgtype: 'markdown', markdown: { content } });
};

const markdownOf = ({ subject, lines }: Letter): readonly string[] => [
  `#### ${plain(subject)}`,
  ...lines.filter((line) => line !== '').map((line) => plain(line).replace(/^· /, '- ')),
];

/** Titles are not to become links, pictures or calls of persons. */
const plain = (text: string): string => text.replaceAll(/[<>[\]]/g, (sign) => harmless[sign] ?? sign);

const harmless: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', '[': '［', ']': '］' };

/** The lines that fit, and how many do not. */
const fitting = (lines: readonly string[], joint: string, fits: (text: string) => boolean): string => {
  for (let kept = lines.length; kept > 0; kept -= 1) {
    const text = [...lines.slice(0, kept), ...leftOut(lines.length - kept)].join(joint);
    if (fits(text)) return text;
  }
  return leftOut(lines.length).join(joint);
};

const leftOut = (count: number): readonly string[] =>
  count === 0 ? [] : [`…（另有 ${count} 行，请登录督战系统查看）`];

/** Too many messages in a while, or too busy: what the robots answer when they would take it later. */
const notNow: Readonly<Record<ChannelKind, readonly number[]>> = {
  dingtalk: [-1, 90_018, 130_101, 410_100],
  wecom: [-1, 45_009, 45_033],
};

export interface RobotAnswer {
  readonly status: number;
  readonly body: string;
}

/** Only a plain yes counts as sent; a success nobody can read is none. */
export const sentOf = (kind: ChannelKind, { status, body }: RobotAnswer): Sent => {
  if (status === 429 || status >= 500) return { kind: 'temporary', reason: `HTTP ${status}` };
  if (status < 200 || status > 299) return { kind: 'permanent', reason: `HTTP ${status}` };
  const { errcode, errmsg } = readAnswer(body);
  if (errcode === 0) return { kind: 'sent' };
  if (typeof errcode !== 'number') return { kind: 'unknown', reason: 'the answer cannot be read' };
  const reason = `errcode ${errcode}${typeof errmsg === 'string' ? `: ${errmsg}` : ''}`;
  return { kind: notNow[kind].includes(errcode) ? 'temporary' : 'permanent', reason };
};

const readAnswer = (body: string): { readonly errcode?: unknown; readonly errmsg?: unknown } => {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
};
