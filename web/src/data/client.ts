/**
 * Promise: a question to the API either brings its answer, or a refusal with the sentence the API says, or tells that
 * nobody answered. What reached nobody may be asked again under the same key.
 */
import { language } from '../text/language';
import { actingFor } from './acting-for';
import { connection } from './connection';

export const apiPath = '/api/v1';

/** A problem document, as the API writes it. */
export interface ProblemShown {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly faults?: readonly { readonly path: string; readonly message: string }[];
  readonly requestId?: string;
  /** Of a stale version: the present one. */
  readonly version?: number;
}

/** The API has answered, and the answer is no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly problem: ProblemShown) {
    super(problem.title);
  }
}

/** Nobody has answered. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
}

const headersOf = ({ headers, body }: Question): Headers => {
  const all = new Headers({ Accept: 'application/json', 'Accept-Language': language, ...headers });
  const principal = actingFor();
  if (principal !== null) all.set('Acting-For', principal);
  if (body !== undefined && !(body instanceof FormData)) all.set('Content-Type', 'application/json');
  return all;
};

const bodyOf = (body: unknown): BodyInit | null => {
  if (body === undefined) return null;
  return body instanceof FormData ? body : JSON.stringify(body);
};

const fetched = async (path: string, question: Question): Promise<Response> => {
  try {
    return await fetch(apiPath + path, {
      method: question.method ?? 'GET',
      headers: headersOf(question),
      body: bodyOf(question.body),
      signal: question.signal ?? null,
    });
  } catch (error) {
    if (question.signal?.aborted === true) throw error;
    connection.lost();
    throw new Unreachable(path);
  }
};

export const isProblem = (response: Response): boolean =>
  (response.headers.get('content-type') ?? '').startsWith('application/problem+json');

/** Asks under the API's path; a gateway's own page counts as nobody's answer. */
export const ask = async <T>(path: string, question: Question = {}): Promise<Answer<T>> => {
  const response = await fetched(path, question);
  if (isProblem(response)) {
    connection.restored();
    throw refusalOf((await response.json()) as ProblemShown);
  }
  if (response.status >= 500) {
    connection.lost();
    throw new Unreachable(path);
  }
  connection.restored();
  const hasBody = response.status !== 204 && response.status !== 304;
  return {
    status: response.status,
    body: (hasBody ? await response.json() : null) as T,
    etag: response.headers.get('etag'),
  };
};

/** Whoever is signed out meanwhile is asked to sign in again, wherever they are. */
const refusalOf = (problem: ProblemShown): Refused => {
  if (problem.code === 'unauthenticated') connection.signedOut();
  return new Refused(problem);
};

export const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await ask<T>(path, signal ? { signal } : {})).body;
