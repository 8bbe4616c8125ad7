/** Every endpoint there is. The document is printed from this list, and routes outside it do not exist. */
import * as admin from './admin.js';
import * as board from './board.js';
import * as channels from './channels.js';
import * as calendarFeed from './calendar-feed.js';
import * as desk from './desk.js';
import * as documents from './documents.js';
import type { Endpoint } from './endpoint.js';
import * as entrance from './entrance.js';
import * as files from './files.js';
import * as forecast from './forecast.js';
import * as items from './items.js';
import * as notices from './notices.js';
import * as pressed from './pressed.js';
import * as planBooks from './plan-books.js';
import * as planPacks from './plan-packs.js';
import * as plans from './plans.js';
import * as preview from './preview.js';
import * as rehearsal from './rehearsal.js';
import * as signIn from './sign-in.js';
import * as submissions from './submissions.js';
import * as waiting from './waiting.js';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'answers' in value && 'path' in value;

const areas = [
  entrance,
  signIn,
  calendarFeed,
  plans,
  board,
  planBooks,
  planPacks,
  items,
  items.commandEndpoints,
  preview,
  forecast,
  desk,
  pressed,
  waiting,
  submissions,
  notices,
  channels,
  documents,
  files,
  rehearsal,
  admin,
];

export const endpoints: readonly Endpoint[] = areas.flatMap((area) =>
  (Object.values(area) as unknown[]).filter(isEndpoint),
);
