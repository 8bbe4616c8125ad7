/** The rules that hold between the files of a pack, each told at the place to mend. */
import { checkDates, warnOfMissingYears } from './check/dates.js';
import { checkIndicators } from './check/indicators.js';
import { checkNumbering } from './check/numbering.js';
import { checkPolicy } from './check/policy.js';
import { checkPosts } from './check/posts.js';
import { checkWording, warnOfCutTitles } from './check/wording.js';
import { checkWork } from './check/work.js';
import type { Fault } from './faults.js';
import type { Check, PackDraft } from './pack-draft.js';

const checks: readonly Check[] = [
  checkNumbering,
  checkWording,
  checkPosts,
  checkWork,
  checkIndicators,
  checkPolicy,
  checkDates,
];

const warnings: readonly Check[] = [warnOfMissingYears, warnOfCutTitles];

export const checkPack = (pack: PackDraft): Fault[] => checks.flatMap((check) => [...check(pack)]);

/** What a pack may do, but its writer should know. */
export const warnAbout = (pack: PackDraft): Fault[] => warnings.flatMap((warn) => [...warn(pack)]);
