/** Promise: a taken port is noticed before anything is started on it, and the message says how to change it. */
import { createServer } from 'node:net';
import { portHolder } from './port-holder.js';

export interface PortUse {
  /** What the port is for, as a reader would call it: "Postgres". */
  readonly name: string;
  /** The variable that changes it. */
  readonly variable: string;
  /** Default: loopback. */
  readonly host?: string;
}

export class PortUnusable extends Error {
  override readonly name = 'PortUnusable';
}

const loopback = '127.0.0.1';

/** Throws {@link PortUnusable} when nothing can listen on `port`. */
export const assertPortFree = async (port: number, use: PortUse): Promise<void> => {
  try {
    await listenOnce(port, use.host ?? loopback);
  } catch (error) {
    throw new PortUnusable(explain(port, use, (error as NodeJS.ErrnoException).code));
  }
};

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> => listenOnce(0, loopback);

const explain = (port: number, { name, variable, host }: PortUse, code: string | undefined): string => {
  const remedy = `Set ${variable} to a free port and start again`;
  if (code === 'EADDRINUSE') {
    const holder = portHolder(port);
    const by = holder ? `, by ${holder}` : '';
    return `Port ${port}, which ${name} needs, is taken${by}. ${remedy}, or stop what holds it.`;
  }
  if (code === 'EACCES') return `Port ${port} for ${name} is not permitted for this user. ${remedy}.`;
  return `Nothing can listen on ${host ?? loopback}:${port} for ${name} (${code ?? 'no reason given'}). ${remedy}.`;
};

const listenOnce = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
