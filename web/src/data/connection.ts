/** Whether the API answers, told to whoever listens. */
export type ConnectionState = 'up' | 'down' | 'signed_out';

let state: ConnectionState = 'up';
const listeners = new Set<() => void>();

const become = (next: ConnectionState): void => {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
};

export const connection = {
  state: (): ConnectionState => state,
  lost: (): void => become('down'),
  restored: (): void => become('up'),
  signedOut: (): void => become('signed_out'),
  listen: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
