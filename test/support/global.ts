/** Promise: one Postgres and one Temporal for the whole run, a migrated template to clone, the workflows bundled once. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadConfig } from '../../src/config.js';
import { startPostgres } from '../../src/local/postgres.js';
import { freePort } from '../../src/local/ports.js';
import { findTemporalBinary } from '../../src/local/temporal-binary.js';
import { startTemporal } from '../../src/local/temporal.js';
import { migrate } from '../../src/store/database.js';
import { workflowsPath } from '../../src/worker.js';

export interface Services {
  /** Of the server's own database, to make others from. */
  readonly postgresUrl: string;
  readonly template: string;
  readonly temporalAddress: string;
  readonly bundlePath: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    services: Services;
  }
}

const template = 'duzhan_template';
const quiet = (): void => undefined;

const createTemplate = async (postgresUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const url = new URL(postgresUrl);
  url.pathname = `/${template}`;
  await migrate(url.toString());
};

const bundleInto = async (path: string): Promise<string> => {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: { ...console, log: quiet, trace: quiet, debug: quiet, info: quiet },
  });
  writeFileSync(path, code);
  return path;
};

export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const dir = mkdtempSync(join(tmpdir(), 'duzhan-stack-'));
  chmodSync(dir, 0o755);
  const { cacheDirs, environment } = loadConfig();
  const binary = await findTemporalBinary({ env: environment, cacheDirs, log: quiet });
  const [postgresPort, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
  const postgres = await startPostgres({
    dir: join(dir, 'postgres'),
    port: postgresPort,
    log: quiet,
    fast: true,
  });
  const temporal = await startTemporal({
    dir: join(dir, 'temporal'),
    port: temporalPort,
    uiPort,
    log: quiet,
    binary,
    headless: true,
  });
  await createTemplate(postgres.url);
  provide('services', {
    postgresUrl: postgres.url,
    template,
    temporalAddress: temporal.address,
    bundlePath: await bundleInto(join(dir, 'workflows.js')),
  });
  return async () => {
    await temporal.stop();
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
};
