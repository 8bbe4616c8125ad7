/** Promise: a real robot's server in this process that takes, refuses, keeps silent or hangs up where a test says. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An answer, or how the server fails to give one. */
type Behaviour =
  | { readonly status: number; readonly body: string; readonly location?: string }
  | 'be silent'
  | 'hang up'
  | 'hang up within the answer';

export interface RobotCall {
  readonly method: string | undefined;
  readonly host: string | undefined;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: {
    readonly msgtype: string;
    readonly markdown: { readonly title?: string; readonly text?: string; readonly content?: string };
  };
  readonly bytes: number;
}

export interface RobotServer {
  readonly port: number;
  /** Every message that was read to its end, whatever was answered. */
  readonly calls: readonly RobotCall[];
  /** How often somebody connected. */
  readonly connections: () => number;
  next(...behaviours: readonly Behaviour[]): void;
  stop(): Promise<void>;
}

export const saying = (errcode: unknown, errmsg = 'said', status = 200): Behaviour => ({
  status,
  body: JSON.stringify({ errcode, errmsg }),
});

const callOf = (req: IncomingMessage, body: string): RobotCall => {
  const url = new URL(req.url ?? '/', 'http://robot.test');
  return {
    method: req.method,
    host: req.headers.host,
    path: url.pathname,
    query: url.searchParams,
    body: JSON.parse(body) as RobotCall['body'],
    bytes: Buffer.byteLength(body),
  };
};

const answer = (behaviour: Behaviour, res: ServerResponse): void => {
  if (behaviour === 'be silent') return;
  if (behaviour === 'hang up within the answer') {
    res.writeHead(200, { 'Content-Length': 100 });
    res.write('{"errcode"', () => res.destroy());
  } else if (typeof behaviour === 'string') res.destroy();
  else
    res
      .writeHead(behaviour.status, behaviour.location ? { Location: behaviour.location } : {})
      .end(behaviour.body);
};

export const startRobotServer = async (): Promise<RobotServer> => {
  const script: Behaviour[] = [];
  const calls: RobotCall[] = [];
  let connections = 0;
  const server = createServer((req, res) => {
    const behaviour = script.shift() ?? saying(0, 'ok');
    void text(req).then((body) => {
      calls.push(callOf(req, body));
      answer(behaviour, res);
    });
  });
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    calls,
    connections: () => connections,
    next: (...behaviours) => void script.push(...behaviours),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
