/** Rungs that fall while what they bring stands already: they join it, and nobody is told a second time. */
import { caseOf, type ItemState, type ListingLevel } from './item.js';
import { atLeast, levelOf, listedLevel } from './level.js';
import type { Rung } from './policy.js';

const listingJoined = (state: ItemState, level: ListingLevel): string | null => {
  if (state.listing && state.listing.level >= level) return listedLevel(state.listing.level);
  return state.proposal && state.proposal.level >= level ? 'open_proposal' : null;
};

/** What the rung joins as things stand: a level, `open_proposal` or `interview`; null = it is a step of its own. */
export const joinedBy = (state: ItemState, rung: Rung): string | null => {
  switch (rung) {
    case 'letter': {
      const level = levelOf(state);
      return atLeast(level, 'lettered') ? level : null;
    }
    case 'listing1':
      // It takes effect by itself, whatever waits to be signed.
      return state.listing && listedLevel(state.listing.level);
    case 'listing2':
      return listingJoined(state, 2);
    case 'listing3':
      return listingJoined(state, 3);
    case 'interview':
      return caseOf(state, 'interview') || state.listing?.interviewed ? 'interview' : null;
    case 'reminder1':
    case 'reminder2':
    case 'overdue':
    case 'urge1':
    case 'urge2':
      return null;
  }
};
