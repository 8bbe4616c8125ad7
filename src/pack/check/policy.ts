/** A policy that makes sense: rungs that follow each other, a table of reminders in order, mornings within the hours. */
import { timeMs } from '../../domain/instants.js';
import { defaultPolicy, enforcementRungs, withOverrides, type Policy } from '../../domain/policy.js';
import type { Draft } from '../draft.js';
import type { Fault } from '../faults.js';
import { at, type PackDraft } from '../pack-draft.js';
import type { Said } from '../said.js';
import type { PolicyFile } from '../shapes.js';

export function* checkPolicy({ policy }: PackDraft): Iterable<Fault> {
  if (policy === null) return;
  const merged = withOverrides(defaultPolicy, soundPart(policy.draft));
  for (const [path, message] of [...rungFaults(merged), ...reminderFaults(merged), ...hourFaults(merged)]) {
    yield at(policy, path, message);
  }
}

type Found = [path: (string | number)[], message: Said];

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
    const message = {
      zh: `${rung} 为 +${rungs[rung]}，没有晚于 ${before} 的 +${rungs[before]}；各级须依次递增`,
      en: `${rung} at +${rungs[rung]} does not come after ${before} at +${rungs[before]}; rungs rise strictly`,
    };
    return [[['rungs', rung], message]];
  });

const reminderFaults = ({ firstReminder }: Policy): Found[] =>
  firstReminder.flatMap(([span, days], index): Found[] => {
    const path = ['firstReminder', index];
    const before = index === 0 ? 0 : firstReminder[index - 1]?.[0];
    const isLast = index === firstReminder.length - 1;
    if ((span === null) !== isLast) return [[path, onlyLastOpen]];
    if (span === null) return [];
    if (typeof before === 'number' && span <= before) return [[path, spansFall(before, span)]];
    return days > span ? [[path, longerThanSpan(days, span)]] : [];
  });

const onlyLastOpen: Said = {
  zh: '跨度为 null 的须是最后一行，且只能是最后一行',
  en: 'only the last row, and it always, has null for its span',
};
const spansFall = (before: number, span: number): Said => ({
  zh: `跨度 ${before} 之后是 ${span}；跨度须依次递增`,
  en: `a span of ${span} after ${before}; spans rise strictly`,
});
const longerThanSpan = (days: number, span: number): Said => ({
  zh: `到期前 ${days} 天提醒，超过了跨度 ${span} 天`,
  en: `${days} days before due is longer than the span of ${span}`,
});

const hourFaults = ({ morning, workingHours: [from, to] }: Policy): Found[] => {
  if (timeMs(from) >= timeMs(to)) return [[['workingHours'], noStretch(from, to)]];
  const within = timeMs(morning) >= timeMs(from) && timeMs(morning) < timeMs(to);
  if (within) return [];
  const message = {
    zh: `${morning} 不在工作时间 ${from} 至 ${to} 之内`,
    en: `${morning} lies outside the working hours ${from} to ${to}`,
  };
  return [[['morning'], message]];
};

const noStretch = (from: string, to: string): Said => ({
  zh: `${from} 至 ${to} 不成时段；起点须早于终点`,
  en: `${from} to ${to} is no stretch of a day; wanted: from < to`,
});
