/** Every route there is. */
import type { Served } from '../serve.js';
import { adminRoutes } from './admin.js';
import { commandRoutes } from './commands.js';
import { deskRoutes } from './desk.js';
import { documentRoutes } from './documents.js';
import { fileRoutes } from './files.js';
import { itemRoutes } from './items.js';
import { noticeRoutes } from './notices.js';
import { planRoutes } from './plans.js';
import { rehearsalRoutes } from './rehearsal.js';
import { signInRoutes } from './sign-in.js';
import { submissionRoutes } from './submissions.js';

export const routes: readonly Served[] = [
  ...signInRoutes,
  ...planRoutes,
  ...itemRoutes,
  ...commandRoutes,
  ...deskRoutes,
  ...submissionRoutes,
  ...noticeRoutes,
  ...documentRoutes,
  ...fileRoutes,
  ...rehearsalRoutes,
  ...adminRoutes,
];
