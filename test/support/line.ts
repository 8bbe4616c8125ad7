/** Promise: a line to a server that a test can cut and mend; while it is cut nobody gets through. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Line {
  /** The server's address as seen through the line. */
  readonly through: (url: string) => string;
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

export const openLine = async (to: string): Promise<Line> => {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  let whole = true;
  const hold = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
  };
  const server = createServer((near) => {
    hold(near);
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    hold(far);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  const cut = (): void => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    through: (url) => {
      const other = new URL(url);
      other.hostname = '127.0.0.1';
      other.port = String(own);
      return other.toString();
    },
    cut,
    mend: () => void (whole = true),
    stop: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
};
