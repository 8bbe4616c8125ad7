/** `npm run bench:core`: five years of the plan's items, handed out, signed for and then silent, on the rules alone. */
import { fileURLToPath } from 'node:url';
import { createCalendar } from '../src/domain/calendar.js';
import type { Context } from '../src/domain/context.js';
import { parseInstant, type Instant } from '../src/domain/instants.js';
import type { Actor } from '../src/domain/people.js';
import type { PlanDocument, PlanItem } from '../src/domain/plan.js';
import { register } from '../src/domain/register.js';
import { settle, type Received } from '../src/domain/settle.js';
import { readPack } from '../src/pack/read.js';

const rounds = 31;
const pack = fileURLToPath(new URL('../plans/zhoushan-2021-2025', import.meta.url));

const instant = (text: string): Instant => parseInstant(text) ?? 0;
const actor = (role: Actor['role'], unit: string | null): Actor => ({
  person: role,
  role,
  unit,
  rank: null,
  onBehalfOf: null,
});

/** How many events a silent life has. */
const live = (item: PlanItem, plan: PlanDocument, context: Context): number => {
  const { state } = register(
    {
      type: 'registered',
      unit: item.lead,
      coUnits: item.coUnits,
      caseOfficer: null,
      binding: false,
      policy: plan.policy,
      calendarVersion: 1,
      milestones: item.milestones,
      measures: item.measures.map((measure) => ({ ...measure, mark: null })),
    },
    instant('2021-09-12T08:30'),
    context,
  );
  const received = (submission: string, given: Pick<Received, 'command' | 'actor' | 'receivedAt'>) => ({
    submission,
    expectedVersion: null,
    ...given,
  });
  const handedOut = instant('2021-09-13T09:00');
  const acts = [
    received('1', {
      command: { type: 'dispatch' },
      actor: actor('supervision_head', null),
      receivedAt: handedOut,
    }),
    received('2', {
      command: { type: 'acknowledge' },
      actor: actor('unit_head', item.lead),
      receivedAt: handedOut + 60_000,
    }),
  ];
  return settle(state, acts, instant('2026-09-13T00:00'), context).events.length;
};

const read = await readPack(pack);
if ('faults' in read) throw new Error('the pack is not sound');
const { plan } = read;
const context: Context = {
  calendars: new Map([[1, createCalendar(plan.calendar)]]),
  calendarVersion: 1,
  policy: plan.policy,
  recordedAt: (due) => due,
};

interface Round {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly events: number;
}

const round = (): Round => {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const events = plan.items.reduce((sum, item) => sum + live(item, plan, context), 0);
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs: performance.now() - began, cpuMs: (user + system) / 1000, events };
};

const measured = Array.from({ length: rounds }, round);
const figures = (of: (one: Round) => number): string => {
  const sorted = measured.map(of).sort((a, b) => a - b);
  return `median ${sorted[Math.floor(rounds / 2)]?.toFixed(0)} ms, fastest ${sorted[0]?.toFixed(0)} ms, first ${of(
    measured[0] as Round,
  ).toFixed(0)} ms`;
};
console.log(`${plan.items.length} silent items, five years, ${measured[0]?.events} events, ${rounds} rounds`);
console.log(`wall: ${figures(({ wallMs }) => wallMs)}`);
console.log(`CPU:  ${figures(({ cpuMs }) => cpuMs)}`);
