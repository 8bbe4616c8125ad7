/** Promise: a plan as large as asked for, of items that are all alike, with everybody its posts name. */
import { hash } from '@node-rs/argon2';
import { accountsOf } from '../../src/intake/accounts.js';
import { addDays, dateOf } from '../../src/domain/instants.js';
import type { PlanDocument, PlanItem, PlanUnit } from '../../src/domain/plan.js';
import { defaultPolicy } from '../../src/domain/policy.js';
import type { Database } from '../../src/store/database.js';
import { importPlan } from '../../src/store/import-plan.js';
import { addPeople } from '../../src/store/people.js';

export const password = 'only-for-a-benchmark';
export const milestoneId = 'M1';
const importer = { system: 'import' } as const;
const caseOfficers = ['case-officer-1', 'case-officer-2', 'case-officer-3', 'case-officer-4'] as const;
const deputies = ['deputy-1', 'deputy-2'] as const;

const unitId = (index: number): string => `unit-${index + 1}`;

const unit = (index: number): PlanUnit => ({
  id: unitId(index),
  name: `第${index + 1}处`,
  gloss: `Division ${index + 1}`,
  kind: 'division',
  leaderInCharge: deputies[index % deputies.length] ?? deputies[0],
  caseOfficer: caseOfficers[index % caseOfficers.length] ?? caseOfficers[0],
  basis: 'proposed',
});

const item = (index: number, units: number, due: string): PlanItem => ({
  number: index + 1,
  title: `第${index + 1}项任务`,
  tile: `任务|${index + 1}`,
  gloss: `Task ${index + 1}`,
  section: 1,
  lines: [1],
  lead: unitId(index % units),
  coUnits: [],
  indicators: [],
  measures: [{ id: '1.1', text: '建成一个中心' }],
  milestones: [
    {
      id: milestoneId,
      title: '建成',
      due,
      basis: 'proposed',
      evidence: '总结报告',
      weight: 100,
      measures: ['1.1'],
    },
  ],
  notes: [],
});

export interface Size {
  readonly items: number;
  readonly units: number;
}

/** Item n belongs to unit n modulo the number of units; all is due a year after `today`. */
export const benchPlan = (id: string, { items, units }: Size, now: number): PlanDocument => {
  const today = dateOf(now);
  const due = addDays(today, 365);
  return {
    id,
    title: '压测规划',
    short: '压测',
    gloss: 'A plan to measure with',
    issuer: '某局',
    period: { from: today, to: due },
    signedOn: today,
    publishedOn: today,
    sections: [{ number: 1, title: '一', short: '一', gloss: 'One', lines: [1], items: [1] }],
    notes: [],
    office: unitId(0),
    leaders: [
      { id: 'director', rank: 'director', title: '局长' },
      ...deputies.map((id) => ({ id, rank: 'deputy' as const, title: '副局长' })),
    ],
    caseOfficers: caseOfficers.map((id) => ({ id, title: '督办员' })),
    units: Array.from({ length: units }, (_, index) => unit(index)),
    items: Array.from({ length: items }, (_, index) => item(index, units, due)),
    indicators: [],
    policy: defaultPolicy,
    calendar: [],
  };
};

/** Takes the plan over as a live one; returns the ids of its items. People are the same in every plan. */
export const givenPlan = async (db: Database, document: PlanDocument): Promise<readonly string[]> => {
  const now = Date.now();
  const passwordHash = await hash(password, { memoryCost: 64, timeCost: 1 });
  const people = accountsOf(document).map(({ login, name, role, rank, unit, post }) => ({
    ...{ id: login, login, passwordHash, name, role, rank },
    ...{ email: `${login}@example.org`, unitId: unit, postId: post, planId: null },
  }));
  const result = await db.asActor(importer, async (tx) => {
    await addPeople(tx, people, now);
    return importPlan(tx, document, { kind: 'live', now });
  });
  if (result.kind === 'refused') throw new Error(result.code);
  return result.items;
};
