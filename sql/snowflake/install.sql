-- Installs ptdb in the session's current database. Safe to run again: tables and their rows stay as they are, views and
-- routines are replaced, and keep their grants. With the Snowflake CLI or SnowSQL, in the folder that holds sql/, because
-- they look for the other files from there:
--
--   snow sql --database DATABASE --role OWNER -f sql/snowflake/install.sql
--   snowsql -o exit_on_error=true -d DATABASE -r OWNER -f sql/snowflake/install.sql
--
-- In a worksheet, run the text that `processtracker sql snowflake` prints. The schema is the one that
-- sql/snowflake/schema.sql names. The role, whom all will belong to and whose rights the routines have, needs USAGE and
-- CREATE SCHEMA on the database; in a schema that is there already, to own it, or CREATE TABLE, CREATE VIEW,
-- CREATE PROCEDURE and CREATE FUNCTION on it. Each statement counts at once, as Snowflake commits at each CREATE; when
-- one fails, mend its cause and run this again.

!source sql/snowflake/schema.sql
CREATE SCHEMA IF NOT EXISTS IDENTIFIER($ptdb_schema) COMMENT = 'Made by the installation of ptdb.';
USE SCHEMA IDENTIFIER($ptdb_schema);
!source sql/snowflake/prepare.sql
!source sql/snowflake/objects.sql
