/**
 * The clock of a test's own database, in the test's hand. Connections made after the first call find a function of the test where PostgreSQL has its own, so the
 * relays ask what they always ask.
 */
import pg from 'pg'

export async function setDatabaseClock(address: string, at: number): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS test;
      CREATE OR REPLACE FUNCTION test.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
        'SELECT to_timestamp(${at} / 1000.0)';
      DO $$ BEGIN
        EXECUTE format('ALTER DATABASE %I SET search_path = public, test, pg_catalog', current_database());
      END $$;
    `)
  } finally {
    await client.end()
  }
}
