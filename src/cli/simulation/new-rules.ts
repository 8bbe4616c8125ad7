/** A plan's new version of policy or calendar, or its outage, as its office and leaders bring it about over HTTP. */
import type { CalendarYear } from '../../domain/calendar.js';
import type { Policy } from '../../domain/policy.js';
import type { Span } from '../../domain/simulation/written.js';
import { supervisionHead } from '../../intake/accounts.js';
import type { Client } from '../scenario/client.js';
import { requestOf } from '../scenario/plan-requests.js';
import type { PlanAct } from '../scenario/script.js';
import { caseOfficerLogin, directorLogin } from './document.js';

interface Decided {
  readonly id: string;
  readonly state: 'undecided' | 'done' | 'refused';
  readonly version: number | null;
}

/** Answers the number that what was made has from then on. */
const give = async (
  client: Client,
  plan: string,
  login: string,
  command: PlanAct['command'],
): Promise<number> => {
  const { path, body } = requestOf(command);
  const { version } = await client.command<Decided>(login, `/plans/${plan}${path}`, body, '/submissions');
  if (version === null) throw new Error(`${command.type} was decided and has no number`);
  return version;
};

/** The office publishes, leadership signs, and every running item goes over to it; answers the version it was given. */
export const adoptPolicy = async (client: Client, plan: string, policy: Policy): Promise<number> => {
  const version = await give(client, plan, supervisionHead, { type: 'publishPolicy', policy });
  await give(client, plan, directorLogin, { type: 'signPolicy', version });
  await give(client, plan, supervisionHead, { type: 'adoptPolicy', version, items: null });
  return version;
};

/** Every running item goes over to the calendar that the year makes. */
export const updateCalendar = async (client: Client, plan: string, year: CalendarYear): Promise<void> => {
  const published = { ...year, notice: '按脚本公布' };
  await give(client, plan, supervisionHead, { type: 'updateCalendar', year: published });
};

/** One of the office says so, another confirms it. */
export const recordOutage = async (client: Client, plan: string, { from, until }: Span): Promise<void> => {
  const recorded = { type: 'recordOutage', from, to: until, reason: '按脚本记录' } as const;
  const outage = await give(client, plan, caseOfficerLogin, recorded);
  await give(client, plan, supervisionHead, { type: 'confirmOutage', outage });
};
