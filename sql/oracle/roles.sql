-- Creates the three roles that grants.sql grants to. Optional: grant to roles or users of your own instead, if you
-- like. Run by a DBA, once per database:
--
--   sqlplus -L system@//HOST/SERVICE @sql/oracle/roles.sql
--
-- Needs CREATE ROLE. The roles may be there already. What a reader may, a runner may too; what a runner may, an
-- administrator may too:
--   ptdb_reader  calls the finders and reads the views
--   ptdb_runner  tracks runs, extracts and pipelines
--   ptdb_admin   administers lookups, dependencies and settings
-- Give one to a user:  GRANT ptdb_runner TO spark;
-- In procedures of the user's own no role counts; direct_grants.sql grants the same to the user himself.

WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET FEEDBACK OFF

DECLARE
    -- Runs a CREATE, unless there is a role of its name already.
    PROCEDURE create_missing(p_statement IN VARCHAR2) IS
        e_name_in_use EXCEPTION;
        PRAGMA EXCEPTION_INIT(e_name_in_use, -1921);
    BEGIN
        EXECUTE IMMEDIATE p_statement;
    EXCEPTION
        WHEN e_name_in_use THEN
            NULL;
    END create_missing;
BEGIN
    create_missing(q'[
CREATE ROLE ptdb_reader]');
    create_missing(q'[
CREATE ROLE ptdb_runner]');
    create_missing(q'[
CREATE ROLE ptdb_admin]');
END;
/
GRANT ptdb_reader TO ptdb_runner;
GRANT ptdb_runner TO ptdb_admin;

EXIT SUCCESS
