/** The API alone in a process of its own: it is only read from, so no worker is needed. Ends with its parent. */
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { startApi } from '../../src/api/server.js';

const [databaseUrl = '', filesDir = ''] = process.argv.slice(2);

process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

const api = await startApi({
  ...{ databaseUrl, filesDir, host: '127.0.0.1', port: 0 },
  courier: { submit: () => Promise.reject(new Error('nothing is commanded here')) } as never,
  logger: pino({ level: 'warn' }),
  sessionSecret: randomBytes(32).toString('hex'),
  limits: { requestsPerMinute: null },
});
process.send?.(api.url);
