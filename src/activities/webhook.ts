/**
 * Promise: a message to a robot leaves only for a host that is allowed and, unless private networks are, only to an
 * address of the public internet; no redirect is followed. As with mail only a definite yes counts as sent, and
 * nothing that would let others write to the group is ever told.
 */
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { RequestOptions } from 'node:https';
import { channelFault, type Channel, type ChannelRules } from '../domain/channels.js';
import type { Instant } from '../domain/instants.js';
import type { Letter } from './letter.js';
import type { Sent } from './mailer.js';
import {
  guardedLookup,
  isPrivateLiteral,
  isPublic,
  PrivateAddress,
  resolve,
  type Resolve,
} from './public-address.js';
import { robotRequest, sentOf, type RobotAnswer, type RobotRequest } from './robot-message.js';

export interface Robots {
  send(channel: Channel, letter: Letter): Promise<Sent>;
}

export interface RobotsOptions extends ChannelRules {
  /** Wall clock: signatures are dated. */
  readonly clock: () => Instant;
  /** How long the whole conversation may take. */
  readonly patienceMs?: number;
  readonly resolve?: Resolve;
}

/** Null = the installation names no host: there are no robots. */
export const createRobots = (options: RobotsOptions): Robots | null =>
  options.hosts.length === 0 ? null : { send: (channel, letter) => send(channel, letter, options) };

const send = async (channel: Channel, letter: Letter, options: RobotsOptions): Promise<Sent> => {
  const fault = channelFault(channel, options);
  if (fault !== null) return { kind: 'permanent', reason: fault };
  const handed: Handed = { connected: false, written: false };
  try {
    const answer = await converse(robotRequest(channel, letter, options.clock()), handed, options);
    return discreet(sentOf(channel.kind, answer), channel);
  } catch (error) {
    return discreet(afterFailure(error as NodeJS.ErrnoException, handed), channel);
  }
};

/** What robots answer is short; more is not read. */
const answerMaxBytes = 64 * 1024;

/** How far a request came: only one written to its end, to somebody who was there, can have been taken. */
interface Handed {
  /** With TLS: once the other side has shown who it is. */
  connected: boolean;
  written: boolean;
}

const converse = async (
  { url, body }: RobotRequest,
  handed: Handed,
  { allowPrivate, patienceMs = 20_000, resolve: resolveAll = resolve }: RobotsOptions,
): Promise<RobotAnswer> => {
  if (!allowPrivate && isPrivateLiteral(url.hostname)) throw new PrivateAddress(url.hostname);
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(patienceMs),
    lookup: guardedLookup(resolveAll, (address) => allowPrivate || isPublic(address)),
  };
  return new Promise((done, fail) => {
    const isSecure = url.protocol === 'https:';
    const asked = (isSecure ? secureRequest : plainRequest)(url, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text = (text + part).slice(0, answerMaxBytes)));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body: text }));
      answer.on('error', fail);
    });
    asked.on('socket', (socket) =>
      socket.once(isSecure ? 'secureConnect' : 'connect', () => (handed.connected = true)),
    );
    // Also said of what was written into a conversation that never began.
    asked.on('finish', () => (handed.written = true));
    asked.on('error', fail);
    asked.end(body);
  });
};

const afterFailure = (error: NodeJS.ErrnoException, { connected, written }: Handed): Sent => {
  const reason =
    error.name === 'AbortError' || error.name === 'TimeoutError' ? 'no answer in time' : said(error);
  if (error instanceof PrivateAddress) return { kind: 'permanent', reason };
  return { kind: connected && written ? 'unknown' : 'temporary', reason };
};

/** Several addresses tried at once fail with one error each and no words of their own. */
const said = ({ code, message }: NodeJS.ErrnoException): string =>
  [code, message].filter((part) => part !== undefined && part !== '').join(': ');

/** Servers quote what they were sent; a key that is quoted is a key that leaks. */
const discreet = (sent: Sent, { url, secret }: Channel): Sent => {
  if (sent.kind === 'sent') return sent;
  const keys = [secret ?? '', ...new URL(url).searchParams.values()].filter(({ length }) => length > 3);
  const reason = keys.reduce((text, key) => text.replaceAll(key, '…'), sent.reason);
  return { ...sent, reason: reason.slice(0, 300) };
};
