/** Every code a problem can carry: the domain's refusals, and what the edge itself refuses. */
import { refusalCodes, type RefusalCode } from '../domain/refusals.js';

const edgeCodes = [
  'malformed_request',
  'malformed_json',
  'malformed_text',
  'invalid_body',
  'invalid_query',
  'invalid_path',
  'unsupported_media',
  'body_too_large',
  'unauthenticated',
  'wrong_credentials',
  'locked_out',
  'foreign_origin',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'not_a_rehearsal',
  'clock_only_forward',
  'clock_is_running',
  'nothing_ahead',
  'day_not_come',
  'before_the_plan',
  'idempotency_key_missing',
  'idempotency_key_reused',
  'precondition_malformed',
  'no_such_file',
  'file_type_refused',
  'file_content_mismatch',
  'file_nested_archive',
  'file_empty',
  'file_name_refused',
  'file_too_large',
  'too_many_files',
  'upload_incomplete',
  'pack_unsound',
  'plan_exists',
  'accounts_clash',
  'channels_off',
  'channel_host_refused',
  'channel_not_secure',
  'too_many_requests',
  'unavailable',
  'internal',
] as const;

/** What only the API refuses. */
export type EdgeCode = (typeof edgeCodes)[number];
export type ProblemCode = RefusalCode | EdgeCode;
export const problemCodes: readonly ProblemCode[] = [...refusalCodes, ...edgeCodes];
