/** Promise: one signed-in person who gives commands over HTTP as a browser would, one session for all of them. */
import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/domain/commands.js';
import { password } from './plan.js';

export interface HttpClient {
  /** Resolves when the command is decided and done. */
  give(item: string, command: Command): Promise<void>;
  /** The id of a small file just uploaded. */
  upload(): Promise<string>;
}

export const signIn = async (apiUrl: string, account: string): Promise<HttpClient> => {
  const url = `${apiUrl}/api/v1`;
  const session = await fetch(`${url}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  });
  await expectStatus(session, `sign-in of ${account}`);
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const post = async (path: string, body: string | FormData, headers: Record<string, string>) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body, headers: { ...headers, cookie } });
    return expectStatus(response, path);
  };
  return {
    give: async (item, { type, ...body }) => {
      await post(`/items/${item}/commands/${type}`, JSON.stringify(body), {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      });
    },
    upload: async () => {
      const form = new FormData();
      form.append('files', new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' }), '总结报告.pdf');
      const { files } = JSON.parse(await post('/files', form, {})) as { files: readonly { id: string }[] };
      const [first] = files;
      if (!first) throw new Error('an upload was not named');
      return first.id;
    },
  };
};

/** 201 is done; 202 would mean that nobody has decided in time. */
const expectStatus = async (response: Response, what: string): Promise<string> => {
  const text = await response.text();
  if (response.status !== 201) throw new Error(`${what}: ${response.status} ${text.slice(0, 300)}`);
  return text;
};
