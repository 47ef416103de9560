-- Creates the three roles that grants.sql grants to. Optional: grant to roles of your own instead, if you like.
--
--   psql -X -d DATABASE -f roles.sql
--
-- Needs a role with CREATEROLE. The roles belong to the whole server, cannot log in, and may be there already. What a
-- reader may, a runner may too; what a runner may, an administrator may too:
--   ptdb_reader  calls the finders and reads the views
--   ptdb_runner  tracks runs, extracts and pipelines
--   ptdb_admin   administers lookups, dependencies and settings
-- Give one to a login:  GRANT ptdb_runner TO spark;

\set ON_ERROR_STOP on

BEGIN;
DO $$
BEGIN
    -- Two sessions at once would both see a role missing.
    PERFORM pg_advisory_xact_lock(hashtext('ptdb roles'));
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ptdb_reader') THEN
        CREATE ROLE ptdb_reader;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ptdb_runner') THEN
        CREATE ROLE ptdb_runner IN ROLE ptdb_reader;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ptdb_admin') THEN
        CREATE ROLE ptdb_admin IN ROLE ptdb_runner;
    END IF;
END;
$$;
COMMIT;
