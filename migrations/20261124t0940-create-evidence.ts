/** Bytes by their SHA-256, the names they were uploaded under, and which event of an item they prove. */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE files (
      sha256 text PRIMARY KEY,
      size_bytes bigint NOT NULL,
      written_at bigint NOT NULL
    );
    CREATE TABLE uploads (
      id uuid PRIMARY KEY,
      sha256 text NOT NULL REFERENCES files,
      name text NOT NULL,
      media_type text NOT NULL,
      uploaded_by text NOT NULL,
      written_at bigint NOT NULL
    );
    CREATE TABLE evidence_files (
      item_id text NOT NULL REFERENCES items,
      event_seq int NOT NULL,
      upload_id uuid NOT NULL REFERENCES uploads,
      plan_id text NOT NULL,
      unit_id text NOT NULL,
      -- null = a rectification plan's
      milestone_id text,
      PRIMARY KEY (item_id, event_seq, upload_id)
    );
    CREATE INDEX evidence_of_upload ON evidence_files (upload_id);
  `);

const down = (knex: Knex): Promise<void> => knex.raw('DROP TABLE evidence_files, uploads, files');

export const migration: Knex.Migration = { up, down };
