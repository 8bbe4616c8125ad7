/** Promise: whatever is thrown below leaves as a problem; what nobody foresaw is logged and says no more than its request id. */
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import multer from 'multer';
import type { Logger } from 'pino';
import type { EdgeCode } from './codes.js';
import { Problem, sendProblem } from './problem.js';

/** Body readers name what they met. */
const bodyFaults: Readonly<Record<string, EdgeCode>> = {
  'entity.parse.failed': 'malformed_json',
  'entity.too.large': 'body_too_large',
  'parameters.too.many': 'body_too_large',
  'encoding.unsupported': 'unsupported_media',
  'charset.unsupported': 'unsupported_media',
  'request.aborted': 'malformed_request',
  'request.size.invalid': 'malformed_request',
  'stream.encoding.set': 'malformed_request',
};

const uploadFaults: Readonly<Record<string, EdgeCode>> = {
  LIMIT_FILE_SIZE: 'file_too_large',
  LIMIT_FILE_COUNT: 'too_many_files',
  LIMIT_PART_COUNT: 'too_many_files',
  LIMIT_UNEXPECTED_FILE: 'upload_incomplete',
};

/** Classes 08 (connection), 53 (resources) and 57P (shutdown) of SQLSTATE, and what sockets and the pool say. */
const outOfReach =
  /^(08...|53...|57P0[1-5]|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH)$/;
const outOfReachWords =
  /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Timeout acquiring a connection/;

/** Whether an error means that Postgres cannot be reached just now. */
export const isUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (outOfReach.test(code) || outOfReachWords.test(error.message) || error.name === 'KnexTimeoutError')
    return true;
  const inner: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return inner.some(isUnavailable) || isUnavailable(error.cause);
};

const retryLater = { 'Retry-After': '5' };

export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (isUnavailable(error)) return new Problem('unavailable', { headers: retryLater });
  if (error instanceof multer.MulterError)
    return new Problem(uploadFaults[error.code] ?? 'malformed_request');
  if (error instanceof URIError) return new Problem('invalid_path');
  if (error instanceof Error && 'type' in error && typeof error.type === 'string') {
    const code = bodyFaults[error.type];
    if (code)
      return new Problem(
        code,
        code === 'unsupported_media' ? { detail: 'application/json; charset=utf-8' } : {},
      );
  }
  if (
    error instanceof Error &&
    'status' in error &&
    Number(error.status) >= 400 &&
    Number(error.status) < 500
  )
    return new Problem('malformed_request');
  return new Problem('internal');
};

export const problemHandler =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    const problem = problemOf(error);
    if (problem.code === 'internal') logger.error({ err: error, requestId: req.id }, 'a request failed');
    if (problem.code === 'unavailable')
      logger.warn({ err: error, requestId: req.id }, 'the database is out of reach');
    if (res.headersSent) return next(error);
    discardBody(req);
    sendProblem(req, res, problem);
  };

/** An unread body would hold the connection; what is left of it is let go. */
const discardBody = (req: Request): void => {
  if (!req.complete) req.resume();
};

export const notFound: RequestHandler = (_req, _res, next) => next(new Problem('not_found'));
