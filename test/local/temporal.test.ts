import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.js';
import { freePort } from '../../src/local/ports.js';
import { processFact } from '../../src/local/processes.js';
import { findTemporalBinary } from '../../src/local/temporal-binary.js';
import { startTemporal } from '../../src/local/temporal.js';
import { killedStart } from './killed-start.js';
import { scratchFolder } from './scratch.js';

const lines: string[] = [];
const log = (line: string) => void lines.push(line);

const withConnection = async <T>(
  address: string,
  use: (connection: Connection) => Promise<T>,
): Promise<T> => {
  const connection = await Connection.connect({ address });
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
};

const startWorkflow = (address: string, workflowId: string): Promise<unknown> =>
  withConnection(address, (connection) =>
    new Client({ connection, namespace: 'duzhan' }).workflow.start('waiting', {
      taskQueue: 'nobody',
      workflowId,
    }),
  );

const statusOf = (address: string, workflowId: string): Promise<string> =>
  withConnection(address, async (connection) => {
    const client = new Client({ connection, namespace: 'duzhan' });
    return (await client.workflow.getHandle(workflowId).describe()).status.name;
  });

const attributesOf = (address: string): Promise<string[]> =>
  withConnection(address, async (connection) => {
    const known = await connection.operatorService.listSearchAttributes({ namespace: 'duzhan' });
    return Object.keys(known.customAttributes ?? {});
  });

describe('local Temporal', () => {
  const scratch = scratchFolder();
  let binary = '';

  beforeAll(async () => {
    const { cacheDirs, environment } = loadConfig();
    binary = await findTemporalBinary({ cacheDirs, env: environment, log });
  });

  const options = async (folder: string) => ({
    dir: join(scratch, folder),
    port: await freePort(),
    uiPort: await freePort(),
    binary,
  });

  it('keeps its workflows over a stop and a start, and shows its screen', async () => {
    const kept = await options('kept');
    const first = await startTemporal({ ...kept, log });
    await startWorkflow(first.address, 'kept');
    await first.stop();
    const second = await startTemporal({ ...kept, log });
    try {
      expect(await statusOf(second.address, 'kept')).toBe('RUNNING');
      expect((await fetch(second.uiUrl ?? '')).status).toBe(200);
    } finally {
      await second.stop();
    }
  });

  it('takes over from a start that was killed, with its workflows', async () => {
    const killed = await options('orphaned');
    const orphan = await killedStart({ kind: 'temporal', ...killed }, async () => {
      await startWorkflow(`127.0.0.1:${killed.port}`, 'orphaned');
    });
    expect(processFact(orphan.pid)).toBeDefined();
    const server = await startTemporal({ ...killed, log });
    try {
      expect(processFact(orphan.pid)).toBeUndefined();
      expect(await statusOf(server.address, 'orphaned')).toBe('RUNNING');
    } finally {
      await server.stop();
    }
  });

  it('learns search attributes that are newer than its state', async () => {
    const grown = await options('attributes');
    const first = await startTemporal({ ...grown, log, searchAttributes: { Light: 'Keyword' } });
    expect(await attributesOf(first.address)).toContain('Light');
    await first.stop();
    const second = await startTemporal({
      ...grown,
      log,
      searchAttributes: { Light: 'Keyword', AlarmAt: 'Datetime' },
    });
    try {
      expect(await attributesOf(second.address)).toEqual(expect.arrayContaining(['Light', 'AlarmAt']));
    } finally {
      await second.stop();
    }
  });

  it('has no screen when headless, and is gone after stop, which may be called twice', async () => {
    const server = await startTemporal({ ...(await options('headless')), log, headless: true });
    expect(server.uiUrl).toBeUndefined();
    await Promise.all([server.stop(), server.stop()]);
    expect(processFact(server.pid)).toBeUndefined();
  });

  it('says which variable changes a taken port', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const taken = await options('taken');
    await expect(startTemporal({ ...taken, log, port })).rejects.toThrow(
      /Temporal needs.*DUZHAN_TEMPORAL_PORT/,
    );
    await expect(startTemporal({ ...taken, log, uiPort: port })).rejects.toThrow(
      /screen.*DUZHAN_TEMPORAL_UI_PORT/,
    );
    holder.close();
  });

  it('refuses a folder whose owner is running', async () => {
    const shared = await options('shared');
    const server = await startTemporal({ ...shared, log, headless: true });
    try {
      const second = { ...shared, port: await freePort(), log, headless: true };
      await expect(startTemporal(second)).rejects.toThrow(`running (pid ${process.pid})`);
    } finally {
      await server.stop();
    }
  });
});
