/** Every route there is. */
import type { Served } from '../serve.js';
import { adminRoutes } from './admin.js';
import { boardRoutes } from './board.js';
import { channelRoutes } from './channels.js';
import { calendarFeedRoutes } from './calendar-feed.js';
import { commandRoutes } from './commands.js';
import { deskRoutes } from './desk.js';
import { documentRoutes } from './documents.js';
import { entranceRoutes } from './entrance.js';
import { fileRoutes } from './files.js';
import { forecastRoutes } from './forecast.js';
import { itemRoutes } from './items.js';
import { matterRoutes } from './matters.js';
import { noticeRoutes } from './notices.js';
import { planBookRoutes } from './plan-books.js';
import { planPackRoutes } from './plan-packs.js';
import { planRoutes } from './plans.js';
import { commandPreviewRoutes } from './command-preview.js';
import { pressedRoutes } from './pressed.js';
import { rehearsalRoutes } from './rehearsal.js';
import { signInRoutes } from './sign-in.js';
import { submissionRoutes } from './submissions.js';
import { waitingRoutes } from './waiting.js';

export const routes: readonly Served[] = [
  ...entranceRoutes,
  ...signInRoutes,
  ...calendarFeedRoutes,
  ...planRoutes,
  ...boardRoutes,
  ...planBookRoutes,
  ...planPackRoutes,
  ...itemRoutes,
  ...matterRoutes,
  ...forecastRoutes,
  ...commandRoutes,
  ...commandPreviewRoutes,
  ...deskRoutes,
  ...pressedRoutes,
  ...waitingRoutes,
  ...submissionRoutes,
  ...noticeRoutes,
  ...channelRoutes,
  ...documentRoutes,
  ...fileRoutes,
  ...rehearsalRoutes,
  ...adminRoutes,
];
