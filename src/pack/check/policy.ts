/** What does not make sense of a pack's policy, in words. */
import { policyFaults, type PolicyFlaw } from '../../domain/policy-faults.js';
import { defaultPolicy, withOverrides } from '../../domain/policy.js';
import type { Draft } from '../draft.js';
import type { Fault } from '../faults.js';
import { at, type PackDraft } from '../pack-draft.js';
import type { Said } from '../said.js';
import type { PolicyFile } from '../shapes.js';

export function* checkPolicy({ policy }: PackDraft): Iterable<Fault> {
  if (policy === null) return;
  const merged = withOverrides(defaultPolicy, soundPart(policy.draft));
  for (const fault of policyFaults(merged)) yield at(policy, [...fault.path], said(fault));
}

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

const said = (fault: PolicyFlaw): Said => {
  switch (fault.flaw) {
    case 'rung_not_later': {
      const { rung, mark, before, markBefore } = fault;
      return {
        zh: `${rung} 为 +${mark}，没有晚于 ${before} 的 +${markBefore}；各级须依次递增`,
        en: `${rung} at +${mark} does not come after ${before} at +${markBefore}; rungs rise strictly`,
      };
    }
    case 'only_last_open':
      return {
        zh: '跨度为 null 的须是最后一行，且只能是最后一行',
        en: 'only the last row, and it always, has null for its span',
      };
    case 'span_not_longer':
      return {
        zh: `跨度 ${fault.before} 之后是 ${fault.span}；跨度须依次递增`,
        en: `a span of ${fault.span} after ${fault.before}; spans rise strictly`,
      };
    case 'reminder_before_span':
      return {
        zh: `到期前 ${fault.days} 天提醒，超过了跨度 ${fault.span} 天`,
        en: `${fault.days} days before due is longer than the span of ${fault.span}`,
      };
    case 'hours_backwards':
      return {
        zh: `${fault.from} 至 ${fault.to} 不成时段；起点须早于终点`,
        en: `${fault.from} to ${fault.to} is no stretch of a day; wanted: from < to`,
      };
    case 'morning_outside_hours':
      return {
        zh: `${fault.morning} 不在工作时间 ${fault.from} 至 ${fault.to} 之内`,
        en: `${fault.morning} lies outside the working hours ${fault.from} to ${fault.to}`,
      };
  }
};
