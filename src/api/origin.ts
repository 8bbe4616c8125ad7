/** Promise: no other site can make a signed-in browser change anything here. */
import type { RequestHandler } from 'express';
import { Problem } from './problem.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Browsers name the page a request comes from; programs that are none name nothing and carry no ambient cookie. */
export const refuseForeignOrigins: RequestHandler = (req, _res, next) => {
  if (safe.has(req.method)) return next();
  const origin = req.get('origin');
  const site = req.get('sec-fetch-site');
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreignSite || (origin !== undefined && !isOwn(origin, req.get('host'))))
    throw new Problem('foreign_origin');
  next();
};

const isOwn = (origin: string, host: string | undefined): boolean =>
  host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
