/**
 * Printed is the whole of an item: while it is, every panel shows at full length what it shows on screen a part at a
 * time, and its record goes back to the first day.
 */
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { HistoryEntry } from '../../data/contract';
import { useWhole } from '../../data/query';

interface WholeFile {
  /** The whole record, newest first; null = the item is read on screen. */
  readonly record: readonly HistoryEntry[] | null;
  readonly print: () => void;
}

const Context = createContext<WholeFile>({ record: null, print: () => undefined });

export const useWholeFile = (): WholeFile => useContext(Context);

/** Whether everything is to be shown that there is. */
export const useIsWhole = (): boolean => useWholeFile().record !== null;

interface ProviderProps {
  readonly item: string;
  readonly children: ReactNode;
}

export const WholeFileProvider = ({ item, children }: ProviderProps) => {
  const [wanted, setWanted] = useState(false);
  const asked = useWhole<HistoryEntry>(wanted ? `/items/${item}/history` : null);
  const record = wanted && !asked.isPlaceholderData ? (asked.data?.entries ?? null) : null;
  // Without the record, what is on screen is printed, which says how much it leaves out.
  const isReady = record !== null || (wanted && asked.isError);
  useEffect(() => {
    if (!isReady) return;
    const end = (): void => setWanted(false);
    window.addEventListener('afterprint', end);
    window.print();
    return () => window.removeEventListener('afterprint', end);
  }, [isReady]);
  return <Context value={{ record, print: () => setWanted(true) }}>{children}</Context>;
};
