/** Times in which something does not lie with the unit. */
import type { Instant } from '../../../src/domain/instants.js';
import type { Mile, Span, World } from './world.js';

const meets = (from: Instant, to: Instant, span: Span): boolean =>
  span.to === null ? span.from < to : span.from < to && span.to > from && span.to > span.from;

export const suspendedNow = ({ suspensions }: World): boolean => suspensions.at(-1)?.to === null;

export const suspendedWithin = (world: World, from: Instant, to: Instant): boolean =>
  world.suspensions.some((span) => meets(from, to, span));

const holdsOf = (world: World, mile: Mile): readonly Span[] => [
  ...world.suspensions,
  ...world.away,
  ...mile.reviews,
  ...mile.requests,
];

export const heldWithin = (world: World, mile: Mile, from: Instant, to: Instant): boolean =>
  holdsOf(world, mile).some((span) => meets(from, to, span));

export const heldNow = (world: World, mile: Mile): boolean =>
  holdsOf(world, mile).some(({ to }) => to === null);

export const startHold = (world: World, spans: Span[]): void => {
  spans.push({ from: world.now, to: null });
};

export const endHold = (world: World, spans: readonly Span[]): void => {
  const open = spans.find((span) => span.to === null);
  if (open) open.to = world.now;
};
