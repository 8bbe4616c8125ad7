/** The document as a page, from files of this machine alone and without a line of inline script. */
import express, { type RequestHandler, type Router } from 'express';
import swaggerUi from 'swagger-ui-dist';

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>督战 API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });
`;

const served = new Set(['/swagger-ui.css', '/swagger-ui-bundle.js']);

const onlyServed: RequestHandler = (req, _res, next) => next(served.has(req.path) ? undefined : 'router');

export const docsPage = (): Router => {
  const router = express.Router();
  router.get('/', (_req, res) => void res.type('html').send(page));
  router.get('/start.js', (_req, res) => void res.type('js').send(start));
  router.use(onlyServed, express.static(swaggerUi.getAbsoluteFSPath(), { index: false }));
  return router;
};
