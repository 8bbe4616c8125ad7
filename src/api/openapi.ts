/** The OpenAPI document, printed from the same contract that is served. */
import { OpenAPIRegistry, OpenApiGeneratorV31, type ResponseConfig } from '@asteasolutions/zod-to-openapi';
import type { ProblemCode } from './codes.js';
import { problemCodes } from './codes.js';
import { endpoints } from './contract/index.js';
import { tags, z, type Endpoint } from './contract/endpoint.js';
import { basePath } from './paths.js';
import { statusOf, success, type Success } from './problem.js';
import { wordsOf } from './words/index.js';

const problem = z
  .object({
    type: z.string(),
    code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
    status: z.number().int(),
    title: z.string(),
    detail: z.string(),
    instance: z.string(),
    requestId: z.string(),
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    submission: z.string().optional(),
    version: z.number().int().optional(),
  })
  .openapi('Problem');

const actingFor = {
  'Acting-For': z.string().optional().openapi({
    description: 'Whom the caller stands in for in this request, as `mayActFor` of `/me` lists them.',
  }),
};

const commandHeaders = z.object({
  ...actingFor,
  'Idempotency-Key': z.string().min(1).max(200).openapi({
    description: 'One key, one submission: the same request again is answered with the same outcome.',
  }),
  'If-Match': z
    .string()
    .optional()
    .openapi({ description: 'The ETag the sender saw; refused when there is a newer one.' }),
});

const common: readonly ProblemCode[] = ['malformed_text', 'unavailable', 'internal'];
const signedIn: readonly ProblemCode[] = ['unauthenticated', 'forbidden'];
const withBody: readonly ProblemCode[] = [
  'malformed_json',
  'invalid_body',
  'unsupported_media',
  'body_too_large',
];
const ofCommands: readonly ProblemCode[] = [
  'idempotency_key_missing',
  'idempotency_key_reused',
  'precondition_malformed',
  'not_allowed',
  'wrong_state',
  'stale_version',
  'invalid',
];

const problemsOf = (endpoint: Endpoint): readonly ProblemCode[] => [
  ...common,
  ...(endpoint.access === 'public' ? [] : signedIn),
  ...(Object.keys(endpoint.params.shape).length > 0 ? (['not_found'] as const) : []),
  ...(Object.keys(endpoint.query.shape).length > 0 ? (['invalid_query'] as const) : []),
  ...(endpoint.bodyKind === 'json' ? withBody : []),
  ...(endpoint.method === 'get' ? [] : (['foreign_origin'] as const)),
  ...(endpoint.command ? ofCommands : []),
  ...endpoint.problems,
];

const binary = { type: 'string', format: 'binary' } as const;

const meanings: Readonly<Record<Success, string>> = {
  ok: 'As asked.',
  created: 'Done.',
  accepted: 'Accepted, durable and dated; not decided yet. Ask again at `Location`.',
  empty: 'Done; there is nothing to say.',
  unchanged: 'Nothing has moved since the answer that `If-None-Match` names.',
};

const contentOf = (schema: z.ZodType | 'file' | null, media: string): Pick<ResponseConfig, 'content'> => {
  if (schema === null) return {};
  if (schema === 'file') return { content: { [media]: { schema: binary } } };
  return { content: { 'application/json': { schema } } };
};

const successes = ({ answers, media }: Endpoint): Record<number, ResponseConfig> =>
  Object.fromEntries(
    (Object.entries(answers) as [Success, z.ZodType | 'file' | null][]).map(([as, schema]) => [
      success[as],
      { description: meanings[as], ...contentOf(schema, media) },
    ]),
  );

const refusals = (endpoint: Endpoint): Record<number, ResponseConfig> => {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(problemsOf(endpoint)))
    byStatus.set(statusOf[code], [...(byStatus.get(statusOf[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${wordsOf.en.problems[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
};

const headersOf = ({ command, access }: Endpoint) => {
  if (command) return { headers: commandHeaders };
  return access === 'public' ? {} : { headers: z.object(actingFor) };
};

const bodyConfig = (endpoint: Endpoint) => {
  if (endpoint.bodyKind === 'json')
    return { body: { required: true, content: { 'application/json': { schema: endpoint.body } } } };
  if (endpoint.bodyKind === 'none') return {};
  const schema = {
    type: 'object' as const,
    required: ['files'],
    properties: { files: { type: 'array' as const, items: binary } },
  };
  return { body: { required: true, content: { 'multipart/form-data': { schema } } } };
};

const cookie = 'session';

const register = (registry: OpenAPIRegistry, endpoint: Endpoint): void =>
  registry.registerPath({
    method: endpoint.method,
    path: endpoint.path,
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    security: endpoint.access === 'public' ? [] : [{ [cookie]: [] }],
    request: {
      params: endpoint.params,
      query: endpoint.query,
      ...headersOf(endpoint),
      ...bodyConfig(endpoint),
    },
    responses: { ...successes(endpoint), ...refusals(endpoint) },
  });

const generate = () => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', cookie, { type: 'apiKey', in: 'cookie', name: 'duzhan.sid' });
  for (const endpoint of endpoints) register(registry, endpoint);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Duzhan 督战',
      version: '1',
      description:
        'Supervises a plan until every item is closed. Problems are RFC 9457 documents; dates are days in Asia/Shanghai.',
    },
    servers: [{ url: basePath }],
    tags: tags.map((name) => ({ name })),
  });
};

export const openApiDocument = generate();
export const openApiText = JSON.stringify(openApiDocument);
