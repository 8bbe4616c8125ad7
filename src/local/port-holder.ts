/** Promise: names the program that listens on a port where the system lets us see it, and otherwise says nothing. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { processFact } from './processes.js';

/** For example "postgres (pid 4711)"; undefined when it cannot be known. */
export const portHolder = (port: number): string | undefined => {
  const pid = process.platform === 'linux' ? pidFromProc(port) : pidFromLsof(port);
  const command = pid === undefined ? undefined : processFact(pid)?.command;
  if (pid === undefined || command === undefined) return undefined;
  const program = command.split(' ')[0]?.split('/').at(-1);
  return `${program || 'a program'} (pid ${pid})`;
};

const listening = '0A';

const pidFromProc = (port: number): number | undefined => {
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => socketsOn(port, table)));
  if (sockets.size === 0) return undefined;
  return readdirOrNone('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .find((pid) => holdsAny(pid, sockets));
};

/** Rows read: number, local address:port in hex, remote, state, …, and the socket's inode in the tenth column. */
const socketsOn = (port: number, table: string): string[] => {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readOrEmpty(table)
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(suffix) && state === listening)
    .map((columns) => `socket:[${columns[9]}]`);
};

const holdsAny = (pid: number, sockets: ReadonlySet<string>): boolean =>
  readdirOrNone(`/proc/${pid}/fd`).some((fd) => {
    try {
      return sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
    } catch {
      return false; // closed between listing and looking
    }
  });

const pidFromLsof = (port: number): number | undefined => {
  const { stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' });
  const pid = Number.parseInt(stdout ?? '', 10);
  return Number.isNaN(pid) ? undefined : pid;
};

const readdirOrNone = (path: string): string[] => {
  try {
    return readdirSync(path);
  } catch {
    return []; // another user's process, or gone
  }
};

const readOrEmpty = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
