-- Installs ptdb in the database in use. Safe to run again: tables and their rows stay as they are, views and routines
-- are replaced, grants stay. Run it in the folder that holds sql/, because sqlcmd looks for the other files from there:
--
--   sqlcmd -b -S SERVER -d DATABASE -i sql/mssql/install.sql
--
-- The schema is the one that sql/mssql/schema.sql names. Needs SQL Server 2017 or later, or Azure SQL Database, and a
-- compatibility level of 130 or more. Needs CREATE TABLE, CREATE VIEW, CREATE PROCEDURE and CREATE SCHEMA in the
-- database; in a schema that is there already, to own it, or ALTER, SELECT, INSERT and REFERENCES on it. All of it is
-- one transaction.

:on error exit
:r sql/mssql/schema.sql
:r sql/mssql/options.sql
BEGIN TRANSACTION;
GO
:r sql/mssql/prepare.sql
:r sql/mssql/objects.sql
COMMIT TRANSACTION;
GO
SET NOEXEC OFF;
GO
