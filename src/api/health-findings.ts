/** What the state of the machine amounts to: for each part whether all is well, and whether somebody must do something. */
import type { Instant } from '../domain/instants.js';
import type { HealthFigures } from '../store/views/health.js';

export const healthParts = [
  'postgres',
  'temporal',
  'watch',
  'repairs',
  'late',
  'submissions',
  'mail_pending',
  'mail_doubtful',
  'mail_failed',
  'mail_unaddressed',
] as const;
export type HealthPart = (typeof healthParts)[number];

/** `notice` = it should pass by itself, look again; `ill` = somebody must act. */
export const healthStates = ['well', 'notice', 'ill'] as const;
export type HealthState = (typeof healthStates)[number];

export interface Finding {
  readonly part: HealthPart;
  readonly state: HealthState;
  /** How many; null where nothing is counted. */
  readonly count: number | null;
}

/** The watch looks every few seconds; after a minute without it nobody heals what is late. */
const silentMs = 60_000;
/** A decision takes seconds; one that takes minutes waits for something that does not come. */
const undecidedMs = 5 * 60_000;

const counted = (part: HealthPart, count: number, state: HealthState): Finding => ({
  part,
  count,
  state: count === 0 ? 'well' : state,
});

const watchFinding = ({ heartbeats }: HealthFigures, wall: Instant): Finding => {
  const last = heartbeats.find(({ name }) => name === 'watch');
  const isAlive = last !== undefined && wall - last.at <= silentMs;
  return { part: 'watch', state: isAlive ? 'well' : 'ill', count: null };
};

const submissionsFinding = ({ undecided, oldestUndecidedAt }: HealthFigures, wall: Instant): Finding => {
  const isStuck = oldestUndecidedAt !== null && wall - oldestUndecidedAt > undecidedMs;
  return counted('submissions', undecided, isStuck ? 'ill' : 'notice');
};

/** Postgres has answered, or there were no figures. `wall`: the wall clock. */
export const findingsOf = (
  figures: HealthFigures,
  temporalReachable: boolean,
  wall: Instant,
): readonly Finding[] => {
  const { openRepairs, late, mail } = figures;
  return [
    { part: 'postgres', state: 'well', count: null },
    { part: 'temporal', state: temporalReachable ? 'well' : 'ill', count: null },
    watchFinding(figures, wall),
    counted('repairs', openRepairs, 'notice'),
    counted('late', late.items + late.plans + late.mailboxes, 'notice'),
    submissionsFinding(figures, wall),
    // Mail of working hours waits for the morning: nothing is wrong with that.
    { part: 'mail_pending', state: 'well', count: mail.pending },
    counted('mail_doubtful', mail.doubtful, 'ill'),
    counted('mail_failed', mail.failed, 'ill'),
    counted('mail_unaddressed', mail.unaddressed, 'ill'),
  ];
};
