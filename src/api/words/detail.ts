/** What a refusal names (an id, a date, a stage) as its sentence calls it. */
import type { CaseKind } from '../../domain/cases.js';
import type { ProblemCode } from '../codes.js';
import type { Naming, Words } from './words.js';

/** Where nothing is known by name: ids stay ids. */
export const namesOfNone: Naming = { unit: (id) => id, milestone: (id) => id, measure: (id) => id };

const wordIn = (words: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(words, id) ? words[id] : undefined;

/** Whatever has an id of that kind: a milestone before a unit. */
const thing = (id: string, name: Naming): string => {
  const milestone = name.milestone(id);
  return milestone === id ? name.unit(id) : milestone;
};

/** Cases of the one listing an item has: its number tells a reader nothing. */
const ofListing: readonly string[] = [
  'rectification',
  'rectification_review',
  'delisting_signature',
] satisfies readonly CaseKind[];

/** What a case is about; null = about the item, as its title says. */
const subjectNamed = (kind: string, subject: string | undefined, words: Words, name: Naming) => {
  if (subject === undefined || ofListing.includes(kind)) return null;
  if (kind === 'listing_signature') return wordIn(words.levels, subject.replace('L', 'listed_')) ?? subject;
  return thing(subject, name);
};

/** `kind`, `kind/subject`, `kind/n` or `kind/subject/n`: the kind, and of whom or what. */
export const caseNamed = (id: string, words: Words, name: Naming): string => {
  const [kind = '', second, n] = id.split('/');
  if (kind === 'listing') return words.listing;
  const isCounted = n === undefined && /^\d+$/.test(second ?? '');
  const subject = subjectNamed(kind, isCounted ? undefined : second, words, name);
  const title = wordIn(words.cases, kind) ?? wordIn(words.planThings, kind) ?? kind;
  return subject === null ? title : words.ofSubject(title, subject);
};

type Namer = (detail: string, words: Words, name: Naming) => string;

const milestone: Namer = (id, _words, name) => name.milestone(id);
const measure: Namer = (id, _words, name) => name.measure(id);

const namers: Partial<Readonly<Record<ProblemCode, Namer>>> = {
  wrong_state: (stage, words) => wordIn(words.lifecycles, stage) ?? stage,
  case_open: caseNamed,
  no_such_case: caseNamed,
  evidence_under_review: milestone,
  milestone_open: milestone,
  milestone_overdue: milestone,
  no_milestone: milestone,
  too_many_extensions: milestone,
  no_such_measure: measure,
  measure_open: measure,
  measure_uncarried: measure,
  not_countersigned: (unit, _words, name) => name.unit(unit),
  rank_too_low: (post, words) => wordIn(words.ranks, post) ?? wordIn(words.owners, post) ?? post,
  already_done: (id, words, name) =>
    wordIn(words.levels, id) ?? (id.includes('/') ? caseNamed(id, words, name) : thing(id, name)),
};

export const detailNamed = (code: ProblemCode, detail: string, words: Words, name: Naming): string =>
  namers[code]?.(detail, words, name) ?? detail;
