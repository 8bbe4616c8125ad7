/** Plays a year through the API: moves the rehearsal's clock to each act's instant and lets its people act. */
import { formatInstant, type Instant } from '../../domain/instants.js';
import { supervisionHead } from '../accounts.js';
import { type Client, Refused } from './client.js';
import type { Act, Year } from './year.js';

export interface Outcome {
  /** Items by light, then by level. */
  readonly board: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Notices by kind. */
  readonly notices: Readonly<Record<string, number>>;
  readonly refused: readonly string[];
  readonly played: number;
}

export interface Progress {
  readonly at: Instant;
  readonly done: number;
  readonly of: number;
}

interface Card {
  readonly number: number;
  readonly light: string;
  readonly level: string;
}

/** A page that says nothing but is a PDF. */
const emptyPdf = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

export class Player {
  private readonly refused: string[] = [];

  constructor(
    private readonly client: Client,
    private readonly plan: string,
  ) {}

  async play(year: Year, onProgress: (progress: Progress) => void): Promise<Outcome> {
    let clock = 0;
    for (const [index, act] of year.acts.entries()) {
      if (act.at > clock) await this.advance((clock = act.at));
      await this.perform(act);
      onProgress({ at: act.at, done: index + 1, of: year.acts.length });
    }
    await this.advance(year.end);
    return {
      board: await this.board(),
      notices: await this.notices(),
      refused: this.refused,
      played: year.acts.length,
    };
  }

  private async advance(to: Instant): Promise<void> {
    const path = `/plans/${this.plan}/clock`;
    await this.client.command(
      supervisionHead,
      `${path}/advance`,
      { to: formatInstant(to) },
      `${path}/advances`,
    );
  }

  private async perform(act: Act): Promise<void> {
    const item = `/items/${this.plan}-${act.item}`;
    const files = act.file === undefined ? {} : { files: [await this.upload(act, act.file)] };
    try {
      await this.client.command(
        act.login,
        `${item}/commands/${act.command}`,
        { ...act.body, ...files },
        '/submissions',
      );
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.refused.push(
        `${formatInstant(act.at)} item ${act.item} ${act.login} ${act.command}: ${error.code} ${error.message}`,
      );
    }
  }

  private upload(act: Act, name: string): Promise<string> {
    return this.client.upload(act.login, '/files', name, emptyPdf);
  }

  private async board(): Promise<Outcome['board']> {
    const { entries } = await this.client.get<{ entries: Card[] }>(
      supervisionHead,
      `/plans/${this.plan}/items?limit=200`,
    );
    const board: Record<string, Record<string, number>> = {};
    for (const { light, level } of entries) {
      const row = (board[light] ??= {});
      row[level] = (row[level] ?? 0) + 1;
    }
    return board;
  }

  private async notices(): Promise<Outcome['notices']> {
    const counts: Record<string, number> = {};
    let cursor: string | null = '';
    while (cursor !== null) {
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { entries: { kind: string }[]; next: string | null } = await this.client.get(
        supervisionHead,
        `/plans/${this.plan}/outgoing?limit=200${from}`,
      );
      for (const { kind } of page.entries) counts[kind] = (counts[kind] ?? 0) + 1;
      cursor = page.next;
    }
    return counts;
  }
}
