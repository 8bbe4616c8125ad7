/** Speaks to a running system as its people do: one session a person, over HTTP, nothing else. */
import { randomUUID } from 'node:crypto';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** A refusal as the API words it. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
}

interface Submission {
  readonly id: string;
  readonly state: 'undecided' | 'done' | 'refused' | 'running';
  readonly problem?: Problem | null;
}

/** How often a command answered 202 is asked after before it counts as lost. */
const patience = { times: 600, everyMs: 100 };

export class Client {
  private readonly cookies = new Map<string, Promise<string>>();

  constructor(
    private readonly url: string,
    private readonly password: string,
    private readonly language: 'zh' | 'en' = 'en',
  ) {}

  get<T>(login: string, path: string): Promise<T> {
    return this.ask<T>(login, 'GET', path);
  }

  /** Asks something that needs saying more than fits an address; nothing is commanded. */
  post<T>(login: string, path: string, body: object): Promise<T> {
    return this.ask<T>(login, 'POST', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  /** Gives a command and waits until it is decided. */
  async command<T extends Submission = Submission>(
    login: string,
    path: string,
    body: object,
    after: string,
  ): Promise<T> {
    let given = await this.ask<T>(login, 'POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    });
    for (let n = 0; given.state === 'undecided' || given.state === 'running'; n += 1) {
      if (n === patience.times) throw new Error(`${path} was received but not decided in time`);
      await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
      given = await this.ask<T>(login, 'GET', `${after}/${given.id}`);
    }
    if (given.state === 'refused')
      throw new Refused(given.problem?.code ?? 'refused', `${path}: ${given.problem?.detail}`);
    return given;
  }

  /** Uploads one file and gives its id. */
  async upload(login: string, path: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const form = new FormData();
    form.append('files', new Blob([bytes], { type: 'application/pdf' }), name);
    const { files } = await this.ask<{ files: { id: string }[] }>(login, 'POST', path, form);
    const [first] = files;
    if (!first) throw new Error(`${path} took the file and named none`);
    return first.id;
  }

  private async ask<T>(
    login: string,
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const cookie = await this.session(login);
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...headers, cookie, 'accept-language': this.language },
      ...(body === undefined ? {} : { body }),
    });
    const answer = (await response.json()) as T & Problem;
    if (!response.ok)
      throw new Refused(
        answer.code ?? String(response.status),
        `${login} ${method} ${path}: ${answer.title} ${answer.detail ?? ''}`,
      );
    return answer;
  }

  private session(login: string): Promise<string> {
    const known = this.cookies.get(login);
    if (known) return known;
    const opened = this.signIn(login);
    this.cookies.set(login, opened);
    return opened;
  }

  private async signIn(login: string): Promise<string> {
    const response = await fetch(`${this.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: login, password: this.password }),
    });
    if (!response.ok)
      throw new Error(`${login} could not sign in: ${response.status} ${await response.text()}`);
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }
}
