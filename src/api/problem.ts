/** Promise: every refusal and fault leaves as a problem document (RFC 9457), in the reader's language; HTTP's numbers live here only. */
import type { Request, Response } from 'express';
import type { Refusal } from '../domain/refusals.js';
import type { ProblemCode } from './codes.js';
import {
  detailNamed,
  filled,
  namesOfNone,
  wordsOf,
  type FaultCode,
  type Language,
  type Naming,
} from './words/index.js';

/** Statuses of answers that are not problems. */
export const success = { ok: 200, created: 201, accepted: 202, empty: 204, unchanged: 304 } as const;
export type Success = keyof typeof success;

export const statusOf: Readonly<Record<ProblemCode, number>> = {
  wrong_state: 409,
  suspended: 409,
  already_done: 409,
  case_open: 409,
  date_not_future: 422,
  due_date_over: 409,
  evidence_under_review: 409,
  listing_stands: 409,
  milestone_open: 409,
  milestone_overdue: 409,
  no_milestone: 409,
  no_such_case: 409,
  no_such_measure: 422,
  not_countersigned: 409,
  measure_open: 409,
  measure_uncarried: 409,
  plan_not_accepted: 409,
  rank_too_low: 403,
  same_person: 403,
  too_many_extensions: 409,
  not_allowed: 403,
  stale_version: 412,
  invalid: 422,
  malformed_request: 400,
  malformed_json: 400,
  malformed_text: 400,
  invalid_body: 422,
  invalid_query: 400,
  invalid_path: 400,
  unsupported_media: 415,
  body_too_large: 413,
  unauthenticated: 401,
  wrong_credentials: 401,
  locked_out: 429,
  foreign_origin: 403,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_a_rehearsal: 409,
  clock_only_forward: 422,
  clock_is_running: 409,
  nothing_ahead: 409,
  day_not_come: 422,
  before_the_plan: 422,
  idempotency_key_missing: 400,
  idempotency_key_reused: 422,
  precondition_malformed: 400,
  no_such_file: 422,
  file_type_refused: 415,
  file_content_mismatch: 415,
  file_nested_archive: 422,
  file_empty: 422,
  file_name_refused: 422,
  file_too_large: 413,
  too_many_files: 413,
  upload_incomplete: 400,
  pack_unsound: 422,
  plan_exists: 409,
  accounts_clash: 409,
  channels_off: 409,
  channel_host_refused: 422,
  channel_not_secure: 422,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
};

/** One field that is wrong; `path` is a JSON pointer into the body or the query. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** A fault that is put into words when the problem leaves. */
interface CodedFault {
  readonly path: string;
  readonly fault: FaultCode;
  /** What its sentence names. */
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface ProblemOptions {
  /** The thing concerned: an id, a date, a file's name. Never a sentence. */
  readonly detail?: string | undefined;
  /** Names of what the detail may name; without them ids stay ids. */
  readonly naming?: Naming | undefined;
  readonly faults?: readonly (Fault | CodedFault)[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the document. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Thrown by the edge, caught by {@link problemHandler} in `failures.ts`. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly options: ProblemOptions = {},
  ) {
    super(code);
  }
}

/** The HTTP face of a refusal by the domain. */
export const refusalProblem = (
  refusal: Refusal,
  { naming, ...more }: ProblemOptions['more'] & { readonly naming?: Naming } = {},
): Problem => new Problem(refusal.refused, { detail: refusal.detail, naming, more });

export interface ProblemText {
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string;
}

/** Title and detail of a code in a language. */
export const problemText = (
  code: ProblemCode,
  detail: string | null | undefined,
  language: Language,
  naming: Naming = namesOfNone,
): ProblemText => {
  const words = wordsOf[language];
  const { title, detail: plain, about } = words.problems[code];
  const named = detail ? detailNamed(code, detail, words, naming) : '';
  return { code, title, detail: filled(named === '' ? plain : (about ?? plain), { detail: named }) };
};

const worded = (fault: Fault | CodedFault, language: Language): Fault =>
  'message' in fault
    ? fault
    : { path: fault.path, message: filled(wordsOf[language].faults[fault.fault], fault.values ?? {}) };

/** Chinese unless the reader prefers English. */
export const languageOf = (req: Request): Language =>
  req.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';

const problemType = (code: ProblemCode): string => `urn:duzhan:problem:${code}`;

export const sendProblem = (req: Request, res: Response, { code, options }: Problem): void => {
  const language = languageOf(req);
  const status = statusOf[code];
  res
    .status(status)
    .set(options.headers ?? {})
    .set('Content-Language', language)
    .vary('Accept-Language');
  res.type('application/problem+json').send(
    JSON.stringify({
      type: problemType(code),
      status,
      ...problemText(code, options.detail, language, options.naming),
      instance: req.originalUrl.slice(0, 500),
      requestId: req.id,
      ...(options.faults === undefined
        ? {}
        : { faults: options.faults.map((fault) => worded(fault, language)) }),
      ...options.more,
    }),
  );
};
