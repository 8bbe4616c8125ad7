/** What holds of every life, whatever anybody asks of the item and whenever: one sentence each. Throws where it does not. */
import { ofLifecycles } from './lifecycle.js';
import type { Holds } from './lives.js';
import { ofLogs } from './log.js';
import { ofMilestones } from './milestones.js';
import { ofCases, ofLevels, ofOffers } from './owed.js';

export const invariants: Readonly<Record<string, Holds>> = {
  ...ofLogs,
  ...ofLifecycles,
  ...ofMilestones,
  ...ofCases,
  ...ofLevels,
  ...ofOffers,
};
