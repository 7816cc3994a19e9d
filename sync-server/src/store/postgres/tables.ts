/**
 * What PostgreSQL has beside the schema of all. A document's rows are numbered within the document, and its row in `document` is locked from the
 * numbering to the commit: so numbers follow the order of commits, and whoever has read up to a number has missed nothing before it. That is
 * what lets several relays read on in each other's updates. `compacted` is the newest row that went into the snapshot.
 */
import type { Migration } from '../migrations/migration.ts'
import { define } from '../store.ts'

export const TABLES_OF_POSTGRES: Migration = {
  name: 'postgres-0001-numbered-rows',
  *up() {
    yield* define(`
      ALTER TABLE document ADD COLUMN newest INTEGER NOT NULL DEFAULT 0, ADD COLUMN compacted INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE document_update DROP CONSTRAINT document_update_pkey, ALTER COLUMN id DROP IDENTITY;
      DROP INDEX document_update_document;
      ALTER TABLE document_update ADD PRIMARY KEY (document, id);

      CREATE TABLE session_end (ended INTEGER NOT NULL) STRICT;
      INSERT INTO session_end VALUES (0);
      CREATE FUNCTION note_session_end() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN UPDATE session_end SET ended = ended + 1; RETURN NULL; END
      $$;
      CREATE TRIGGER session_ended AFTER DELETE ON session FOR EACH STATEMENT EXECUTE FUNCTION note_session_end();
    `)
  },
}
