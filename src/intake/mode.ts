/** How a plan comes in: in real time from now on, or as a rehearsal from a morning. */
import { parseInstant, type Instant, type IsoDate } from '../domain/instants.js';
import type { ImportOptions } from '../store/import-plan.js';

export type ImportMode =
  | { readonly kind: 'live' }
  | {
      readonly kind: 'rehearsal';
      /** It begins at 08:30 of this day. */
      readonly from: IsoDate;
    };

/** `now`: wall clock. */
export const importOptions = (mode: ImportMode, now: Instant): ImportOptions => {
  const startAt = mode.kind === 'rehearsal' ? parseInstant(`${mode.from}T08:30`) : null;
  return { kind: mode.kind, now, ...(startAt === null ? {} : { startAt }) };
};
