import type { Light } from '../../data/contract';

/** From what must be looked at to what is over. */
export const lightOrder: readonly Light[] = ['red', 'yellow', 'green', 'grey', 'blue'];
