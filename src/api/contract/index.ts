/** Every endpoint there is. The document is printed from this list, and routes outside it do not exist. */
import * as admin from './admin.js';
import * as desk from './desk.js';
import * as documents from './documents.js';
import type { Endpoint } from './endpoint.js';
import * as files from './files.js';
import * as items from './items.js';
import * as notices from './notices.js';
import * as plans from './plans.js';
import * as rehearsal from './rehearsal.js';
import * as signIn from './sign-in.js';
import * as submissions from './submissions.js';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'answers' in value && 'path' in value;

const areas = [
  signIn,
  plans,
  items,
  items.commandEndpoints,
  desk,
  submissions,
  notices,
  documents,
  files,
  rehearsal,
  admin,
];

export const endpoints: readonly Endpoint[] = areas.flatMap((area) =>
  (Object.values(area) as unknown[]).filter(isEndpoint),
);
