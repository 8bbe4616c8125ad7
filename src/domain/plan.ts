/** A plan as a document: what a pack says, read and checked, before any of it is supervised. */
import type { CalendarYear } from './calendar.js';
import type { IsoDate } from './instants.js';
import type { MilestoneSeed } from './item.js';
import type { Rank } from './people.js';
import type { Policy } from './policy.js';

export interface PlanNote {
  readonly about?: string;
  /** Line numbers of the source text, from 1. */
  readonly lines: readonly number[];
  readonly text: string;
}

export interface PlanSection {
  readonly number: number;
  readonly title: string;
  readonly short: string;
  readonly gloss: string;
  readonly lines: readonly number[];
  readonly items: readonly number[];
}

export const unitKinds = ['division', 'affiliated', 'county'] as const;
export type UnitKind = (typeof unitKinds)[number];

export interface PlanUnit {
  readonly id: string;
  readonly name: string;
  readonly gloss: string;
  readonly kind: UnitKind;
  /** Post id of the leader in charge. */
  readonly leaderInCharge: string;
  /** Post id of the case officer. */
  readonly caseOfficer: string;
  readonly basis: 'plan' | 'proposed';
}

export interface LeaderPost {
  readonly id: string;
  readonly rank: Rank;
  readonly title: string;
}

export interface CaseOfficerPost {
  readonly id: string;
  readonly title: string;
}

export interface PlanItem {
  readonly number: number;
  readonly title: string;
  /** Short form for tiles; `|` marks where a line may break. */
  readonly tile: string;
  readonly gloss: string;
  readonly section: number;
  readonly lines: readonly number[];
  readonly lead: string;
  readonly coUnits: readonly string[];
  readonly indicators: readonly number[];
  readonly measures: readonly { readonly id: string; readonly text: string }[];
  readonly milestones: readonly MilestoneSeed[];
  readonly notes: readonly PlanNote[];
}

export const indicatorNatures = ['约束性', '预期性'] as const;
export const comparators = ['≥', '≤', '='] as const;
export const indicatorKinds = ['sum', 'yearly', 'state'] as const;

export interface PlanIndicator {
  readonly number: number;
  readonly name: string;
  readonly printed: { readonly value: string; readonly nature: string };
  readonly value: number;
  readonly unit: string;
  readonly comparator: (typeof comparators)[number];
  /** 约束性 must be met, 预期性 is expected. */
  readonly nature: (typeof indicatorNatures)[number];
  /** How a reading is judged: sum since the start, each year's rate on its own, state on the day. */
  readonly kind: (typeof indicatorKinds)[number];
  readonly due: IsoDate;
  readonly items: readonly number[];
  readonly lines: readonly number[];
  readonly note?: string;
}

export interface PublishedYear extends CalendarYear {
  /** The notice the year rests on. */
  readonly notice: string;
}

export interface PlanDocument {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly gloss: string;
  readonly issuer: string;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  readonly signedOn: IsoDate;
  readonly publishedOn: IsoDate;
  readonly sections: readonly PlanSection[];
  readonly notes: readonly PlanNote[];
  /** Unit id of the supervision office. */
  readonly office: string;
  readonly leaders: readonly LeaderPost[];
  readonly caseOfficers: readonly CaseOfficerPost[];
  readonly units: readonly PlanUnit[];
  readonly items: readonly PlanItem[];
  readonly indicators: readonly PlanIndicator[];
  readonly policy: Policy;
  readonly calendar: readonly PublishedYear[];
}

/** A binding item is linked to a binding indicator; its dates are granted by a leader. */
export const isBinding = (plan: PlanDocument, item: PlanItem): boolean =>
  plan.indicators.some((indicator) => indicator.nature === '约束性' && indicator.items.includes(item.number));
