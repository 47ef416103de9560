-- Creates the three roles that grants.sql grants to. Optional: grant to roles of your own instead, if you like. Run it
-- by a role with CREATE ROLE, such as USERADMIN:
--
--   snow sql --role USERADMIN -f sql/snowflake/roles.sql
--
-- The roles belong to the account, and may be there already. What a reader may, a runner may too; what a runner may, an
-- administrator may too:
--   ptdb_reader  calls the finders and reads the views
--   ptdb_runner  tracks runs, extracts and pipelines
--   ptdb_admin   administers lookups, dependencies and settings
-- Give one to a user:  GRANT ROLE ptdb_runner TO USER spark;
-- Whoever calls needs a warehouse beside it:  GRANT USAGE ON WAREHOUSE compute TO ROLE ptdb_reader;

CREATE ROLE IF NOT EXISTS ptdb_reader;
CREATE ROLE IF NOT EXISTS ptdb_runner;
CREATE ROLE IF NOT EXISTS ptdb_admin;
GRANT ROLE ptdb_reader TO ROLE ptdb_runner;
GRANT ROLE ptdb_runner TO ROLE ptdb_admin;
