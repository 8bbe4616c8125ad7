/** Promise: bytes are known by their SHA-256, kept once, and every name they came under is kept with who brought it. */
import type { Instant } from '../domain/instants.js';
import type { Tx } from './database.js';
import { insertRows, select } from './rows.js';

export interface NewFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Wall clock. */
  readonly writtenAt: Instant;
}

export const recordFile = (tx: Tx, file: NewFile): Promise<void> =>
  insertRows(tx, 'files', [file], { key: ['sha256'], then: 'keep' });

export interface NewUpload {
  /** Commands name files by this id. */
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly uploadedBy: string;
  /** Wall clock. */
  readonly writtenAt: Instant;
}

export interface Upload extends NewUpload {
  readonly sizeBytes: number;
}

export const recordUpload = (tx: Tx, upload: NewUpload): Promise<void> => insertRows(tx, 'uploads', [upload]);

const uploadColumns = 'u.id, u.sha256, u.name, u.media_type, u.uploaded_by, u.written_at, f.size_bytes';

const uploadsOf = (tx: Tx, ids: readonly string[]): Promise<readonly Upload[]> =>
  select(
    tx,
    `SELECT ${uploadColumns} FROM uploads u JOIN files f USING (sha256) WHERE u.id = ANY(?::uuid[])`,
    [ids],
  );

export const uploadOf = async (tx: Tx, id: string): Promise<Upload | null> =>
  (await uploadsOf(tx, [id]))[0] ?? null;

/** Where an upload serves as proof. */
export interface FileUse {
  readonly itemId: string;
  readonly eventSeq: number;
  readonly uploadId: string;
  readonly planId: string;
  readonly unitId: string;
  /** Null = a rectification plan's. */
  readonly milestoneId: string | null;
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Uploads that are not known are left out: a name without bytes proves nothing. */
export const recordUses = async (tx: Tx, uses: readonly FileUse[]): Promise<void> => {
  const ids = uses.map((use) => use.uploadId).filter(isUuid);
  if (ids.length === 0) return;
  const known = new Set((await uploadsOf(tx, ids)).map(({ id }) => id));
  await insertRows(
    tx,
    'evidence_files',
    uses.filter((use) => known.has(use.uploadId)),
    { key: ['itemId', 'eventSeq', 'uploadId'], then: 'keep' },
  );
};

export const usesOf = (tx: Tx, upload: string): Promise<readonly FileUse[]> =>
  select(tx, 'SELECT * FROM evidence_files WHERE upload_id = ?::uuid ORDER BY item_id, event_seq', [upload]);

export const evidenceOf = (tx: Tx, item: string): Promise<readonly (FileUse & Upload)[]> =>
  select(
    tx,
    `SELECT e.item_id, e.event_seq, e.upload_id, e.plan_id, e.unit_id, e.milestone_id, ${uploadColumns}
     FROM evidence_files e JOIN uploads u ON u.id = e.upload_id JOIN files f USING (sha256)
     WHERE e.item_id = ? ORDER BY e.event_seq, u.name`,
    [item],
  );
