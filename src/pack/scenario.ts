/** Reads a scenario file (JSON or YAML) into what the core plays; every fault is named by its path. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { caseKinds } from '../domain/cases.js';
import { isDate, parseInstant } from '../domain/instants.js';
import { enforcementRungs } from '../domain/policy.js';
import { scenarioCommands } from '../domain/simulation/asked.js';
import { scenarioPosts } from '../domain/simulation/posts.js';
import type { Scenario } from '../domain/simulation/scenario.js';
import { misfit, unreadable } from './scenario-faults.js';

const date = z.string().refine(isDate, 'a date that exists, YYYY-MM-DD');
const instant = z.string().transform((text, check) => {
  const at = parseInstant(text);
  if (at !== null) return at;
  check.addIssue({ code: 'custom', message: 'an instant that exists, YYYY-MM-DDTHH:MM' });
  return z.NEVER;
});
const count = z.int().min(0);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM');
// A milestone's id is part of its alarms' keys, which are joined by colons.
const id = z.string().regex(/^[^:/\s]{1,40}$/, 'an id without colon, slash or space');

const milestone = z.object({
  id,
  due: date,
  basis: z.enum(['plan', 'proposed']).optional(),
  done: z.boolean().optional(),
  title: z.string().optional(),
});

const termKinds = [...caseKinds.filter((kind) => kind !== 'suspension'), 'decomposition_returned'] as const;

const policy = z.strictObject({
  rungs: z.partialRecord(z.enum(enforcementRungs), count).optional(),
  terms: z.partialRecord(z.enum(termKinds), count).optional(),
  firstReminder: z.array(z.tuple([z.number().nullable(), count])).optional(),
  lastReminder: count.optional(),
  standingEvery: count.min(1).optional(),
  nextStep: count.min(1).optional(),
  receiptNextStep: count.min(1).optional(),
  repeatEvery: count.min(1).optional(),
  extensionAsked: count.optional(),
  extensionSpanFraction: count.min(1).optional(),
  extensionsAtMost: count.optional(),
  morning: time.optional(),
  digestAtMost: count.min(1).optional(),
});

const span = z.object({ from: instant, until: instant });
const level = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const command = z.object({
  at: instant,
  do: z.enum(scenarioCommands),
  milestone: id.optional(),
  to: date.optional(),
  until: date.optional(),
  level: level.optional(),
  unit: z.string().optional(),
  by: z.enum(scenarioPosts).optional(),
  due: date.optional(),
  id: id.optional(),
  milestones: z.array(milestone).optional(),
  replaces: z.array(id).optional(),
  policy: policy.optional(),
  year: z.int().optional(),
  off: z.array(date).optional(),
  on: z.array(date).optional(),
  outage: span.optional(),
});

const scenario = z.object({
  title: z.string().default(''),
  until: instant,
  registered: instant.optional(),
  item: z
    .object({
      id: z.coerce.string().default('1'),
      binding: z.boolean().default(false),
      coUnits: z.array(z.string()).default([]),
    })
    .prefault({}),
  milestones: z.array(milestone).default([]),
  policy: policy.prefault({}),
  publishedYears: z.array(z.int()).nullable().default(null),
  downtime: z.array(span).default([]),
  commands: z.array(command).default([]),
  probes: z.array(instant).default([]),
});

export type ReadScenario = { readonly scenario: Scenario } | { readonly faults: readonly string[] };

/** Keys that are absent must be absent for the core, not undefined. */
const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const contradictions = (
  { milestones, commands }: Pick<z.output<typeof scenario>, 'milestones' | 'commands'>,
  begins: number,
): readonly string[] => {
  const double = milestones.filter(({ id }, index) => milestones.findIndex((m) => m.id === id) !== index);
  return [
    ...double.map(({ id }) => `milestones: ${id} is there twice`),
    ...(commands.some(({ at }) => at < begins) ? ['registered: a command is given before'] : []),
  ];
};

export const readScenario = async (path: string): Promise<ReadScenario> => {
  let written: unknown;
  try {
    written = parse(await readFile(path, 'utf8'));
  } catch (error) {
    return { faults: [unreadable(path, error)] };
  }
  const read = scenario.safeParse(written, { reportInput: true });
  if (!read.success) return { faults: read.error.issues.map((issue) => misfit(path, issue)) };
  const { registered, ...rest } = read.data;
  const begins = registered ?? rest.commands[0]?.at ?? rest.until;
  const faults = contradictions(rest, begins).map((fault) => `${path}: ${fault}`);
  if (faults.length > 0) return { faults };
  return { scenario: withoutUndefined({ ...rest, registered: begins }) as Scenario };
};
