/** The list (清单): what each measure has come to, and whether every one is carried. */
import { standing, type ItemState, type Measure, type Milestone } from './item.js';

export const measureStatuses = ['open', 'done', 'struck_off', 'waived'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

/** Done: every milestone that carries it is accepted or dropped, and at least one accepted. */
export const measureStatus = (state: ItemState, measure: Measure): MeasureStatus => {
  if (measure.mark !== null) return measure.mark;
  const carrying = standing(state).filter((milestone) => milestone.measures.includes(measure.id));
  return carrying.length > 0 && carrying.every((milestone) => milestone.status === 'accepted')
    ? 'done'
    : 'open';
};

export const openMeasure = (state: ItemState): Measure | undefined =>
  state.measures.find((measure) => measureStatus(state, measure) === 'open');

/** A measure that none of the milestones would carry; a list with a hole strikes off work nobody did. */
export const uncarried = (
  measures: readonly Measure[],
  milestones: readonly Pick<Milestone, 'measures'>[],
): Measure | undefined =>
  measures.find(
    (measure) => measure.mark === null && !milestones.some((m) => m.measures.includes(measure.id)),
  );

export interface ListCounts {
  readonly total: number;
  readonly open: number;
  readonly done: number;
  readonly struckOff: number;
  readonly waived: number;
}

/** 措施 12 项, 完成 7 项, 已销号 5 项. */
export const listCounts = (state: ItemState): ListCounts => {
  const statuses = state.measures.map((measure) => measureStatus(state, measure));
  const count = (wanted: MeasureStatus) => statuses.filter((status) => status === wanted).length;
  return {
    total: statuses.length,
    open: count('open'),
    done: count('done'),
    struckOff: count('struck_off'),
    waived: count('waived'),
  };
};
