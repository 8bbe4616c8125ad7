/** The listing an item is under, and what still stands between it and its end. */
import type { z } from 'zod';
import { workingDaysIn } from '../../domain/calendar.js';
import { rulesFor } from '../../domain/context.js';
import { delistingObstacles } from '../../domain/decide/rules.js';
import { dateOf } from '../../domain/instants.js';
import type { ItemState } from '../../domain/item.js';
import type { itemPage } from '../contract/item-shapes.js';
import { problemText } from '../problem.js';
import { shown } from '../times.js';
import type { Naming } from '../words/index.js';
import type { Asking } from './available-shown.js';

type Shown = z.input<typeof itemPage>['listing'];

export const listingShown = (
  state: ItemState,
  { at, context, language }: Pick<Asking, 'at' | 'context' | 'language'>,
  naming: Naming,
): Shown => {
  const { listing } = state;
  if (!listing) return null;
  const { calendar } = rulesFor(state, context);
  return {
    n: listing.n,
    level: listing.level,
    startedAt: shown(listing.startedAt),
    workingDays: workingDaysIn(calendar, dateOf(listing.startedAt), dateOf(at)),
    standings: listing.standings,
    reported: listing.reported,
    planAccepted: listing.planAccepted,
    obstacles: delistingObstacles(state).map(({ refused, detail }) =>
      problemText(refused, detail, language, naming),
    ),
  };
};
