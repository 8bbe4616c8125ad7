/** Promise: files of a form are sent as soon as they are chosen, and whoever sends the form knows how each stands. */
import { useEffect, useRef, useState } from 'react';
import { Refused } from '../data/client';
import type { UploadedFile } from '../data/contract';
import { upload, type Upload } from '../data/upload';
import { text } from '../text';

const words = text.commands.files;

export interface Entry {
  readonly key: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state:
    | { readonly kind: 'sending'; readonly fraction: number; readonly upload: Upload }
    | { readonly kind: 'there'; readonly file: UploadedFile }
    | { readonly kind: 'failed'; readonly why: string; readonly again: File };
}

/** A file of the form, by the id it has once it is there; one that is not keeps the form from being sent. */
export interface Attached {
  readonly name: string;
  readonly state: Entry['state']['kind'];
  readonly id: string | null;
}

const attached = ({ name, state }: Entry): Attached => ({
  name,
  state: state.kind,
  id: state.kind === 'there' ? state.file.id : null,
});

const whyOf = (error: unknown): string =>
  error instanceof Refused ? `${error.problem.title} ${error.problem.detail}` : words.unreachable;

/** Why the form cannot be sent with these files yet; null = it can. */
export const faultOf = (files: readonly Attached[]): string | null => {
  const failed = files.find(({ state }) => state === 'failed');
  if (failed) return words.notThere(failed.name);
  return files.some(({ state }) => state === 'sending') ? words.onTheWay : null;
};

/** Uploads of one form, told in the order in which they were chosen. */
export const useUploads = (tell: (files: readonly Attached[]) => void) => {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const next = useRef(0);
  const here = useRef(true);
  const latest = useRef<readonly Entry[]>(entries);
  const change = (edit: (entries: readonly Entry[]) => readonly Entry[]): void => {
    if (!here.current) return;
    latest.current = edit(latest.current);
    setEntries(latest.current);
    tell(latest.current.map(attached));
  };
  const become = (key: number, state: Entry['state']): void =>
    change((all) => all.map((entry) => (entry.key === key ? { ...entry, state } : entry)));
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      for (const { state } of latest.current) if (state.kind === 'sending') state.upload.abort();
    };
  }, []);
  const begin = (file: File): void => {
    const key = (next.current += 1);
    const sending = upload(file, (fraction) => become(key, { kind: 'sending', fraction, upload: sending }));
    const state = { kind: 'sending', fraction: 0, upload: sending } as const;
    change((all) => [...all, { key, name: file.name, sizeBytes: file.size, state }]);
    sending.done.then(
      (taken) => become(key, { kind: 'there', file: taken }),
      (error: unknown) => become(key, { kind: 'failed', why: whyOf(error), again: file }),
    );
  };
  const remove = ({ key, state }: Entry): void => {
    if (state.kind === 'sending') state.upload.abort();
    change((all) => all.filter((entry) => entry.key !== key));
  };
  return { entries, begin, remove };
};
