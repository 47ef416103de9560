-- Installs ptdb. Safe to run again: tables and their rows stay as they are, views and routines are replaced.
--
--   psql -X -d DATABASE -f install.sql                      into the schema process_tracker
--   psql -X -d DATABASE -v schema=NAME -f install.sql       into a schema of your choice
--
-- Needs PostgreSQL 14 or later, and a role that may create the schema in the database, or create objects in the schema
-- when it is there already. No superuser, no extension. Whoever runs it owns what it makes; the routines run with
-- the owner's rights. All of it is one transaction.

\set ON_ERROR_STOP on
\if :{?schema}
\else
\set schema process_tracker
\endif

BEGIN;
SET LOCAL client_min_messages = warning;
SELECT set_config('ptdb.schema', :'schema', true) AS installed_in \gset
\ir prepare.sql
SET LOCAL search_path TO :"schema", pg_temp;
\ir objects.sql
COMMIT;
