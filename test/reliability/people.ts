/**
 * Promise: people who do not give up: what was not answered is asked again under the same key until it is, and every
 * answer is in the ledger before anybody counts on it.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answered, Ledger } from './ledger.js';

export interface Request {
  readonly login: string;
  readonly path: string;
  readonly body: object;
}

export interface Given {
  readonly answered: Answered;
  /** When the request that was answered left. */
  readonly askedAt: number;
}

export interface People {
  /** Asks for something to be decided. */
  give(request: Request): Promise<Given>;
  /** The same request again, not for the ledger. */
  again(answered: Answered): Promise<Pick<Answered, 'status' | 'submission' | 'version'>>;
  isDecided(login: string, submission: string): Promise<boolean>;
  /** The id of a small file of the person's. */
  upload(login: string): Promise<string>;
  /** Answers that no fault of the machine excuses. */
  readonly faults: readonly string[];
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly json: {
    readonly id?: string;
    readonly submission?: string;
    readonly state?: string;
    readonly version?: number | null;
    readonly files?: readonly { readonly id: string }[];
  };
}

const patienceMs = 15_000;

/** Too many have signed in from here at once, as after a kill on a busy machine: the answer says how long to wait. */
const waitMs = (reply: Reply | null): number =>
  reply?.status === 429 ? Number(reply.headers.get('retry-after') ?? 1) * 1000 : 100;

/** Whoever answers 503, 429 or nothing is asked again a little later; for ever, since every part comes back. */
const persistently = async (ask: () => Promise<Reply>, faults: string[]): Promise<Reply & { at: number }> => {
  for (;;) {
    const at = performance.now();
    const reply = await ask().catch(() => null);
    if (reply && reply.status < 500 && reply.status !== 429) return { ...reply, at };
    if (reply && reply.status !== 503 && reply.status !== 429)
      faults.push(`${reply.status} ${JSON.stringify(reply.json)}`);
    await pause(waitMs(reply));
  }
};

export const peopleOf = (apiUrl: string, password: string, ledger: Ledger): People => {
  const faults: string[] = [];
  const cookies = new Map<string, Promise<string>>();

  const once = async (path: string, init: RequestInit): Promise<Reply> => {
    const response = await fetch(`${apiUrl}${path}`, { ...init, signal: AbortSignal.timeout(patienceMs) });
    return {
      status: response.status,
      headers: response.headers,
      json: (await response.json()) as Reply['json'],
    };
  };
  const signIn = async (account: string): Promise<string> => {
    const body = JSON.stringify({ account, password });
    const headers = { 'content-type': 'application/json' };
    const reply = await persistently(() => once('/sessions', { method: 'POST', body, headers }), faults);
    if (reply.status !== 201) throw new Error(`${account} cannot sign in: ${reply.status}`);
    return reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  };
  const cookieOf = (login: string): Promise<string> => {
    const known = cookies.get(login) ?? signIn(login);
    cookies.set(login, known);
    return known;
  };
  const ask = async (login: string, path: string, init: RequestInit, key?: string) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', await cookieOf(login));
    if (key !== undefined) headers.set('idempotency-key', key);
    return persistently(() => once(path, { ...init, headers }), faults);
  };
  const post = async ({ login, path, body }: Request, key: string) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await ask(login, path, { method: 'POST', body: JSON.stringify(body), headers }, key);
    const { status, json, at } = reply;
    return { at, status, submission: json.id ?? json.submission ?? null, version: json.version ?? null };
  };

  return {
    faults,
    give: async (request) => {
      const key = randomUUID();
      const { at: askedAt, ...rest } = await post(request, key);
      const answered = { ...request, ...rest, key };
      await ledger.write(answered);
      return { answered, askedAt };
    },
    again: async (answered) => post(answered, answered.key),
    isDecided: async (login, submission) => {
      const { json } = await ask(login, `/submissions/${submission}`, {});
      return json.state === 'done' || json.state === 'refused';
    },
    upload: async (login) => {
      const form = new FormData();
      form.append('files', new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' }), '佐证材料.pdf');
      const { json } = await ask(login, '/files', { method: 'POST', body: form });
      const [file] = json.files ?? [];
      if (!file) throw new Error(`${login} could not bring a file`);
      return file.id;
    },
  };
};
