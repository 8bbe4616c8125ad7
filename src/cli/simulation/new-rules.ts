/** A plan's new version of policy or calendar, or its outage, as its office and leaders bring it about over HTTP. */
import type { CalendarYear } from '../../domain/calendar.js';
import { formatInstant } from '../../domain/instants.js';
import type { Policy } from '../../domain/policy.js';
import type { Span } from '../../domain/simulation/written.js';
import { supervisionHead } from '../accounts.js';
import type { Client } from '../scenario/client.js';
import { caseOfficerLogin, directorLogin } from './document.js';

interface Decided {
  readonly id: string;
  readonly state: 'undecided' | 'done' | 'refused';
  readonly version: number | null;
}

const give = (client: Client, login: string, path: string, body: object): Promise<Decided> =>
  client.command<Decided>(login, path, body, '/submissions');

/** The office publishes, leadership signs, and every running item goes over to it; answers the version it was given. */
export const adoptPolicy = async (client: Client, plan: string, policy: Policy): Promise<number> => {
  const path = `/plans/${plan}/policies`;
  // The plan numbers its versions itself; what is undefined is not sent.
  const published = { policy: { ...policy, version: undefined } };
  const { version } = await give(client, supervisionHead, path, published);
  if (version === null) throw new Error('a published policy has no version');
  await give(client, directorLogin, `${path}/${version}/signature`, {});
  await give(client, supervisionHead, `${path}/${version}/adoption`, {});
  return version;
};

/** Every running item goes over to the calendar that the year makes. */
export const updateCalendar = async (client: Client, plan: string, year: CalendarYear): Promise<void> => {
  await give(client, supervisionHead, `/plans/${plan}/calendar`, { ...year, notice: '按脚本公布' });
};

/** One of the office says so, another confirms it. */
export const recordOutage = async (client: Client, plan: string, { from, until }: Span): Promise<void> => {
  const path = `/plans/${plan}/outages`;
  const body = { from: formatInstant(from), to: formatInstant(until), reason: '按脚本记录' };
  const { version } = await give(client, caseOfficerLogin, path, body);
  if (version === null) throw new Error('a recorded outage has no number');
  await give(client, supervisionHead, `${path}/${version}/confirmation`, {});
};
