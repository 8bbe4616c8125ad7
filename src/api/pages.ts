/**
 * Promise: a browser gets the built pages. What is named by its content is kept for good and sent compressed, the page
 * itself is asked for anew each time, and an asset that is not there is not answered with a page.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import { notFound } from './failures.js';

const assetsPath = '/assets';

/** How the build names what it compressed beside the original. */
const compressed = '.gz';

export const pages = (webDir: string): Router => {
  const router = express.Router();
  const assets = join(webDir, assetsPath);
  router.use(
    assetsPath,
    preferCompressed(assets),
    express.static(assets, { ...plain, ...forGood }),
    notFound,
  );
  router.use(express.static(webDir, { ...plain, maxAge: '1h' }), page(join(webDir, 'index.html')));
  return router;
};

const plain = { index: false, redirect: false } as const;
const forGood = { immutable: true, maxAge: '1y' } as const;

/** Sends the compressed twin of an asset to whoever can read it. */
const preferCompressed =
  (assets: string): RequestHandler =>
  (req, res, next) => {
    res.vary('Accept-Encoding');
    const twin = `${req.path}${compressed}`;
    if (req.acceptsEncodings('gzip') === 'gzip' && existsSync(join(assets, twin))) {
      res.type(extensionOf(req.path)).set('Content-Encoding', 'gzip');
      req.url = twin;
    }
    next();
  };

const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.'));

/** Any address a browser navigates to is a page of theirs; which one, the pages find out. */
const page =
  (index: string): RequestHandler =>
  (req, res, next) => {
    const asked = req.method === 'GET' || req.method === 'HEAD';
    if (!asked || req.accepts('html') === false || req.path.startsWith('/api/')) return next();
    res.set('Cache-Control', 'no-cache').sendFile(index, { cacheControl: false });
  };
