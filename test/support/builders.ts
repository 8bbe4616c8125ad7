/** Promise: small plans, persons and commands that are valid as they are; a test says only what it is about. */
import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/domain/commands.js';
import { parseInstant, type Instant } from '../../src/domain/instants.js';
import type { MilestoneSeed } from '../../src/domain/item.js';
import type { Actor } from '../../src/domain/people.js';
import type { PlanCommand } from '../../src/domain/plan-commands.js';
import type { PlanDocument, PlanItem } from '../../src/domain/plan.js';
import { defaultPolicy } from '../../src/domain/policy.js';
import type { Database } from '../../src/store/database.js';
import { importPlan, type ImportOptions } from '../../src/store/import-plan.js';
import { addPeople, type PersonSeed } from '../../src/store/people.js';
import { receive, type Submission } from '../../src/store/submissions.js';

export const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (instant === null) throw new RangeError(text);
  return instant;
};

const actor = (person: string, role: Actor['role'], rest: Partial<Actor> = {}): Actor => ({
  person,
  role,
  unit: null,
  rank: null,
  onBehalfOf: null,
  ...rest,
});

export const actors = {
  officer: actor('corrections-officer', 'unit_officer', { unit: 'corrections' }),
  head: actor('corrections-head', 'unit_head', { unit: 'corrections' }),
  caseOfficer: actor('case-officer-1', 'case_officer'),
  supervisionHead: actor('supervision-head', 'supervision_head'),
  deputy: actor('deputy-security', 'leader', { rank: 'deputy' }),
  director: actor('director', 'leader', { rank: 'director' }),
} as const;

const postOf = ({ role, person }: Actor): string | null =>
  role === 'leader' || role === 'case_officer' ? person : null;

const people: readonly PersonSeed[] = Object.values(actors).map((one) => ({
  id: one.person,
  login: one.person,
  passwordHash: 'none',
  name: one.person,
  email: `${one.person}@example.org`,
  role: one.role,
  rank: one.rank,
  unitId: one.unit,
  postId: postOf(one),
  planId: null,
}));

export const milestone = (id: string, due: string, more: Partial<MilestoneSeed> = {}): MilestoneSeed => ({
  id,
  title: `里程碑 ${id}`,
  due,
  basis: 'proposed',
  evidence: '总结报告',
  weight: 100,
  measures: ['1.1'],
  ...more,
});

export const planItem = (number: number, more: Partial<PlanItem> = {}): PlanItem => ({
  number,
  title: `第${number}项任务`,
  tile: `任务|${number}`,
  gloss: `Task ${number}`,
  section: 1,
  lines: [number],
  lead: 'corrections',
  coUnits: [],
  indicators: [],
  measures: [{ id: '1.1', text: '建成一个中心' }],
  milestones: [milestone('M1', '2021-12-31')],
  notes: [],
  ...more,
});

export const planDocument = (more: Partial<PlanDocument> = {}): PlanDocument => ({
  id: 'small',
  title: '小规划',
  short: '小规划',
  gloss: 'A small plan',
  issuer: '某局',
  period: { from: '2021-01-01', to: '2025-12-31' },
  signedOn: '2021-09-03',
  publishedOn: '2021-09-13',
  sections: [{ number: 1, title: '一', short: '一', gloss: 'One', lines: [1], items: [1] }],
  notes: [],
  office: 'supervision-office',
  leaders: [
    { id: 'director', rank: 'director', title: '局长' },
    { id: 'deputy-security', rank: 'deputy', title: '副局长' },
  ],
  caseOfficers: [{ id: 'case-officer-1', title: '督办员' }],
  units: [
    {
      id: 'corrections',
      name: '社区矫正管理处',
      gloss: 'Corrections',
      kind: 'division',
      leaderInCharge: 'deputy-security',
      caseOfficer: 'case-officer-1',
      basis: 'proposed',
    },
  ],
  items: [planItem(1)],
  indicators: [],
  policy: defaultPolicy,
  calendar: [
    {
      year: 2021,
      notice: '国办发明电',
      off: ['2021-10-01', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07'],
      on: ['2021-09-26', '2021-10-09'],
    },
  ],
  ...more,
});

const importer = { system: 'import' } as const;

/** Imports a plan with its people; returns the ids of its items. */
export const givenPlan = async (
  db: Database,
  document: PlanDocument,
  options: ImportOptions,
): Promise<readonly string[]> => {
  const result = await db.asActor(importer, async (tx) => {
    await addPeople(tx, people, options.now);
    return importPlan(tx, document, options);
  });
  if (result.kind === 'refused') throw new Error(result.code);
  return result.items;
};

interface Asked {
  readonly plan: string;
  readonly item?: string | undefined;
  readonly actor: Actor;
  readonly command: Command | PlanCommand;
  readonly expectedVersion?: number;
  /** Wall clock. */
  readonly now: Instant;
}

/** Receives a command as the API would, without pushing it. */
export const submitted = async (db: Database, asked: Asked): Promise<Submission> => {
  const id = randomUUID();
  const receipt = await db.asActor(asked.actor, (tx) =>
    receive(tx, {
      id,
      key: id,
      actor: asked.actor,
      planId: asked.plan,
      itemId: asked.item ?? null,
      command: asked.command,
      expectedVersion: asked.expectedVersion ?? null,
      now: asked.now,
    }),
  );
  if (receipt.kind !== 'new') throw new Error(receipt.kind);
  return receipt.submission;
};
