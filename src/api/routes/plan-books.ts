/** A plan's calendar, policies and outages. */
import type { z } from 'zod';
import { parseInstant } from '../../domain/instants.js';
import type { PublishedYear } from '../../domain/plan.js';
import type { PlanCommand } from '../../domain/plan-commands.js';
import { planRefusal } from '../../domain/plan-rules.js';
import { policyFaults } from '../../domain/policy-faults.js';
import { defaultPolicy, normalised } from '../../domain/policy.js';
import { booksOf, calendarOf, outagesOf, policiesOf } from '../../store/plan-books.js';
import { planNow } from '../../store/plans.js';
import { itemsByPolicy } from '../../store/views/plan-books.js';
import type { Endpoint } from '../contract/endpoint.js';
import * as contract from '../contract/plan-books.js';
import type { submission } from '../contract/submissions.js';
import { basePath } from '../paths.js';
import { refusalProblem } from '../problem.js';
import { namesFor } from '../say.js';
import { serve, type Ask, type Served } from '../serve.js';
import { envelopeOf, refusalOf, submit, wasSent } from '../submit.js';
import { shown, shownOrNull } from '../times.js';
import { planAvailable } from './plan-available.js';
import { previewRoutes } from './plan-previews.js';
import { submissionShown } from './submissions.js';
import { visiblePlan } from './visible-item.js';

/** What a command to the plan came to, or that it is being decided. */
interface Given {
  readonly as: 'created' | 'accepted';
  readonly body: z.input<typeof submission>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Looks ahead, submits and answers, as commands to items do. */
const give = async (
  { context, caller, req, language }: Pick<Ask<Endpoint>, 'context' | 'caller' | 'req' | 'language'>,
  planId: string,
  command: PlanCommand,
): Promise<Given> => {
  const envelope = { ...envelopeOf(req), expectedVersion: null };
  const plan = await context.db.asReader(caller.actor, async (tx) => {
    const found = await visiblePlan(tx, caller, planId);
    if (await wasSent(tx, { caller, envelope })) return found;
    const refused = planRefusal(
      await booksOf(tx, found),
      command,
      caller.actor,
      planNow(found, context.now()),
    );
    if (refused) throw refusalProblem(refused);
    return found;
  });
  const row = await submit(context, { caller, envelope, plan, item: null, command });
  const refusal = refusalOf(row);
  if (refusal) throw refusalProblem(refusal, { submission: row.id });
  const headers = { Location: `${basePath}/submissions/${row.id}` };
  const body = submissionShown(row, language);
  return row.outcome === null
    ? { as: 'accepted', body, headers: { ...headers, 'Retry-After': '2' } }
    : { as: 'created', body, headers };
};

/** Says nothing, so that nothing in it can be refused. */
const sampleYear: PublishedYear = { year: 2021, notice: '', off: [], on: [] };

const calendar = serve(contract.getCalendar, (ask) =>
  ask.context.db.asReader(ask.caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, ask.caller, ask.params.plan);
    const { version, years, adoptedAt } = await calendarOf(tx, plan);
    const asked = [{ type: 'updateCalendar', year: sampleYear }] as const;
    const available = planAvailable(asked, await booksOf(tx, plan), plan, ask);
    const shownYears = years.map(({ year, notice, off, on }) => ({
      year,
      notice,
      off: [...off],
      on: [...on],
    }));
    return { as: 'ok', body: { version, adoptedAt: shown(adoptedAt), years: shownYears, available } };
  }),
);

const updateCalendar = serve(contract.updateCalendar, (ask) =>
  give(ask, ask.params.plan, { type: 'updateCalendar', year: ask.body satisfies PublishedYear }),
);

const policies = serve(contract.listPolicies, (ask) =>
  ask.context.db.asReader(ask.caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, ask.caller, ask.params.plan);
    const counts = await itemsByPolicy(tx, plan.id);
    const books = await booksOf(tx, plan);
    const ofVersion = (version: number): readonly PlanCommand[] => [
      { type: 'signPolicy', version },
      { type: 'adoptPolicy', version, items: null },
    ];
    const entries = (await policiesOf(tx, plan.id)).map((row) => {
      const policy = normalised(row.policy);
      return {
        version: row.version,
        policy: { ...policy },
        publishedAt: shown(row.publishedAt),
        signedAt: shownOrNull(row.signedAt),
        inForce: row.version === plan.policyVersion,
        doubts: policyFaults(policy).map(({ path, flaw }) => ({
          path: [...path],
          text: ask.words.flaws[flaw],
        })),
        items: counts.get(row.version) ?? 0,
        available: planAvailable(ofVersion(row.version), books, plan, ask),
      };
    });
    const publishing = [{ type: 'publishPolicy', policy: defaultPolicy }] as const;
    return { as: 'ok', body: { entries, available: planAvailable(publishing, books, plan, ask) } };
  }),
);

/** The version is given when it is published. */
const publishPolicy = serve(contract.publishPolicy, (ask) =>
  give(ask, ask.params.plan, { type: 'publishPolicy', policy: { ...ask.body.policy, version: 0 } }),
);

const signPolicy = serve(contract.signPolicy, (ask) =>
  give(ask, ask.params.plan, { type: 'signPolicy', version: ask.params.version }),
);

const adoptPolicy = serve(contract.adoptPolicyVersion, (ask) =>
  give(ask, ask.params.plan, {
    type: 'adoptPolicy',
    version: ask.params.version,
    items: ask.body.items ?? null,
  }),
);

/** Long over. */
const sampleOutage: PlanCommand = { type: 'recordOutage', from: 0, to: 1, reason: '' };

type OutageShown = z.input<typeof contract.listOutages.answers.ok>['entries'][number];

const outages = serve(contract.listOutages, (ask) =>
  ask.context.db.asReader(ask.caller.actor, async (tx) => {
    const plan = await visiblePlan(tx, ask.caller, ask.params.plan);
    const books = await booksOf(tx, plan);
    const rows = await outagesOf(tx, plan.id);
    const people = rows.flatMap(({ recordedBy, confirmedBy }) => [...recordedBy, confirmedBy ?? []].flat());
    const { person } = await namesFor(tx, { plans: [plan.id], items: [], people });
    const entries = rows.map(
      ({ outage, from, to, reason, recordedBy, recordedAt, confirmedBy, confirmedAt }): OutageShown => ({
        outage,
        from: shown(from),
        to: shown(to),
        reason,
        recordedBy: recordedBy.map(person),
        recordedAt: shown(recordedAt),
        confirmedBy: confirmedBy && person(confirmedBy),
        confirmedAt: shownOrNull(confirmedAt),
        available: planAvailable([{ type: 'confirmOutage', outage }], books, plan, ask),
      }),
    );
    const available = planAvailable([sampleOutage], books, plan, ask);
    return { as: 'ok', body: { entries, available } };
  }),
);

const recordOutage = serve(contract.recordOutage, (ask) => {
  const { from, to, reason } = ask.body;
  return give(ask, ask.params.plan, {
    type: 'recordOutage',
    from: parseInstant(from) ?? 0,
    to: parseInstant(to) ?? 0,
    reason,
  });
});

const confirmOutage = serve(contract.confirmOutage, (ask) =>
  give(ask, ask.params.plan, { type: 'confirmOutage', outage: ask.params.outage }),
);

export const planBookRoutes: readonly Served[] = [
  calendar,
  updateCalendar,
  policies,
  publishPolicy,
  signPolicy,
  adoptPolicy,
  outages,
  recordOutage,
  confirmOutage,
  ...previewRoutes,
];
