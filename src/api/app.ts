/** Promise: every request meets the same gates in the same order: name, log, headers, origin, session, contract, handler. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { ApiContext, AppDeps } from './deps.js';
import { docsPage } from './docs.js';
import { notFound, problemHandler } from './failures.js';
import { openApiText } from './openapi.js';
import { basePath, docsPath, openApiPath } from './paths.js';
import { refuseForeignOrigins } from './origin.js';
import { pages } from './pages.js';
import { Problem, sendProblem } from './problem.js';
import { routes } from './routes/index.js';
import { mount } from './serve.js';
import { createLockout } from './lockout.js';
import { createSessions } from './sessions.js';
import { createWholePlans } from './whole-plans.js';

export interface App {
  readonly handler: Express;
  close(): Promise<void>;
}

export const createApp = (deps: AppDeps): App => {
  const app = express();
  const sessions = createSessions({
    pool: deps.pool,
    secret: deps.sessionSecret,
    secureCookies: deps.secureCookies,
    onStoreError: (error) => deps.logger.warn({ err: error }, 'the session store failed'),
  });
  app.set('etag', false); // versions are ours to state
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.trustedProxies);
  app.disable('x-powered-by');
  app.use(logged(deps), secured(deps), named);
  app.use(readableAddress);
  app.get(openApiPath, (_req, res) => void res.type('json').send(openApiText));
  app.use(docsPath, docsPage());
  app.use(basePath, limited(deps), uncached, refuseForeignOrigins, sessions.handler, api(deps), notFound);
  if (deps.webDir === null) app.get('/', (_req, res) => res.redirect(docsPath));
  else app.use(pages(deps.webDir));
  app.use(notFound, problemHandler(deps.logger));
  return { handler: app, close: () => sessions.close() };
};

const api = (deps: AppDeps): RequestHandler => {
  const context: ApiContext = { ...deps, lockout: createLockout(deps.pool), wholePlans: createWholePlans() };
  const router = express.Router({ caseSensitive: true, strict: true });
  mount(router, context, routes);
  return router;
};

const requestId = (req: IncomingMessage): string => {
  const given = req.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
};

/** What is logged names no person: method, path without its query, status, duration. */
const logged = ({ logger }: AppDeps): RequestHandler =>
  pinoHttp({
    logger,
    genReqId: requestId,
    quietReqLogger: true,
    serializers: {
      req: (req: { readonly id: string; readonly method: string; readonly url: string }) => ({
        id: req.id,
        method: req.method,
        path: pathShown(req.url),
      }),
      res: (res: { readonly statusCode: number }) => ({ status: res.statusCode }),
    },
    customLogLevel: (_req: IncomingMessage, res: ServerResponse) =>
      res.statusCode >= 500 ? 'warn' : 'debug',
  });

/** A calendar's address is a secret: whoever reads the log must not read calendars. */
const pathShown = (url: string): string =>
  (url.split('?')[0] ?? '').slice(0, 200).replace(/(\/calendar\/)[^/]+/, '$1…');

const idOf = ({ id }: IncomingMessage): string => (typeof id === 'string' ? id : '');

const named: RequestHandler = (req, res, next) => {
  res.set('X-Request-Id', idOf(req));
  next();
};

/** Scripts come from here alone and none is inline; styles may be, since the component library writes its own. */
const secured = ({ secureCookies }: AppDeps): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: secureCookies,
    crossOriginOpenerPolicy: secureCookies,
    originAgentCluster: secureCookies,
    referrerPolicy: { policy: 'same-origin' },
  });

/** An address with broken escapes or a NUL means nothing to any route. */
const readableAddress: RequestHandler = (req, _res, next) => {
  let address: string;
  try {
    address = decodeURIComponent(req.url);
  } catch {
    throw new Problem('malformed_text');
  }
  if (address.includes('\0')) throw new Problem('malformed_text');
  next();
};

const uncached: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

const limited = ({ limits }: AppDeps): RequestHandler =>
  limits.requestsPerMinute === null
    ? (_req, _res, next) => next()
    : rateLimit({
        windowMs: 60_000,
        limit: limits.requestsPerMinute,
        standardHeaders: 'draft-8',
        legacyHeaders: false,
        handler: (req, res) =>
          sendProblem(req, res, new Problem('too_many_requests', { headers: { 'Retry-After': '60' } })),
      });
