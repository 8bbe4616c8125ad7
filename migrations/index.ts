/** Every migration in order, imported statically, so that a bundle holds them and a missing file is a compile error. */
import type { Knex } from 'knex';
import { migration as createPlansAndItems } from './20261124t0900-create-plans-and-items.js';
import { migration as createSubmissionsAndEvents } from './20261124t0910-create-submissions-and-events.js';
import { migration as createPeople } from './20261124t0920-create-people.js';
import { migration as createNoticesAndDocuments } from './20261124t0930-create-notices-and-documents.js';
import { migration as createEvidence } from './20261124t0940-create-evidence.js';
import { migration as createAudit } from './20261124t0950-create-audit.js';
import { migration as grantRoles } from './20261124t1000-grant-roles.js';
import { migration as createLoginAttempts } from './20261124t1010-create-login-attempts.js';
import { migration as createChannelsAndDigests } from './20261124t1020-create-channels-and-digests.js';
import { migration as createOutagesAndSignPolicies } from './20261124t1040-create-outages-and-sign-policies.js';
import { migration as createCalendarFeeds } from './20261124t1050-create-calendar-feeds.js';
import { migration as createLooks } from './20261124t1060-create-looks.js';
import { migration as placeLooksOnTheWall } from './20261124t1070-place-looks-on-the-wall.js';
import { migration as partPastLooksFromPresent } from './20261124t1080-part-past-looks-from-present.js';
import { migration as indexNextAlarms } from './20261124t1090-index-next-alarms.js';
import { migration as findLooksOfAMoment } from './20261124t1100-find-looks-of-a-moment.js';
import { migration as sayReturned } from './20261124t1110-say-returned.js';

const migrations: Readonly<Record<string, Knex.Migration>> = {
  '20261124t0900-create-plans-and-items': createPlansAndItems,
  '20261124t0910-create-submissions-and-events': createSubmissionsAndEvents,
  '20261124t0920-create-people': createPeople,
  '20261124t0930-create-notices-and-documents': createNoticesAndDocuments,
  '20261124t0940-create-evidence': createEvidence,
  '20261124t0950-create-audit': createAudit,
  '20261124t1000-grant-roles': grantRoles,
  '20261124t1010-create-login-attempts': createLoginAttempts,
  '20261124t1020-create-channels-and-digests': createChannelsAndDigests,
  '20261124t1040-create-outages-and-sign-policies': createOutagesAndSignPolicies,
  '20261124t1050-create-calendar-feeds': createCalendarFeeds,
  '20261124t1060-create-looks': createLooks,
  '20261124t1070-place-looks-on-the-wall': placeLooksOnTheWall,
  '20261124t1080-part-past-looks-from-present': partPastLooksFromPresent,
  '20261124t1090-index-next-alarms': indexNextAlarms,
  '20261124t1100-find-looks-of-a-moment': findLooksOfAMoment,
  '20261124t1110-say-returned': sayReturned,
};

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(Object.keys(migrations)),
  getMigrationName: (name) => name,
  getMigration: (name) => {
    const migration = migrations[name];
    if (!migration) throw new RangeError(`no migration is called ${name}`);
    return Promise.resolve(migration);
  },
};
