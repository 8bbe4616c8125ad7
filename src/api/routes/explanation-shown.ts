/** Why an item has its colour, as its page shows it. */
import type { z } from 'zod';
import type { Explanation, WayBack } from '../../domain/explain.js';
import type { itemPage } from '../contract/item-shapes.js';
import { shown } from '../times.js';
import type { Naming, Words } from '../words/index.js';

type Page = z.input<typeof itemPage>;

export const explanationShown = (
  explanation: Explanation,
  words: Words,
  naming: Naming,
): Page['explanation'] => {
  const milestoneOf = (way: WayBack): string | null => ('milestone' in way ? way.milestone : null);
  return {
    light: explanation.light,
    rule: explanation.rule,
    milestone: explanation.milestone,
    level: explanation.level,
    text: words.rules[explanation.rule],
    milestones: explanation.milestones.map(({ ahead, heldSince, ...rest }) => ({
      ...rest,
      ahead: ahead.map(({ rung, at, provisional }) => ({
        rung,
        title: words.rungs[rung],
        at: shown(at),
        provisional,
      })),
      heldSince: heldSince && { at: shown(heldSince.at), cause: heldSince.cause },
    })),
    blockedBy: explanation.blockedBy.map(({ case: id, by, unit, since }) => ({
      case: id,
      by,
      unit: unit === null ? null : { id: unit, name: naming.unit(unit) },
      since: shown(since),
    })),
    reviewUntil: explanation.reviewUntil,
    wayBack: explanation.wayBack.map((way) => ({
      step: way.step,
      milestone: milestoneOf(way),
      byUnit: way.byUnit,
      text: words.waysBack[way.step](naming.milestone(milestoneOf(way) ?? '')),
    })),
  };
};
