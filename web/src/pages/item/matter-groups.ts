/** By what matters of an item are looked for; evidence has a panel of its own. */
import type { Matter } from '../../data/contract';

export const matterGroups = ['all', 'open', 'requests', 'help', 'reports', 'enforcement'] as const;
export type MatterGroup = (typeof matterGroups)[number];

const groupOf: Readonly<Record<Matter['kind'], Exclude<MatterGroup, 'all' | 'open'> | null>> = {
  evidence: null,
  extension: 'requests',
  change: 'requests',
  suspension: 'requests',
  decomposition: 'requests',
  strike_off: 'requests',
  closing: 'requests',
  waiver: 'requests',
  reassignment: 'requests',
  reopening: 'requests',
  termination: 'requests',
  obstacle: 'help',
  consultation: 'help',
  report: 'reports',
  instruction: 'enforcement',
  rectification: 'enforcement',
  interview: 'enforcement',
  listing: 'enforcement',
  delisting: 'enforcement',
};

export const ofGroup = (matters: readonly Matter[], group: MatterGroup): readonly Matter[] =>
  matters.filter(({ kind, open }) => {
    const own = groupOf[kind];
    if (own === null) return false;
    if (group === 'all') return true;
    return group === 'open' ? open : own === group;
  });
