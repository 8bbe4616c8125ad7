/** Promise: every command that was answered is decided, logged and audited once. */
import { mixes, commandsOf } from './commands.js';
import type { Services } from './services.js';

interface Counts {
  readonly submissions: number;
  readonly undecided: number;
  readonly logged: number;
  readonly audited: number;
}

const types = mixes.flatMap((mix) => commandsOf(mix, '').map(({ type }) => type));

/** What is wrong, in words; null = nothing. */
export const faultOf = async (
  { owner }: Services,
  plan: string,
  answered: number,
): Promise<string | null> => {
  const { rows } = await owner.query<Counts>(
    `WITH given AS (SELECT id, outcome FROM submissions WHERE plan_id = $1 AND type = ANY($2))
     SELECT (SELECT count(*)::int FROM given) AS submissions,
       (SELECT count(*)::int FROM given WHERE outcome ->> 'kind' IS DISTINCT FROM 'done') AS undecided,
       (SELECT count(DISTINCT submission_id)::int FROM events WHERE submission_id IN (SELECT id FROM given)) AS logged,
       (SELECT count(*)::int FROM audit WHERE submission_id IN (SELECT id FROM given)) AS audited`,
    [plan, types],
  );
  const [counts] = rows;
  const right =
    counts?.undecided === 0 &&
    [counts.submissions, counts.logged, counts.audited].every((count) => count === answered);
  return right ? null : `${answered} were answered, but there are ${JSON.stringify(counts)}`;
};
