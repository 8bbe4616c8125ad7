import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { assertPortFree, freePort, PortUnusable } from '../../src/local/ports.js';

describe('ports', () => {
  const use = { name: 'the API', variable: 'DUZHAN_PORT' };

  it('accepts a free port', async () => {
    await expect(assertPortFree(await freePort(), use)).resolves.toBeUndefined();
  });

  it.each(['127.0.0.1', '0.0.0.0'])(
    'names port, use, holder and variable when it is taken on %s',
    async (host) => {
      const holder = createServer().listen(0, host);
      await once(holder, 'listening');
      const { port } = holder.address() as { port: number };
      const error: unknown = await assertPortFree(port, use).catch((thrown: unknown) => thrown);
      holder.close();
      expect(error).toBeInstanceOf(PortUnusable);
      expect((error as Error).message).toMatch(
        new RegExp(
          `^Port ${port}, which the API needs, is taken, by .* \\(pid ${process.pid}\\)\\. Set DUZHAN_PORT `,
        ),
      );
    },
  );

  it('says so when the address is not one of this machine', async () => {
    const elsewhere = { ...use, host: '192.0.2.1' };
    await expect(assertPortFree(await freePort(), elsewhere)).rejects.toThrow(
      /192\.0\.2\.1.*EADDRNOTAVAIL.*DUZHAN_PORT/,
    );
  });
});
