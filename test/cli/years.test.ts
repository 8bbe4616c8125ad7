/** The five years that `npm run scenario` plays, on the rules alone: what is written there can happen. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { yearsOf } from '../../src/cli/scenario/years.js';
import type { CommandType } from '../../src/domain/commands.js';
import { commandTypes } from '../../src/domain/decide.js';
import { readPack } from '../../src/pack/read.js';
import { Rehearsal } from '../support/rehearsal.js';

const pack = fileURLToPath(new URL('../../plans/zhoushan-2021-2025', import.meta.url));
const read = await readPack(pack);
if ('faults' in read) throw new Error('the pack is not sound');
const { plan } = read;

const years = yearsOf(plan);
const rehearsal = new Rehearsal(plan);
for (const act of years.acts) rehearsal.give(act);
rehearsal.until(years.end);

describe('five years of the plan', () => {
  it('hold no act that the rules refuse', () => {
    expect(rehearsal.refused).toEqual([]);
  });

  it('give every command there is', () => {
    const ofItems = new Set(
      years.acts.flatMap((act): CommandType[] => (act.item === null ? [] : [act.command])),
    );
    const ofThePlan = new Set(years.acts.flatMap((act) => (act.item === null ? [act.command.type] : [])));
    const byThePlan: readonly CommandType[] = ['adoptPolicy', 'adoptCalendar', 'adoptOutage'];
    expect(commandTypes.filter((type) => !ofItems.has(type) && !byThePlan.includes(type))).toEqual([]);
    expect([...ofThePlan].sort()).toEqual([
      'adoptPolicy',
      'confirmOutage',
      'publishPolicy',
      'recordOutage',
      'signPolicy',
      'updateCalendar',
    ]);
  });

  it('end with every item closed but the one that was terminated', () => {
    const ends = [...rehearsal.items.values()].map(({ lifecycle }) => lifecycle);
    expect(ends.filter((lifecycle) => lifecycle === 'closed')).toHaveLength(35);
    expect(rehearsal.items.get(years.parts.terminated)?.lifecycle).toBe('terminated');
  });

  it('strike off every measure of a closed item that was not waived', () => {
    const closed = [...rehearsal.items.values()].filter(({ lifecycle }) => lifecycle === 'closed');
    const open = closed.flatMap(({ measures }) => measures.filter(({ mark }) => mark === null));
    expect(open).toEqual([]);
  });

  it('let evidence count as in time that an outage kept from being handed in on the day', () => {
    const item = rehearsal.items.get(years.parts.outage);
    expect(item?.milestones.find(({ due }) => due === '2022-12-31')?.onTime).toBe(true);
  });
});
