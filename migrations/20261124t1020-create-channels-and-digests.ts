/**
 * Robots of group chats, the minute in which a morning's notices gather, and the count by which a digest is kept
 * short.
 */
import type { Knex } from 'knex';

const up = (knex: Knex): Promise<void> =>
  knex.raw(`
    CREATE TABLE channels (
      person_id text PRIMARY KEY REFERENCES people,
      kind text NOT NULL CHECK (kind IN ('dingtalk', 'wecom')),
      -- what may be shown of the address: the rest of it lets anyone write to the group
      host text NOT NULL,
      url text NOT NULL,
      secret text,
      signed boolean GENERATED ALWAYS AS (secret IS NOT NULL) STORED,
      written_at bigint NOT NULL
    );
    GRANT SELECT, INSERT, UPDATE, DELETE ON channels TO duzhan_writer;
    GRANT SELECT (person_id, kind, host, signed, written_at) ON channels TO duzhan_reader;

    -- Until when a notice waits outside the app for others of its moment; null = it leaves when it is delivered.
    ALTER TABLE notices ADD COLUMN gathers_until bigint;

    -- How many reminders of a plan wait for the mornings of persons. Holds the persons' places until the transaction
    -- ends, then counts: of two items settled at once the second sees what the first has written.
    CREATE FUNCTION waiting_reminders(plan text, persons text[], since bigint, uncounted text[])
      RETURNS TABLE (person_id text, deliver_at bigint, waiting int) LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(place.key) FROM (
        SELECT DISTINCT hashtextextended('digest/' || plan || '/' || person, 0) AS key
        FROM unnest(persons) AS person ORDER BY key
      ) AS place;
      RETURN QUERY SELECT n.person_id, n.deliver_at, count(*)::int FROM notices n
        WHERE n.person_id = ANY(persons) AND n.deliver_at >= since AND n.plan_id = plan AND n.class = 'reminder'
          AND n.kind <> ALL(uncounted)
        GROUP BY n.person_id, n.deliver_at;
    END $$;
  `);

const down = (knex: Knex): Promise<void> =>
  knex.raw(`
    DROP FUNCTION waiting_reminders(text, text[], bigint, text[]);
    ALTER TABLE notices DROP COLUMN gathers_until;
    DROP TABLE channels;
  `);

export const migration: Knex.Migration = { up, down };
