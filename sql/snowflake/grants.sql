-- Grants what each of the roles of roles.sql may do in the schema of sql/snowflake/schema.sql. Run by the owner of the
-- installation. Safe to run again. In the folder that holds sql/:
--
--   snow sql --database DATABASE --role OWNER -f sql/snowflake/grants.sql
--
-- USAGE on the database is its owner's to give:
--   GRANT USAGE ON DATABASE name TO ROLE ptdb_reader;
--
-- No role gets a right on a table: routines run with their owner's rights, and views read with theirs. The lists are
-- written by scripts/generate from contract.toml.

!source sql/snowflake/schema.sql
GRANT USAGE ON SCHEMA IDENTIFIER($ptdb_schema) TO ROLE ptdb_reader;
USE SCHEMA IDENTIFIER($ptdb_schema);
-- views: begin

-- views: end
-- reader: begin
GRANT USAGE ON PROCEDURE get_version() TO ROLE ptdb_reader;
-- reader: end
-- runner: begin
GRANT USAGE ON PROCEDURE start_process_run(VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, NUMBER, NUMBER) TO ROLE ptdb_runner;
-- runner: end
-- admin: begin

-- admin: end
