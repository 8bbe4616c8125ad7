/** Whether the screen is as narrow as a phone's, now and as it is turned. */
import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('screen and (max-width: 600px)');

const listen = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

export const useNarrow = (): boolean => useSyncExternalStore(listen, () => narrow.matches);
