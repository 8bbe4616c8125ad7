/** Plays years through the API: moves the rehearsal's clock to each act's instant and lets its people act. */
import { formatInstant, type Instant } from '../../domain/instants.js';
import { supervisionHead } from '../../intake/accounts.js';
import { type Client, Refused } from './client.js';
import { emptyPdf } from './empty-pdf.js';
import { requestOf } from './plan-requests.js';
import type { Act, ItemAct, PlanAct } from './script.js';
import type { Years } from './years.js';

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

/** A plan without a file of its own still names none. */
const filesOf = (command: ItemAct['command']): readonly string[] | null =>
  command === 'submitRectificationPlan' ? [] : null;

const nameOf = (act: Act): string =>
  act.item === null
    ? `plan ${act.login} ${act.command.type}`
    : `item ${act.item} ${act.login} ${act.command}`;

export class Player {
  private readonly refused: string[] = [];

  constructor(
    private readonly client: Client,
    private readonly plan: string,
  ) {}

  async play(years: Pick<Years, 'acts' | 'end'>, onProgress: (progress: Progress) => void): Promise<Outcome> {
    let clock = 0;
    for (const [index, act] of years.acts.entries()) {
      if (act.at > clock) await this.advance((clock = act.at));
      await this.perform(act);
      onProgress({ at: act.at, done: index + 1, of: years.acts.length });
    }
    await this.advance(years.end);
    return {
      board: await this.board(),
      notices: await this.notices(),
      refused: this.refused,
      played: years.acts.length,
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
    try {
      await (act.item === null ? this.askPlan(act) : this.askItem(act));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.refused.push(`${formatInstant(act.at)} ${nameOf(act)}: ${error.code} ${error.message}`);
    }
  }

  private async askItem({ item, login, command, body, file }: ItemAct): Promise<void> {
    const files = file === undefined ? filesOf(command) : [await this.upload(login, file)];
    const path = `/items/${this.plan}-${item}/commands/${command}`;
    await this.client.command(login, path, { ...body, ...(files && { files }) }, '/submissions');
  }

  private async askPlan({ login, command }: PlanAct): Promise<void> {
    const { path, body } = requestOf(command);
    await this.client.command(login, `/plans/${this.plan}${path}`, body, '/submissions');
  }

  private upload(login: string, name: string): Promise<string> {
    return this.client.upload(login, '/files', name, emptyPdf);
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
