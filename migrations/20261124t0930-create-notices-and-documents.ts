/** Who was told what and when, what leaves the house, and the numbered documents that go with it. */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE notices (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      dedupe_key text NOT NULL UNIQUE,
      plan_id text NOT NULL,
      item_id text NOT NULL REFERENCES items,
      unit_id text NOT NULL,
      event_seq int NOT NULL,
      person_id text NOT NULL,
      -- the posts as which the person is told
      told_as text[] NOT NULL,
      -- the post that has nobody, in whose place the person is told; null = told as themselves
      instead_of text,
      class text NOT NULL CHECK (class IN ('reminder', 'urgent', 'formal')),
      kind text NOT NULL,
      at bigint NOT NULL,
      deliver_at bigint NOT NULL,
      payload jsonb NOT NULL,
      read_at bigint,
      -- suppressed: a rehearsal, nothing leaves; unaddressed: no mail address is known
      outgoing text NOT NULL CHECK
        (outgoing IN ('pending', 'sending', 'sent', 'doubtful', 'failed', 'suppressed', 'unaddressed')),
      attempts int NOT NULL DEFAULT 0,
      -- of the attempts, those whose outcome nobody knows
      unknown_attempts int NOT NULL DEFAULT 0,
      message_id text,
      outgoing_at bigint,
      outgoing_error text
    );
    CREATE INDEX notices_of_person ON notices (person_id, deliver_at);
    CREATE INDEX notices_of_item ON notices (item_id, event_seq);
    CREATE INDEX notices_waiting ON notices (person_id, deliver_at) WHERE outgoing IN ('pending', 'sending');

    -- The promise of a person's mailbox: when its next message leaves. Null = nothing waits.
    CREATE TABLE mailboxes (
      person_id text PRIMARY KEY,
      promise_at bigint
    );
    CREATE INDEX mailboxes_promise ON mailboxes (promise_at) WHERE promise_at IS NOT NULL;

    CREATE TABLE document_counters (
      plan_id text NOT NULL REFERENCES plans,
      kind text NOT NULL,
      year int NOT NULL,
      last int NOT NULL,
      PRIMARY KEY (plan_id, kind, year)
    );
    CREATE TABLE documents (
      plan_id text NOT NULL,
      kind text NOT NULL,
      year int NOT NULL,
      number int NOT NULL,
      item_id text NOT NULL REFERENCES items,
      unit_id text NOT NULL,
      event_seq int NOT NULL,
      issued_on date NOT NULL,
      fields jsonb NOT NULL,
      PRIMARY KEY (plan_id, kind, year, number),
      UNIQUE (item_id, event_seq, kind)
    );
  `);

const down = (knex: Knex): Promise<void> =>
  knex.raw('DROP TABLE documents, document_counters, mailboxes, notices');

export const migration: Knex.Migration = { up, down };
