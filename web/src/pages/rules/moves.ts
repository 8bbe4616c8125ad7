/** What a preview amounts to, in numbers. */
import type { MovesPreview } from '../../data/contract';

export type Move = MovesPreview['items'][number]['moves'][number];

const dayMs = 86_400_000;

/** Calendar days by which a moment comes later; negative = earlier, null = it appears or goes. */
export const shiftDays = ({ from, to }: Pick<Move, 'from' | 'to'>): number | null =>
  from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

export const movesIn = ({ items }: MovesPreview): number =>
  items.reduce((sum, { moves }) => sum + moves.length, 0);

/** As the plan numbers them. */
export const inOrder = (items: MovesPreview['items']): MovesPreview['items'] =>
  [...items].sort((a, b) => a.item.number - b.item.number);
