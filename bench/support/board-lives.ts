/**
 * Promise: items of every kind a wall shows, each grown by the rules themselves: on time, late, silent and listed,
 * suspended, asking for time, closed. What a large plan is made of are copies of these.
 */
import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/domain/commands.js';
import type { Context } from '../../src/domain/context.js';
import type { ItemEvent } from '../../src/domain/events.js';
import { addDays, parseInstant, type Instant, type IsoDate } from '../../src/domain/instants.js';
import type { ItemState, MilestoneSeed } from '../../src/domain/item.js';
import type { Actor, Role } from '../../src/domain/people.js';
import { settle, type Received } from '../../src/domain/settle.js';

/** The day the plan begins, and the one it is looked at on. */
export const firstDay = '2022-04-11';
export const lastDay = '2023-03-03';

type Kind = 'on time' | 'late' | 'silent' | 'suspended' | 'asking' | 'closed';

/** Of twenty items one or two are behind, as in a plan that is kept to. */
const kindOf = (n: number): Kind => {
  const place = n % 20;
  if (place < 12) return 'on time';
  return (
    (['late', 'late', 'late', 'silent', 'silent', 'suspended', 'asking', 'closed'] as const)[place - 12] ??
    'late'
  );
};

const dueOf = (n: number, k: number): IsoDate => addDays(firstDay, 45 + 90 * k + ((n * 13) % 85));

export const seedsOf = (n: number): readonly MilestoneSeed[] =>
  Array.from({ length: kindOf(n) === 'closed' ? 2 : 5 }, (_, k) => ({
    ...{ id: `M${k + 1}`, title: `第${n + 1}项第${k + 1}个节点的成果形成并通过验收`, due: dueOf(n, k) },
    ...{ basis: 'proposed' as const, evidence: '总结报告', weight: 20, measures: ['1.1'] },
  }));

interface Act {
  readonly at: Instant;
  readonly by: Role;
  readonly command: Command;
}

const act = (day: IsoDate, hour: string, by: Role, command: Command): Act => ({
  at: parseInstant(`${day}T${hour}`) ?? 0,
  by,
  command,
});

const delivered = (milestone: string, due: IsoDate, afterDays: number): readonly Act[] => [
  act(addDays(due, afterDays), '10:00', 'unit_head', {
    type: 'submitEvidence',
    milestone,
    files: [],
    note: '',
  }),
  act(addDays(due, afterDays + 3), '15:00', 'supervision_head', {
    type: 'acceptEvidence',
    milestone,
    note: '',
  }),
];

const signed = (n: number): readonly Act[] => [
  act(firstDay, '10:00', 'supervision_head', { type: 'dispatch' }),
  act(addDays(firstDay, n % 3), '14:00', 'unit_officer', { type: 'acknowledge' }),
];

/** A report settles what a quarter asks for. */
const reported = (n: number): readonly Act[] =>
  ['2022-07-04', '2022-10-10', '2023-01-04'].map((day) =>
    act(day, `${10 + (n % 6)}:30`, 'unit_officer', { type: 'reportProgress', text: '按计划推进' }),
  );

/** What comes after its milestones, by kind. */
const endingOf = (kind: Kind, n: number): readonly Act[] => {
  const until = '2023-06-30';
  if (kind === 'suspended')
    return [act('2022-12-01', '10:00', 'leader', { type: 'suspend', until, reason: '上位法修订' })];
  if (kind === 'asking')
    return [
      act('2023-03-01', '10:00', 'unit_head', {
        type: 'requestExtension',
        milestone: 'M5',
        to: until,
        reason: '等待批复',
      }),
    ];
  if (kind !== 'closed') return [];
  const done = addDays(dueOf(n, 1), 14);
  return [
    act(done, '10:00', 'unit_head', { type: 'requestClosing', text: '全部完成' }),
    act(addDays(done, 1), '10:00', 'case_officer', { type: 'verifyClosing', text: '核验通过' }),
    act(addDays(done, 2), '10:00', 'leader', { type: 'approveClosing', text: '同意销号' }),
  ];
};

const actsOf = (n: number): readonly Act[] => {
  const kind = kindOf(n);
  const after = kind === 'late' ? 4 + (n % 9) : -7;
  const due = seedsOf(n).filter((seed, k) => seed.due < '2023-02-20' && (kind !== 'silent' || k < 2));
  const work = due.flatMap((seed) => delivered(seed.id, seed.due, after));
  return [...signed(n), ...(kind === 'silent' ? [] : reported(n)), ...work, ...endingOf(kind, n)]
    .filter(({ at }) => at < (parseInstant(`${lastDay}T08:00`) ?? 0))
    .sort((a, b) => a.at - b.at);
};

const actorOf = (role: Role, unit: string): Actor => ({
  ...{ person: role, role, rank: role === 'leader' ? 'director' : null, onBehalfOf: null },
  unit: role === 'unit_head' || role === 'unit_officer' ? unit : null,
});

export interface Life {
  readonly state: ItemState;
  /** After the first. */
  readonly events: readonly ItemEvent[];
}

/** The n-th life, from the item as it was imported to the last day. */
export const lifeOf = (n: number, born: ItemState, context: Context): Life => {
  let state = born;
  const events: ItemEvent[] = [];
  const settled = (received: readonly Received[], now: Instant): void => {
    const result = settle(state, received, now, context);
    state = result.state;
    events.push(...result.events);
  };
  for (const { at, by, command } of actsOf(n))
    settled(
      [
        {
          submission: randomUUID(),
          command,
          actor: actorOf(by, born.unit),
          receivedAt: at,
          expectedVersion: null,
        },
      ],
      at,
    );
  settled([], parseInstant(`${lastDay}T09:00`) ?? 0);
  return { state, events };
};
