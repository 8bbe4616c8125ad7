/** What was asked, and what came of it. */
import { dateShown, instantShown, planRef, uuid } from './common.js';
import { endpoint, z } from './endpoint.js';

export const decidedProblem = z
  .object({ code: z.string(), title: z.string(), detail: z.string() })
  .openapi('DecidedProblem');

export const submission = z
  .object({
    id: z.string(),
    plan: z.string(),
    item: z.string().nullable(),
    command: z.string(),
    receivedAt: instantShown.openapi({ description: 'Plan time from which the decision counts.' }),
    state: z.enum(['undecided', 'done', 'refused']),
    version: z.number().int().nullable().openapi({ description: "The item's version after the decision." }),
    decidedAt: instantShown.nullable(),
    problem: decidedProblem.nullable(),
    warnings: z
      .array(z.object({ code: z.literal('day_off'), date: dateShown, text: z.string() }))
      .optional()
      .openapi({ description: 'Said once, in the answer to the command.' }),
  })
  .openapi('Submission');

export const getSubmission = endpoint('GET /submissions/{submission}', {
  id: 'getSubmission',
  tag: 'commands',
  summary: 'What was asked and what came of it; only who asked may see it.',
  access: 'signed_in',
  params: z.strictObject({ submission: uuid }),
  answers: { ok: submission },
});

export const listSubmissions = endpoint('GET /plans/{plan}/submissions', {
  id: 'listSubmissions',
  tag: 'commands',
  summary: 'What the caller asked lately in this plan, newest first.',
  access: 'see_plans',
  params: z.strictObject({ plan: planRef }),
  answers: { ok: z.object({ entries: z.array(submission) }).openapi('SubmissionList') },
});
