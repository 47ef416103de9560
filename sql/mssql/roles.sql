-- Creates the three roles that grants.sql grants to. Optional: grant to roles of your own instead, if you like. Run it
-- in the folder that holds sql/:
--
--   sqlcmd -b -S SERVER -d DATABASE -i sql/mssql/roles.sql
--
-- Needs ALTER ANY ROLE. The roles belong to the database, and may be there already. What a reader may, a runner may
-- too; what a runner may, an administrator may too:
--   ptdb_reader  calls the finders and reads the views
--   ptdb_runner  tracks runs, extracts and pipelines
--   ptdb_admin   administers lookups, dependencies and settings
-- Give one to a user:  ALTER ROLE ptdb_runner ADD MEMBER spark;

:on error exit
:r sql/mssql/options.sql
IF DATABASE_PRINCIPAL_ID(N'ptdb_reader') IS NULL
    CREATE ROLE ptdb_reader;
IF DATABASE_PRINCIPAL_ID(N'ptdb_runner') IS NULL
    CREATE ROLE ptdb_runner;
IF DATABASE_PRINCIPAL_ID(N'ptdb_admin') IS NULL
    CREATE ROLE ptdb_admin;
GO
ALTER ROLE ptdb_reader ADD MEMBER ptdb_runner;
ALTER ROLE ptdb_runner ADD MEMBER ptdb_admin;
GO
