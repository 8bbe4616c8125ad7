/** The shape of an endpoint: what is asked, what is answered, what can go wrong. Routes serve it, the document prints it. */
import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { Right } from '../access.js';
import type { ProblemCode } from '../codes.js';
import type { Success } from '../problem.js';

// Every contract file imports this one first, so that its schemas can carry names for the document.
extendZodWithOpenApi(z);

export { z };

export type Method = 'get' | 'post' | 'put' | 'delete';

/** How the body arrives: as JSON under a schema, as uploaded files, or not at all. */
type BodyKind = 'json' | 'files' | 'none';

export interface Endpoint<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  A extends Answers = Answers,
> {
  readonly method: Method;
  /** With `{names}` as OpenAPI writes them, below the API's base path. */
  readonly path: string;
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  /** Who may ask: anyone, anyone signed in (what they see is decided per thing), or holders of a right. */
  readonly access: 'public' | 'signed_in' | Right;
  readonly params: P;
  readonly query: Q;
  readonly bodyKind: BodyKind;
  readonly body: B;
  /** A command: carries Idempotency-Key and may carry If-Match. */
  readonly command: boolean;
  readonly answers: A;
  /** Of an answer that is a file. */
  readonly media: string;
  /** Problems beyond those every endpoint of its kind has. */
  readonly problems: readonly ProblemCode[];
}

/** What success looks like; null = no content. `file` = bytes. */
export type Answers = { readonly [S in Success]?: z.ZodType | 'file' | null };

export const tags = [
  'sign-in',
  'plans',
  'plan-books',
  'items',
  'commands',
  'notices',
  'documents',
  'files',
  'rehearsal',
  'admin',
] as const;
type Tag = (typeof tags)[number];

const nothing = z.strictObject({});
type Nothing = typeof nothing;

interface Given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends Answers> {
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly access: Endpoint['access'];
  readonly params?: P;
  readonly query?: Q;
  readonly bodyKind?: BodyKind;
  readonly body?: B;
  readonly command?: boolean;
  readonly answers: A;
  readonly media?: string;
  readonly problems?: readonly ProblemCode[];
}

/** An endpoint, with whatever is not said being empty. */
export const endpoint = <
  A extends Answers,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodType = Nothing,
>(
  route: `${Uppercase<Method>} ${string}`,
  given: Given<P, Q, B, A>,
): Endpoint<P, Q, B, A> => {
  const [method = '', path = ''] = route.split(' ');
  return {
    problems: [],
    command: false,
    media: 'application/octet-stream',
    bodyKind: given.body === undefined ? 'none' : 'json',
    params: nothing as unknown as P,
    query: nothing as unknown as Q,
    body: nothing as unknown as B,
    ...given,
    method: method.toLowerCase() as Method,
    path,
  };
};
