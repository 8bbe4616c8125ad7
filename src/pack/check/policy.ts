/** A policy that makes sense: rungs that follow each other, a table of reminders in order, mornings within the hours. */
import { timeMs } from '../../domain/instants.js';
import { defaultPolicy, enforcementRungs, withOverrides, type Policy } from '../../domain/policy.js';
import type { Draft } from '../draft.js';
import type { Fault } from '../faults.js';
import { at, type PackDraft } from '../pack-draft.js';
import type { PolicyFile } from '../shapes.js';

export function* checkPolicy({ policy }: PackDraft): Iterable<Fault> {
  if (policy === null) return;
  const merged = withOverrides(defaultPolicy, soundPart(policy.draft));
  for (const [path, message] of [...rungFaults(merged), ...reminderFaults(merged), ...hourFaults(merged)]) {
    yield at(policy, path, message);
  }
}

type Found = [path: (string | number)[], message: string];

/** Without the places that did not fit: there the default stands in, so that the rest can be judged. */
const soundPart = (draft: Draft<PolicyFile>): PolicyFile => {
  const strip = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const sound = Object.entries(value).filter(([, part]) => !hasHole(part));
    return Object.fromEntries(sound.map(([key, part]) => [key, strip(part)]));
  };
  return strip(draft) as PolicyFile;
};

const hasHole = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.some((part) => hasHole(part)));

const rungFaults = ({ rungs }: Policy): Found[] =>
  enforcementRungs.slice(1).flatMap((rung, index): Found[] => {
    const before = enforcementRungs[index] ?? rung;
    if (rungs[rung] > rungs[before]) return [];
    const message = `${rung} at +${rungs[rung]} does not come after ${before} at +${rungs[before]}; rungs rise strictly`;
    return [[['rungs', rung], message]];
  });

const reminderFaults = ({ firstReminder }: Policy): Found[] =>
  firstReminder.flatMap(([span, days], index): Found[] => {
    const path = ['firstReminder', index];
    const before = index === 0 ? 0 : firstReminder[index - 1]?.[0];
    const isLast = index === firstReminder.length - 1;
    if ((span === null) !== isLast)
      return [[path, 'only the last row, and it always, has null for its span']];
    if (span === null) return [];
    if (typeof before === 'number' && span <= before)
      return [[path, `a span of ${span} after ${before}; spans rise strictly`]];
    return days > span ? [[path, `${days} days before due is longer than the span of ${span}`]] : [];
  });

const hourFaults = ({ morning, workingHours: [from, to] }: Policy): Found[] => {
  if (timeMs(from) >= timeMs(to))
    return [[['workingHours'], `${from} to ${to} is no stretch of a day; wanted: from < to`]];
  const within = timeMs(morning) >= timeMs(from) && timeMs(morning) < timeMs(to);
  return within ? [] : [[['morning'], `${morning} lies outside the working hours ${from} to ${to}`]];
};
