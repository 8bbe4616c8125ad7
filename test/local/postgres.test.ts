import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../src/local/ports.js';
import { startPostgres } from '../../src/local/postgres.js';
import { processFact } from '../../src/local/processes.js';
import { killedStart } from './killed-start.js';
import { scratchFolder } from './scratch.js';

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const writeRow = async (url: string): Promise<void> => {
  await query(url, 'CREATE TABLE note (text text)');
  await query(url, "INSERT INTO note VALUES ('督战')");
};

const lines: string[] = [];
const log = (line: string) => void lines.push(line);

describe('embedded Postgres', () => {
  const scratch = scratchFolder();

  it('keeps its data, its password and its locale over a stop and a start', async () => {
    const options = { dir: join(scratch, 'kept'), port: await freePort(), log };
    const first = await startPostgres(options);
    await writeRow(first.url);
    await first.stop();
    const second = await startPostgres(options);
    try {
      expect(second.url).toBe(first.url);
      expect(await query(second.url, "SELECT text, upper('é') AS upper FROM note")).toEqual([
        { text: '督战', upper: 'É' },
      ]);
      expect(statSync(join(options.dir, 'password')).mode & 0o777).toBe(0o600);
    } finally {
      await second.stop();
    }
  });

  it('is gone after stop, which may be called twice', async () => {
    const options = { dir: join(scratch, 'stopped'), port: await freePort(), log, fast: true };
    const server = await startPostgres(options);
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(processFact(server.pid)).toBeUndefined();
  });

  it('takes over from a start that was killed, with every row', async () => {
    const options = { dir: join(scratch, 'orphaned'), port: await freePort() };
    const orphan = await killedStart({ kind: 'postgres', ...options }, ({ url }) => writeRow(url));
    expect(processFact(orphan.pid)).toBeDefined();
    const server = await startPostgres({ ...options, log });
    try {
      expect(processFact(orphan.pid)).toBeUndefined();
      expect(await query(server.url, 'SELECT text FROM note')).toEqual([{ text: '督战' }]);
      expect(lines).toContainEqual(expect.stringMatching(/left over from a start that was killed/));
    } finally {
      await server.stop();
    }
  });

  it('recovers when its own server was killed together with the start', async () => {
    const options = { dir: join(scratch, 'crashed'), port: await freePort() };
    const orphan = await killedStart({ kind: 'postgres', ...options }, async ({ url, pid }) => {
      await writeRow(url);
      process.kill(pid, 'SIGKILL');
    });
    const server = await startPostgres({ ...options, log });
    try {
      expect(server.pid).not.toBe(orphan.pid);
      expect(await query(server.url, 'SELECT text FROM note')).toEqual([{ text: '督战' }]);
    } finally {
      await server.stop();
    }
  });

  it('stops a server that only its pid file still knows of', async () => {
    const options = { dir: join(scratch, 'unclaimed'), port: await freePort() };
    const orphan = await killedStart({ kind: 'postgres', ...options }, ({ url }) => writeRow(url));
    writeFileSync(join(options.dir, 'claim.json'), '{"owner":'); // cut short by a crash
    const server = await startPostgres({ ...options, log });
    try {
      expect(processFact(orphan.pid)).toBeUndefined();
      expect(await query(server.url, 'SELECT text FROM note')).toEqual([{ text: '督战' }]);
    } finally {
      await server.stop();
    }
  });

  it('leaves a stranger alone whose pid stands in a stale pid file', async () => {
    const options = { dir: join(scratch, 'stale'), port: await freePort(), log, fast: true };
    await (await startPostgres(options)).stop();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(stranger, 'spawn');
    writeFileSync(join(options.dir, 'data', 'postmaster.pid'), `${stranger.pid}\n${options.dir}/data\n`);
    const server = await startPostgres(options);
    try {
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
      expect(lines.at(-2)).toMatch(/stale pid file/);
    } finally {
      await server.stop();
      stranger.kill('SIGKILL');
    }
  });

  it('refuses a folder whose owner is running', async () => {
    const options = { dir: join(scratch, 'shared'), port: await freePort(), log, fast: true };
    const server = await startPostgres(options);
    try {
      await expect(startPostgres({ ...options, port: await freePort() })).rejects.toThrow(
        `in use by a Duzhan that is running (pid ${process.pid})`,
      );
    } finally {
      await server.stop();
    }
  });

  it('says which variable changes a taken port, and starts once it is free', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const options = { dir: join(scratch, 'taken'), port, log, fast: true };
    await expect(startPostgres(options)).rejects.toThrow(/Postgres needs, is taken.*DUZHAN_PG_PORT/);
    holder.close();
    await once(holder, 'close');
    await (await startPostgres(options)).stop();
  });

  it('tells when it ends by itself', async () => {
    const options = { dir: join(scratch, 'lost'), port: await freePort(), log, fast: true };
    const server = await startPostgres(options);
    process.kill(server.pid, 'SIGKILL');
    expect(await server.lost).toMatch(/Postgres ended by itself \(SIGKILL\)/);
    await server.stop();
  });
});
