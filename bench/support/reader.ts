/** Promise: an API to read from, stopped with the run, and persons signed in to it who read in a closed loop. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { password } from './plan.js';
import type { Bench } from './run.js';

const program = fileURLToPath(new URL('./reader-process.ts', import.meta.url));

/** Answers the API's address. */
export const startReader = async (bench: Bench, databaseUrl: string, filesDir: string): Promise<string> => {
  bench.progress('starting the API');
  const child = fork(program, [databaseUrl, filesDir], { execArgv: ['--import', 'tsx'], detached: true });
  const lost = once(child, 'exit').then(() => 'the API ended');
  let stopping = false;
  bench.needs(lost.then((what) => (stopping ? new Promise<string>(() => undefined) : what)));
  bench.onStop(async () => {
    stopping = true;
    if (child.connected) child.disconnect();
    await lost;
  });
  const [url] = (await Promise.race([
    once(child, 'message'),
    lost.then((what) => Promise.reject(new Error(what))),
  ])) as [string];
  return url;
};

export type Get = (path: string) => Promise<string>;

/** One person's session. */
export const readerOf = async (url: string, account: string): Promise<Get> => {
  const base = `${url}/api/v1`;
  const session = await fetch(`${base}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  });
  if (session.status !== 201) throw new Error(`sign-in of ${account}: ${session.status}`);
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (path) => {
    const response = await fetch(`${base}${path}`, { headers: { cookie } });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    return text;
  };
};
