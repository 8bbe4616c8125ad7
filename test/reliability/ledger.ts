/** Promise: an answer is on the disk before anybody counts on it. */
import { open } from 'node:fs/promises';
import { readFileSync } from 'node:fs';

/** A request and the answer it had. */
export interface Answered {
  readonly key: string;
  readonly login: string;
  /** Below the API's base. */
  readonly path: string;
  readonly body: object;
  readonly status: number;
  readonly submission: string | null;
  readonly version: number | null;
}

export interface Ledger {
  write(answered: Answered): Promise<void>;
  /** Read back from the disk. */
  read(): readonly Answered[];
  close(): Promise<void>;
}

export const openLedger = async (path: string): Promise<Ledger> => {
  const file = await open(path, 'a');
  return {
    write: async (answered) => {
      await file.appendFile(`${JSON.stringify(answered)}\n`);
      await file.datasync();
    },
    read: () =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Answered),
    close: () => file.close(),
  };
};
