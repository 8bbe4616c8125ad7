/** Of a list of measures those about which nothing is left to do: done, struck off or waived. */
import type { ItemCard } from '../data/contract';

export const measuresEnded = ({ done, struckOff, waived }: ItemCard['measures']): number =>
  done + struckOff + waived;
