/** Promise: what a handler sees has passed the endpoint's own contract, and what it answers is typed by it. */
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { z } from 'zod';
import { hasRight, type Right } from './access.js';
import type { Answers, Endpoint } from './contract/endpoint.js';
import { checked } from './contract/faults.js';
import type { ApiContext } from './deps.js';
import { languageOf, Problem, success, type Success } from './problem.js';
import { identify, type Caller } from './sign-in.js';
import { findTextFault, refuseBrokenUtf8 } from './text-guard.js';
import { wordsOf, type Language, type Words } from './words/index.js';

/** What a handler is given. */
export interface Ask<E extends Endpoint> {
  readonly context: ApiContext;
  readonly endpoint: E;
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
  /** Refuses on public endpoints, where nobody is known. */
  readonly caller: Caller;
  readonly language: Language;
  readonly words: Words;
  readonly req: Request;
  readonly res: Response;
}

type AnswerOf<A extends Answers, S extends keyof A> = A[S] extends z.ZodType ? z.input<A[S]> : null;

/** What a handler answers; null = it has written the response itself. */
export type Reply<E extends Endpoint> =
  | {
      readonly [S in keyof E['answers'] & Success]: {
        readonly as: S;
        readonly body: AnswerOf<E['answers'], S>;
        readonly headers?: Readonly<Record<string, string>>;
      };
    }[keyof E['answers'] & Success]
  | null;

export type Handler<E extends Endpoint> = (ask: Ask<E>) => Promise<Reply<E>>;

/** An endpoint with its handler, ready to be mounted. */
export interface Served {
  readonly endpoint: Endpoint;
  readonly handlers: (context: ApiContext) => readonly RequestHandler[];
}

export const serve = <E extends Endpoint>(
  endpoint: E,
  handler: Handler<E>,
  before: (context: ApiContext) => readonly RequestHandler[] = () => [],
): Served => ({
  endpoint,
  handlers: (context) => [
    admit(context, endpoint),
    ...before(context),
    ...readBody(context, endpoint),
    async (req, res) => answer(res, await handler(askOf(context, endpoint, req, res))),
  ],
});

export const mount = (router: Router, context: ApiContext, served: readonly Served[]): void => {
  for (const { endpoint, handlers } of served)
    router[endpoint.method](expressPath(endpoint.path), ...handlers(context));
  for (const [path, methods] of methodsByPath(served)) router.all(path, refuseMethod(methods));
};

export const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const methodsByPath = (served: readonly Served[]): ReadonlyMap<string, readonly string[]> => {
  const methods = new Map<string, readonly string[]>();
  for (const { endpoint } of served) {
    const path = expressPath(endpoint.path);
    methods.set(path, [...(methods.get(path) ?? []), endpoint.method.toUpperCase()]);
  }
  return methods;
};

const refuseMethod =
  (methods: readonly string[]): RequestHandler =>
  () => {
    throw new Problem('method_not_allowed', { headers: { Allow: methods.join(', ') } });
  };

/** Callers by request; a request without one is of nobody. */
const callers = new WeakMap<Request, Caller>();

/** Who calls comes first: nothing of a request is read before that. */
const admit = (context: ApiContext, { access }: Endpoint): RequestHandler =>
  access === 'public'
    ? (_req, _res, next) => next()
    : async (req, _res, next) => {
        const caller = await identify(context.db, req, context.now());
        if (access !== 'signed_in') requireRight(caller, access);
        callers.set(req, caller);
        next();
      };

const requireRight = (caller: Caller, right: Right): void => {
  if (!hasRight(caller.actor, right)) throw new Problem('forbidden');
};

const mediaOf: Readonly<Record<'json' | 'files', string>> = {
  json: 'application/json',
  files: 'multipart/form-data',
};

const hasBody = (req: Request): boolean =>
  req.get('transfer-encoding') !== undefined || Number(req.get('content-length') ?? 0) > 0;

const readBody = ({ limits }: ApiContext, { bodyKind }: Endpoint): readonly RequestHandler[] => {
  if (bodyKind === 'none') return [];
  const media = mediaOf[bodyKind];
  const requireMedia: RequestHandler = (req, _res, next) => {
    if (hasBody(req) && !req.is(media)) throw new Problem('unsupported_media', { detail: media });
    next();
  };
  if (bodyKind === 'files') return [requireMedia];
  return [
    requireMedia,
    express.json({ limit: limits.bodyBytes, type: media, strict: true, verify: refuseBrokenUtf8 }),
  ];
};

const askOf = <E extends Endpoint>(context: ApiContext, endpoint: E, req: Request, res: Response): Ask<E> => {
  const language = languageOf(req);
  return {
    context,
    endpoint,
    params: paramsOf(endpoint, req),
    query: queryOf(endpoint, req, language),
    body: bodyOf(endpoint, req, language),
    get caller() {
      const caller = callers.get(req);
      if (!caller) throw new Problem('unauthenticated');
      return caller;
    },
    language,
    words: wordsOf[language],
    req,
    res,
  };
};

/** An id that cannot be one names nothing. */
const paramsOf = <E extends Endpoint>(endpoint: E, req: Request): z.output<E['params']> => {
  if (findTextFault(req.params)) throw new Problem('malformed_text');
  const parsed = endpoint.params.safeParse(req.params);
  if (!parsed.success) throw new Problem('not_found');
  return parsed.data as z.output<E['params']>;
};

const isList = (schema: unknown): boolean => {
  const { def } = schema as { readonly def: { readonly type: string; readonly innerType?: unknown } };
  return def.type === 'array' || (def.innerType !== undefined && isList(def.innerType));
};

/** A parameter given once is a list of one where the contract has a list. */
const asLists = (endpoint: Endpoint, query: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const schema: unknown = Object.hasOwn(endpoint.query.shape, name)
        ? endpoint.query.shape[name]
        : undefined;
      return [name, schema !== undefined && isList(schema) && !Array.isArray(value) ? [value] : value];
    }),
  );

/** What is asked under a schema, or every fault of it at once. */
const soundOf = <T extends z.ZodType>(
  schema: T,
  given: unknown,
  language: Language,
  otherwise: 'invalid_query' | 'invalid_body',
): z.output<T> => {
  const unsound = findTextFault(given);
  if (unsound) {
    const code = unsound.fault === 'malformed_text' ? unsound.fault : otherwise;
    throw new Problem(code, { faults: [unsound] });
  }
  const found = checked(schema, given, language);
  if ('faults' in found) throw new Problem(otherwise, { faults: found.faults });
  return found.value;
};

const queryOf = <E extends Endpoint>(endpoint: E, req: Request, language: Language): z.output<E['query']> =>
  soundOf(endpoint.query, asLists(endpoint, req.query), language, 'invalid_query') as z.output<E['query']>;

const bodyOf = <E extends Endpoint>(endpoint: E, req: Request, language: Language): z.output<E['body']> => {
  if (endpoint.bodyKind !== 'json') return endpoint.body.parse({}) as z.output<E['body']>;
  return soundOf(endpoint.body, req.body ?? {}, language, 'invalid_body') as z.output<E['body']>;
};

interface Written {
  readonly as: Success;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const answer = (res: Response, reply: Written | null): void => {
  if (reply === null) return;
  res.status(success[reply.as]).set(reply.headers ?? {});
  if (reply.body === null) res.end();
  else res.json(reply.body);
};
