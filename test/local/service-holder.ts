/** Promise: a process that starts the service its argument describes, says so, and then waits to be killed. */
import { startPostgres } from '../../src/local/postgres.js';
import { startTemporal } from '../../src/local/temporal.js';
import { type HeldService } from './killed-start.js';

const service = JSON.parse(process.argv[2] ?? '') as HeldService;
const log = () => undefined;
const { kind } = service;
const started =
  kind === 'postgres' ? await startPostgres({ ...service, log }) : await startTemporal({ ...service, log });
process.stdout.write(`${JSON.stringify({ pid: started.pid, url: 'url' in started ? started.url : '' })}\n`);
setInterval(() => undefined, 60_000);
