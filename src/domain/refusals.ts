/** Expected refusals are data with a code from one closed union. Only the API knows what HTTP makes of them. */

export const refusalCodes = [
  'wrong_state',
  'suspended',
  'already_done',
  'case_open',
  'date_not_future',
  'due_date_over',
  'evidence_under_review',
  'listing_stands',
  'milestone_open',
  'milestone_overdue',
  'no_milestone',
  'no_such_case',
  'no_such_measure',
  'not_countersigned',
  'measure_open',
  'measure_uncarried',
  'plan_not_accepted',
  'rank_too_low',
  'same_person',
  'too_many_extensions',
  'not_allowed',
  'stale_version',
  'invalid',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why a command did not happen. `detail` names the thing concerned (an id, a date), never a sentence. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly detail?: string;
}

export const refuse = (refused: RefusalCode, detail?: string): Refusal =>
  detail === undefined ? { refused } : { refused, detail };

export const isRefusal = (value: object): value is Refusal => 'refused' in value;
