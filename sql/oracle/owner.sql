-- Creates the user whose schema ptdb goes into. Run by a DBA, or let the DBA do the same in another way:
--
--   sqlplus -L system@//HOST/SERVICE @sql/oracle/owner.sql process_tracker users
--
-- Gives the name of the user and of his tablespace; asks for his password, which may hold no quotation mark. The
-- privileges are all that ptdb needs, are the user's own and no role's, and none of them is an ANY privilege. When ptdb
-- is installed, CREATE SESSION may be taken away again, or the account be locked: the routines work without it.

WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK
SET DEFINE ON
SET VERIFY OFF
SET FEEDBACK OFF

DEFINE owner = &1
DEFINE tablespace = &2
ACCEPT password CHAR PROMPT 'Password for the new user: ' HIDE

CREATE USER &owner IDENTIFIED BY "&password"
DEFAULT TABLESPACE &tablespace
QUOTA UNLIMITED ON &tablespace;
GRANT CREATE SESSION, CREATE TABLE, CREATE SEQUENCE, CREATE VIEW, CREATE PROCEDURE TO &owner;

EXIT SUCCESS
