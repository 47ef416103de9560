-- Installs ptdb in the schema of the user who runs it. Safe to run again: tables and their rows stay as they are, views
-- and routines are replaced, and keep their grants. With SQL*Plus or SQLcl, in any folder:
--
--   sqlplus -L process_tracker@//HOST/SERVICE @sql/oracle/install.sql
--
-- Needs Oracle Database 12.2 or later (COMPATIBLE 12.2.0 or later), and a user with CREATE SESSION, CREATE TABLE,
-- CREATE SEQUENCE (for identity columns), CREATE VIEW, CREATE PROCEDURE and a quota on the default tablespace. Each
-- statement counts at once, as Oracle commits at each CREATE; when one fails, mend its cause and run this again.

WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK
SET DEFINE OFF
SET SQLBLANKLINES ON
SET FEEDBACK OFF
SET SERVEROUTPUT ON

@@prepare.sql
@@objects.sql
@@finish.sql

EXIT SUCCESS
